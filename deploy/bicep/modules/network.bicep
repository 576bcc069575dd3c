// A network of the installation's own: apps in one part, the database in another, private addresses of queues and vault in a third.
param prefix string
param location string
param tags object
param vaultId string
param storageId string

@export()
var appsPrefix = '10.40.0.0/23'

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${prefix}-network'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.40.0.0/16'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: appsPrefix
          delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: '10.40.2.0/28'
          delegations: [{ name: 'database', properties: { serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers' } }]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.40.3.0/26' }
      }
    ]
  }

  resource endpoints 'subnets' existing = { name: 'endpoints' }
}

var zoneNames = ['privatelink.queue.${az.environment().suffixes.storage}', 'privatelink.vaultcore.azure.net', '${prefix}.private.postgres.database.azure.com']

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for name in zoneNames: {
    name: name
    location: 'global'
    tags: tags
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (name, index) in zoneNames: {
    parent: zones[index]
    name: '${prefix}-network'
    location: 'global'
    tags: tags
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

var endpoints = [
  { name: 'queue', target: storageId }
  { name: 'vault', target: vaultId }
]

resource addresses 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for endpoint in endpoints: {
    name: '${prefix}-${endpoint.name}'
    location: location
    tags: tags
    properties: {
      subnet: { id: network::endpoints.id }
      privateLinkServiceConnections: [{ name: endpoint.name, properties: { privateLinkServiceId: endpoint.target, groupIds: [endpoint.name] } }]
    }
  }
]

resource known 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (endpoint, index) in endpoints: {
    parent: addresses[index]
    name: 'default'
    properties: { privateDnsZoneConfigs: [{ name: endpoint.name, properties: { privateDnsZoneId: zones[index].id } }] }
  }
]
