// PostgreSQL: what is durable, and who decides on order and turns.
param name string
param prefix string
param location string
param tags object
param size { sku: string, tier: string, storageGb: int, backupDays: int, geoBackup: bool, zoneRedundant: bool }
param private bool
param vaultName string

@secure()
param password string

var owner = 'melibot'
var databaseName = 'melibot'

// The pooler comes with every tier but the smallest.
var pooled = size.tier != 'Burstable'

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: size.sku, tier: size.tier }
  properties: {
    version: '16'
    administratorLogin: owner
    administratorLoginPassword: password
    authConfig: { activeDirectoryAuth: 'Disabled', passwordAuth: 'Enabled' }
    storage: { storageSizeGB: size.storageGb, autoGrow: 'Enabled' }
    backup: { backupRetentionDays: size.backupDays, geoRedundantBackup: size.geoBackup ? 'Enabled' : 'Disabled' }
    highAvailability: { mode: size.zoneRedundant ? 'ZoneRedundant' : 'Disabled' }
    network: private
      ? {
          publicNetworkAccess: 'Disabled'
          delegatedSubnetResourceId: resourceId('Microsoft.Network/virtualNetworks/subnets', '${prefix}-network', 'database')
          privateDnsZoneArmResourceId: resourceId('Microsoft.Network/privateDnsZones', '${prefix}.private.postgres.database.azure.com')
        }
      : { publicNetworkAccess: 'Enabled' }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: server
  name: databaseName
  properties: { charset: 'UTF8', collation: 'en_US.utf8' }
}

// One after the other: the server takes one change at a time.
var settings = union(
  { require_secure_transport: 'on', ssl_min_protocol_version: 'TLSv1.2' },
  pooled ? { 'pgbouncer.enabled': 'true' } : {}
)

@batchSize(1)
resource configurations 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = [
  for setting in items(settings): {
    parent: server
    name: setting.key
    properties: { value: setting.value, source: 'user-override' }
    dependsOn: [database]
  }
]

// Without a network of its own, only Azure's own addresses reach it.
resource azureOnly 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = if (!private) {
  parent: server
  name: 'azure'
  properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
}

var host = server.properties.fullyQualifiedDomainName
var credentials = 'Database=${databaseName};Username=${owner};Password=${password};SSL Mode=VerifyFull'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName

  // Through the pooler, where there is one; what one connection left behind isn't there for the next.
  resource pooledConnection 'secrets' = {
    name: 'database-connection'
    properties: { value: 'Host=${host};Port=${pooled ? 6432 : 5432};${credentials}${pooled ? ';No Reset On Close=true;Max Auto Prepare=0' : ''}' }
  }

  // LISTEN belongs to one connection, which a pooler would take away.
  resource directConnection 'secrets' = {
    name: 'database-direct-connection'
    properties: { value: 'Host=${host};Port=5432;${credentials}' }
  }

  // As the scaler writes it.
  resource scalerConnection 'secrets' = {
    name: 'database-scaler-connection'
    properties: { value: 'host=${host} port=5432 dbname=${databaseName} user=${owner} password=${password} sslmode=require' }
  }
}
