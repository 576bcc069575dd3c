// Who may do what: an identity for each app, with the single secrets that it reads and the least that it needs of the queues.
param prefix string
param location string
param tags object
param vaultName string
param storageName string
param registryName string
param rotatingClientSecret bool
param rotatingNotificationSecret bool

@description('False while the vault may still be without the secrets.')
param withSecrets bool

var roles = {
  pull: '7f951dda-4ed3-4680-a7ca-43fe172d538d' // AcrPull
  secret: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
  send: 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a' // Storage Queue Data Message Sender
  work: '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor: renewing a message is a write
}

var application = concat(['client-secret', 'key-certificate', 'database-connection', 'database-direct-connection'], rotatingClientSecret ? ['client-secret-2'] : [])
var notifications = concat(['notification-secret'], rotatingNotificationSecret ? ['notification-secret-2'] : [])

// Who reads and sends: never more than its work needs.
var people = [
  { name: 'ingress', queues: roles.send, secrets: concat(application, notifications) }
  { name: 'worker', queues: roles.work, secrets: concat(application, ['database-scaler-connection']) }
  { name: 'inbox', queues: roles.send, secrets: application }
  { name: 'telemetry', queues: '', secrets: ['insights-connection'] }
]

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = { name: registryName }
resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { name: storageName }

resource identities 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = [
  for person in people: {
    name: '${prefix}-${person.name}'
    location: location
    tags: tags
  }
]

resource pulls 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (person, index) in people: if (!empty(person.queues)) {
    scope: registry
    name: guid(registry.id, prefix, person.name, roles.pull)
    properties: { principalId: identities[index].properties.principalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.pull) }
  }
]

resource queueing 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (person, index) in people: if (!empty(person.queues)) {
    scope: storage
    name: guid(storage.id, prefix, person.name, person.queues)
    properties: { principalId: identities[index].properties.principalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', person.queues) }
  }
]

module reading 'secret-readers.bicep' = [
  for (person, index) in people: if (withSecrets) {
    name: '${prefix}-secrets-of-${person.name}'
    params: { vaultName: vaultName, reader: identities[index].name, principalId: identities[index].properties.principalId, secrets: person.secrets, role: roles.secret }
  }
]
