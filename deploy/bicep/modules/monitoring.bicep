// Logs, traces and metrics in one workspace, which alerts and dashboard ask.
param prefix string
param location string
param tags object
param logDays int
param logGbADay int
param vaultName string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${prefix}-logs'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    // What is more than expected is cut off, not paid.
    workspaceCapping: { dailyQuotaGb: logGbADay }
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${prefix}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: { Application_Type: 'web', WorkspaceResourceId: workspace.id, IngestionMode: 'LogAnalytics' }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName

  resource connection 'secrets' = {
    name: 'insights-connection'
    properties: { value: insights.properties.ConnectionString }
  }
}

output workspaceId string = workspace.id
