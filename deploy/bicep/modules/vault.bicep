// What is secret, and nothing else. Apps read single secrets of it by their identities; nobody holds a key of the vault.
@minLength(3)
@maxLength(24)
param name string

param location string
param tags object
param private bool

@secure()
param clientSecret string

@secure()
param notificationSecret string

@secure()
param keyCertificate string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: { bypass: 'AzureServices', defaultAction: private ? 'Deny' : 'Allow' }
  }
}

// An empty parameter leaves what the vault holds: a later deployment needs no secret again.
resource client 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(clientSecret)) {
  parent: vault
  name: 'client-secret'
  properties: { value: clientSecret }
}

resource notification 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(notificationSecret)) {
  parent: vault
  name: 'notification-secret'
  properties: { value: notificationSecret }
}

resource certificate 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(keyCertificate)) {
  parent: vault
  name: 'key-certificate'
  properties: { value: keyCertificate, contentType: 'application/x-pkcs12' }
}

output id string = vault.id
output uri string = vault.properties.vaultUri
