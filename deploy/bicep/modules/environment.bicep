// Where the apps run.
param prefix string
param location string
param tags object
param workspaceId string
param private bool
param zoneRedundant bool

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${prefix}-apps'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' }
    peerTrafficConfiguration: { encryption: { enabled: true } }
    vnetConfiguration: private ? { infrastructureSubnetId: resourceId('Microsoft.Network/virtualNetworks/subnets', '${prefix}-network', 'apps'), internal: false } : null
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    zoneRedundant: zoneRedundant
  }
}

// By the platform's own way, so that no key of the workspace is needed.
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: environment
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'ContainerAppConsoleLogs', enabled: true }
      { category: 'ContainerAppSystemLogs', enabled: true }
    ]
  }
}

output id string = environment.id
output domain string = environment.properties.defaultDomain
