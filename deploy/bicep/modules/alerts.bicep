// What somebody has to look at. docs/operators.md has a heading for each, with what to do.
param prefix string
param location string
param tags object
param workspaceId string
param databaseServer string

@description('Those that run as apps.')
param roles string[]

param emails string[]

var logAlerts = [
  {
    name: 'notifications-refused'
    severity: 1
    says: 'Notifications couldn\'t be stored and were answered 503: Mercado Libre repeats them for an hour, then only the sweeps find what they were about.'
    query: 'AppMetrics | where Name == \'melibot.notifications\' and tostring(Properties.verdict) in (\'Unavailable\', \'Overloaded\') | summarize value = sum(Sum) by bin(TimeGenerated, 5m) | where value > 0'
  }
  {
    name: 'notifications-slow'
    severity: 2
    says: 'A notification took more than 400 ms to acknowledge; Mercado Libre gives it 500.'
    query: 'AppMetrics | where Name == \'melibot.notifications.duration\' | summarize value = max(Max) by bin(TimeGenerated, 5m) | where value > 0.4'
  }
  {
    name: 'topic-silent'
    severity: 1
    says: 'Something happened minutes ago of which no notification told: Mercado Libre seems to have switched a topic off.'
    query: 'AppMetrics | where Name == \'melibot.notifications.silent\' | summarize value = max(Max) by topic = tostring(Properties.topic), bin(TimeGenerated, 5m) | where value > 0'
  }
  {
    name: 'work-late'
    severity: 2
    says: 'A signal has waited for more than five minutes.'
    query: 'AppMetrics | where Name == \'melibot.delivery.oldest\' | summarize value = max(Max) by bin(TimeGenerated, 5m) | where value > 300'
  }
  {
    name: 'queue-late'
    severity: 2
    says: 'A hint was in the queue for more than a minute: the workers don\'t keep up, or none reads.'
    query: 'AppMetrics | where Name == \'melibot.queue.age\' | summarize value = max(Max) by bin(TimeGenerated, 5m) | where value > 60'
  }
  {
    name: 'parked'
    severity: 3
    says: 'Something can\'t go on and waits for a person, with its reason on the status page.'
    query: 'AppMetrics | where Name == \'melibot.delivery.parked\' | summarize value = max(Max) by reason = tostring(Properties.reason), bin(TimeGenerated, 5m) | where value > 0'
  }
  {
    name: 'out-of-balance'
    severity: 0
    says: 'Something that was accepted is neither done nor open nor parked where a person sees it. This must never be.'
    query: 'AppMetrics | where Name == \'melibot.delivery.balance\' and tostring(Properties.part) == \'missing\' | summarize value = max(Max) by bin(TimeGenerated, 5m) | where value > 0'
  }
  {
    name: 'reconnect'
    severity: 1
    says: 'An account\'s permission has ended: nothing of it can be read or answered until its seller connects it again.'
    query: 'AppMetrics | where Name == \'melibot.accounts\' and tostring(Properties.state) == \'reconnect\' | summarize value = max(Max) by bin(TimeGenerated, 5m) | where value > 0'
  }
  {
    name: 'account-behind'
    severity: 2
    says: 'A question that was asked more than five minutes ago isn\'t known here yet.'
    query: 'AppMetrics | where Name == \'melibot.accounts.lag\' | summarize value = max(Max) by account = tostring(Properties.account), bin(TimeGenerated, 5m) | where value > 300'
  }
  {
    name: 'sweep-late'
    severity: 2
    says: 'A sweep hasn\'t got through every account for an hour: what no notification told stays unknown.'
    query: 'AppMetrics | where Name == \'melibot.sweep.age\' | summarize value = max(Max) by sweep = tostring(Properties.sweep), bin(TimeGenerated, 5m) | where value > 3600'
  }
  {
    name: 'sends-stopped'
    severity: 3
    says: 'Somebody stopped whatever the bot sends; what it wants to say waits.'
    query: 'AppMetrics | where Name == \'melibot.sends.stopped\' | summarize value = max(Max) by bin(TimeGenerated, 5m) | where value > 0'
  }
  {
    name: 'calls-held-back'
    severity: 1
    says: 'Calls of an account, or of the whole application, are held back because Mercado Libre refused too many.'
    query: 'AppMetrics | where Name == \'melibot.budget.breakers\' | summarize value = max(Max) by bin(TimeGenerated, 5m) | where value > 0'
  }
]

var databaseAlerts = [
  { name: 'database-down', severity: 0, metric: 'is_db_alive', aggregation: 'Maximum', operator: 'LessThan', threshold: 1, says: 'The database doesn\'t answer.' }
  { name: 'database-full', severity: 1, metric: 'storage_percent', aggregation: 'Maximum', operator: 'GreaterThan', threshold: 80, says: 'More than four fifths of the database\'s disk are used.' }
  { name: 'database-busy', severity: 2, metric: 'cpu_percent', aggregation: 'Average', operator: 'GreaterThan', threshold: 80, says: 'The database computes at more than four fifths.' }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${prefix}-alerts'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: take(prefix, 12)
    enabled: true
    emailReceivers: [for email in emails: { name: email, emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource ofLogs 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: '${prefix}-${alert.name}'
    location: location
    tags: tags
    properties: {
      displayName: '${prefix}: ${alert.name}'
      description: '${alert.says} What to do: docs/operators.md, ${alert.name}.'
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT10M'
      // A new workspace has no metrics yet.
      skipQueryValidation: true
      autoMitigate: true
      criteria: {
        allOf: [{ query: alert.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0, failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 } }]
      }
      actions: { actionGroups: [group.id] }
    }
  }
]

// The one that tells when all others are blind.
resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${prefix}-telemetry-silent'
  location: location
  tags: tags
  properties: {
    displayName: '${prefix}: telemetry-silent'
    description: 'No worker has told its open work for a quarter of an hour: none runs, or nothing of it arrives, and no other alert can be trusted. What to do: docs/operators.md, telemetry-silent.'
    severity: 1
    enabled: !empty(roles)
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [{ query: 'AppMetrics | where Name == \'melibot.delivery.open\'', timeAggregation: 'Count', operator: 'LessThan', threshold: 1, failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 } }]
    }
    actions: { actionGroups: [group.id] }
  }
}

resource ofDatabase 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in databaseAlerts: {
    name: '${prefix}-${alert.name}'
    location: 'global'
    tags: tags
    properties: {
      description: '${alert.says} What to do: docs/operators.md, ${alert.name}.'
      severity: alert.severity
      enabled: true
      scopes: [resourceId('Microsoft.DBforPostgreSQL/flexibleServers', databaseServer)]
      evaluationFrequency: 'PT1M'
      windowSize: 'PT5M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [{ criterionType: 'StaticThresholdCriterion', name: alert.metric, metricName: alert.metric, timeAggregation: alert.aggregation, operator: alert.operator, threshold: alert.threshold }]
      }
      actions: [{ actionGroupId: group.id }]
    }
  }
]

resource restarts 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for role in roles: {
    name: '${prefix}-restarts-${role}'
    location: 'global'
    tags: tags
    properties: {
      description: 'Containers of an app end and start again and again. What to do: docs/operators.md, restarts.'
      severity: 1
      enabled: true
      scopes: [resourceId('Microsoft.App/containerApps', '${prefix}-${role}')]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [{ criterionType: 'StaticThresholdCriterion', name: 'RestartCount', metricName: 'RestartCount', timeAggregation: 'Maximum', operator: 'GreaterThan', threshold: 3 }]
      }
      actions: [{ actionGroupId: group.id }]
    }
  }
]
