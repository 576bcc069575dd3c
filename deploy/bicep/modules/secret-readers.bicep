// One identity may read these secrets of the vault, and no other.
param vaultName string
param reader string
param principalId string
param role string

@description('Their names, which are no secret.')
#disable-next-line secure-secrets-in-params
param secrets string[]

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = { name: vaultName }

resource held 'Microsoft.KeyVault/vaults/secrets@2023-07-01' existing = [
  for secret in secrets: {
    parent: vault
    name: secret
  }
]

resource reading 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (secret, index) in secrets: {
    scope: held[index]
    name: guid(vault.id, secret, reader, role)
    properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role) }
  }
]
