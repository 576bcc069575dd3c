// The three roles, and the collector through which they are seen.
import { appsPrefix } from 'network.bicep'
import { queueName } from 'queues.bicep'

param prefix string
param location string
param tags object
param image string
param environmentId string
param domain string
param registryServer string
param vaultUri string
param queueUri string
param storageName string
param partitions int
param clientId string
param ownerAccount int
param callsPerSecond int
param playbookPath string
param traceShare string
param rotatingClientSecret bool
param rotatingNotificationSecret bool

param private bool

param sizes {
  ingress: { cpu: string, memory: string, min: int, max: int }
  worker: { cpu: string, memory: string, min: int, max: int }
  inbox: { cpu: string, memory: string, min: int, max: int }
}

var ingressUrl = 'https://${prefix}-ingress.${domain}'
var inboxUrl = 'https://${prefix}-inbox.${domain}'

// The addresses that the platform's own proxies have; what they say of the caller's address is believed.
var proxies = concat(['100.64.0.0/10'], private ? [appsPrefix] : [])

// Names are the program's settings with __ for the colon; docs/commands.md explains each.
var settings = {
  Bot__Url: 'http://*:8080'
  Bot__StopWithin: '00:00:40'
  Bot__KeyCertificate: '/secrets/key-certificate'
  MercadoLibre__Application__ClientId: clientId
  MercadoLibre__Application__RedirectUri: '${ingressUrl}/callback'
  MercadoLibre__Budget__CallsPerSecond: string(callsPerSecond)
  Delivery__StopGrace: '00:00:30'
  Delivery__AzureQueues__ServiceUri: queueUri
  Delivery__AzureQueues__Name: queueName
  Delivery__AzureQueues__Partitions: string(partitions)
  Delivery__AzureQueues__Create: 'false'
  Inbox__PublicUrl: inboxUrl
  MELIBOT_CACHE: '/cache'
  OTEL_EXPORTER_OTLP_ENDPOINT: 'https://${prefix}-telemetry.internal.${domain}'
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf'
  OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE: 'delta'
  OTEL_TRACES_SAMPLER: 'parentbased_traceidratio'
  OTEL_TRACES_SAMPLER_ARG: traceShare
  OTEL_RESOURCE_ATTRIBUTES: 'service.namespace=${prefix}'
}

var settingsOfOwner = { MercadoLibre__Application__OwnerAccount: string(ownerAccount) }
var settingsOfPlaybook = { Playbook__Path: playbookPath }
var settingsOfProxies = toObject(range(0, length(proxies)), number => 'MercadoLibre__Notifications__TrustedProxies__${number}', number => proxies[number])

var onlySends = { Delivery__AzureQueues__Read: 'false' }

var allSettings = union(settings, ownerAccount == 0 ? {} : settingsOfOwner, empty(playbookPath) ? {} : settingsOfPlaybook)

// Settings whose value is a secret of the vault.
var secretSettings = {
  MercadoLibre__Application__ClientSecret: 'client-secret'
  Delivery__Postgres__ConnectionString: 'database-connection'
  Delivery__Postgres__DirectConnectionString: 'database-direct-connection'
}

var secretSettingsOfIngress = { MercadoLibre__Notifications__Secrets__0: 'notification-secret' }
var secretSettingsWhileClientRotates = { MercadoLibre__Application__SecondClientSecret: 'client-secret-2' }
var secretSettingsWhileNotificationsRotate = { MercadoLibre__Notifications__Secrets__1: 'notification-secret-2' }

var allSecretSettings = union(secretSettings, rotatingClientSecret ? secretSettingsWhileClientRotates : {})

// Open work that is due: the queue alone never shows it, because a message goes when its signal is stored.
var openWork = '''
SELECT (SELECT count(*) FROM signals WHERE state = 0 AND due_at <= now())
     + (SELECT count(*) FROM conversations WHERE turn_due_at <= now())
     + (SELECT count(*) FROM effects WHERE state IN (0, 1, 5) AND due_at <= now())
'''

module ingress 'app.bicep' = {
  name: '${prefix}-ingress-app'
  params: {
    name: '${prefix}-ingress'
    location: location
    tags: tags
    role: 'ingress'
    image: image
    environmentId: environmentId
    registryServer: registryServer
    identityName: '${prefix}-ingress'
    vaultUri: vaultUri
    settings: union(allSettings, settingsOfProxies, onlySends)
    secretSettings: union(allSecretSettings, secretSettingsOfIngress, rotatingNotificationSecret ? secretSettingsWhileNotificationsRotate : {})
    size: sizes.ingress
    external: true
    sticky: false
    rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '100' } } }]
  }
}

module worker 'app.bicep' = {
  name: '${prefix}-worker-app'
  params: {
    name: '${prefix}-worker'
    location: location
    tags: tags
    role: 'worker'
    image: image
    environmentId: environmentId
    registryServer: registryServer
    identityName: '${prefix}-worker'
    vaultUri: vaultUri
    settings: allSettings
    secretSettings: allSecretSettings
    moreSecrets: ['database-scaler-connection']
    size: sizes.worker
    external: false
    sticky: false
    rules: concat(
      [
        {
          name: 'open-work'
          custom: {
            type: 'postgresql'
            metadata: { query: openWork, targetQueryValue: '500', activationTargetQueryValue: '1' }
            auth: [{ triggerParameter: 'connection', secretRef: 'database-scaler-connection' }]
          }
        }
      ],
      map(range(0, partitions), number => {
        name: 'queue-${padLeft(number, 2, '0')}'
        custom: {
          type: 'azure-queue'
          metadata: { accountName: storageName, queueName: '${queueName}-${padLeft(number, 2, '0')}', queueLength: '160', activationQueueLength: '1' }
          identity: resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', '${prefix}-worker')
        }
      })
    )
  }
}

module inbox 'app.bicep' = {
  name: '${prefix}-inbox-app'
  params: {
    name: '${prefix}-inbox'
    location: location
    tags: tags
    role: 'inbox'
    image: image
    environmentId: environmentId
    registryServer: registryServer
    identityName: '${prefix}-inbox'
    vaultUri: vaultUri
    settings: union(allSettings, onlySends)
    secretSettings: allSecretSettings
    size: sizes.inbox
    external: true
    // A page keeps its state in the process that drew it.
    sticky: true
    rules: [{ name: 'people', http: { metadata: { concurrentRequests: '50' } } }]
  }
}

module telemetry 'collector.bicep' = {
  name: '${prefix}-telemetry-app'
  params: {
    name: '${prefix}-telemetry'
    location: location
    tags: tags
    environmentId: environmentId
    identityName: '${prefix}-telemetry'
    vaultUri: vaultUri
  }
}
