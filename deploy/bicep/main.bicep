// MeliBot on Azure Container Apps: ingress, workers and inbox by role, over Azure Storage Queues and PostgreSQL. docs/operators.md goes through it step by step.
targetScope = 'resourceGroup'

@description('What every name begins with: small letters and digits.')
@minLength(3)
@maxLength(10)
param prefix string = 'melibot'

param location string = resourceGroup().location

@description('Kept with every resource, for bills.')
param tags object = {}

@description('The image, with its tag: REGISTRY/melibot:TAG. Empty at the first deployment, which makes the registry to push it to; the apps come with the next.')
param image string = ''

@description('The application\'s client id in Mercado Libre\'s developer centre.')
param clientId string

@description('The linked account that owns the application; missed feeds need its token. 0 until it is linked.')
param ownerAccount int = 0

@description('Calls a second that Mercado Libre allows the application.')
param callsPerSecond int = 20

@description('Path of the folder in the image that holds the playbook, where the image doesn\'t say it itself.')
param playbookPath string = ''

@description('The share of traces that is kept, between 0 and 1: traces cost more than all else where there is much traffic. Metrics and logs are always whole.')
param traceShare string = '1'

@description('Who hears of alerts.')
param alertEmails string[] = []

@description('True in production: the database, the queues and the vault have no public address, and the apps reach them through a network of their own.')
param privateNetwork bool

@description('Sizes; the parameter files say what they cost.')
param sizes {
  ingress: { cpu: string, memory: string, min: int, max: int }
  worker: { cpu: string, memory: string, min: int, max: int }
  inbox: { cpu: string, memory: string, min: int, max: int }
  database: { sku: string, tier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized', storageGb: int, backupDays: int, geoBackup: bool, zoneRedundant: bool }
  storage: 'Standard_LRS' | 'Standard_ZRS'
  registry: 'Basic' | 'Standard' | 'Premium'
  logDays: int
  logGbADay: int
}

@description('Queues that the accounts are spread over. Fixed at the first deployment: drain them before it is changed.')
@minValue(1)
@maxValue(256)
param partitions int = 16

@description('Mercado Libre gives the application a second client secret for some days: it stands in the vault as client-secret-2.')
param rotatingClientSecret bool = false

@description('While the notification address is changed: the new secret stands in the vault as notification-secret-2.')
param rotatingNotificationSecret bool = false

@description('Of the database\'s owner. Needed at each deployment, because the connection strings hold it.')
@secure()
@minLength(16)
param databasePassword string

@description('From the developer centre. Empty leaves what the vault holds.')
@secure()
param clientSecret string

@description('The last part of the notification address. Empty leaves what the vault holds.')
@secure()
param notificationSecret string

@description('A PKCS #12 file in base64, without password, that encrypts the keys which encrypt the tokens. Empty leaves what the vault holds.')
@secure()
param keyCertificate string

// Names are told here, not asked of the resources, so that what will be deployed can be said beforehand (bicep snapshot, what-if).
var suffix = uniqueString(resourceGroup().id)
var vaultName = '${prefix}-${suffix}'
var storageName = '${prefix}${suffix}'
var registryName = '${prefix}${suffix}'
var databaseServer = '${prefix}-db-${suffix}'
var withApps = !empty(image)
var roles = ['ingress', 'worker', 'inbox']

module network 'modules/network.bicep' = if (privateNetwork) {
  params: { prefix: prefix, location: location, tags: tags, vaultId: vault.outputs.id, storageId: queues.outputs.id }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: vaultName
    location: location
    tags: tags
    private: privateNetwork
    clientSecret: clientSecret
    notificationSecret: notificationSecret
    keyCertificate: keyCertificate
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: { prefix: prefix, location: location, tags: tags, logDays: sizes.logDays, logGbADay: sizes.logGbADay, vaultName: vaultName }
  dependsOn: [vault]
}

module queues 'modules/queues.bicep' = {
  params: { name: storageName, location: location, tags: tags, sku: sizes.storage, partitions: partitions, private: privateNetwork }
}

module database 'modules/database.bicep' = {
  params: { name: databaseServer, prefix: prefix, location: location, tags: tags, size: sizes.database, password: databasePassword, private: privateNetwork, vaultName: vaultName }
  dependsOn: [vault, network]
}

module registry 'modules/registry.bicep' = {
  params: { name: registryName, location: location, tags: tags, sku: sizes.registry }
}

module identities 'modules/identities.bicep' = {
  params: {
    prefix: prefix
    location: location
    tags: tags
    vaultName: vaultName
    storageName: storageName
    registryName: registryName
    rotatingClientSecret: rotatingClientSecret
    rotatingNotificationSecret: rotatingNotificationSecret
    withSecrets: withApps
  }
  dependsOn: [database, monitoring, queues, registry]
}

module environment 'modules/environment.bicep' = {
  params: { prefix: prefix, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId, private: privateNetwork, zoneRedundant: privateNetwork && sizes.database.zoneRedundant }
  dependsOn: [network]
}

module apps 'modules/apps.bicep' = if (withApps) {
  params: {
    prefix: prefix
    location: location
    tags: tags
    image: image
    environmentId: environment.outputs.id
    domain: environment.outputs.domain
    registryServer: registry.outputs.server
    vaultUri: vault.outputs.uri
    queueUri: queues.outputs.uri
    storageName: storageName
    partitions: partitions
    clientId: clientId
    ownerAccount: ownerAccount
    callsPerSecond: callsPerSecond
    playbookPath: playbookPath
    traceShare: traceShare
    rotatingClientSecret: rotatingClientSecret
    rotatingNotificationSecret: rotatingNotificationSecret
    private: privateNetwork
    sizes: { ingress: sizes.ingress, worker: sizes.worker, inbox: sizes.inbox }
  }
  dependsOn: [identities, database, network]
}

module alerts 'modules/alerts.bicep' = {
  params: { prefix: prefix, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId, databaseServer: databaseServer, roles: withApps ? roles : [], emails: alertEmails }
  dependsOn: [database, apps]
}

module dashboard 'modules/dashboard.bicep' = {
  params: { prefix: prefix, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId }
}

@description('Push the image here.')
output registryServer string = registry.outputs.server

@description('The notification address in the developer centre is this and the secret.')
output notificationAddress string = 'https://${prefix}-ingress.${environment.outputs.domain}/notifications/'

@description('The redirect address in the developer centre, exactly.')
output redirectAddress string = 'https://${prefix}-ingress.${environment.outputs.domain}/callback'

@description('Where people work.')
output inboxAddress string = 'https://${prefix}-inbox.${environment.outputs.domain}'
