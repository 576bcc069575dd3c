// The buffer between ingress and workers. Nobody has a key of the account: the apps sign in by their identities.
@minLength(3)
@maxLength(24)
param name string

param location string
param tags object
param sku string
param partitions int
param private bool

@export()
var queueName = 'melibot-signals'

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku }
  kind: 'StorageV2'
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'None', defaultAction: private ? 'Deny' : 'Allow' }
  }

  resource service 'queueServices' = {
    name: 'default'

    resource partition 'queues' = [
      for number in range(0, partitions): {
        name: '${queueName}-${padLeft(number, 2, '0')}'
      }
    ]

    resource poison 'queues' = {
      name: '${queueName}-poison'
    }
  }
}

output id string = account.id
output uri string = account.properties.primaryEndpoints.queue
