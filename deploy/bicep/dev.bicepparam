using 'main.bicep'

// For trying: one of each, no network of its own, nothing redundant. About US$ 160 a month at list prices; docs/scale.md has the sum and where the prices are from.
param prefix = readEnvironmentVariable('MELIBOT_PREFIX', 'melibotdev')
param privateNetwork = false
param image = readEnvironmentVariable('MELIBOT_IMAGE', '')
param clientId = readEnvironmentVariable('MELIBOT_CLIENT_ID', '1')
param ownerAccount = int(readEnvironmentVariable('MELIBOT_OWNER_ACCOUNT', '0'))
param alertEmails = []
param tags = { product: 'melibot', stage: 'dev' }

param sizes = {
  ingress: { cpu: '0.25', memory: '0.5Gi', min: 1, max: 2 } // one small replica all month: US$ 6 idle, US$ 20 busy
  worker: { cpu: '0.5', memory: '1Gi', min: 1, max: 2 } // US$ 39: it never idles
  inbox: { cpu: '0.5', memory: '1Gi', min: 1, max: 1 } // US$ 12 idle, US$ 39 busy
  database: { sku: 'Standard_B2s', tier: 'Burstable', storageGb: 32, backupDays: 7, geoBackup: false, zoneRedundant: false } // US$ 29; the next smaller takes 35 connections, too few for an upgrade
  storage: 'Standard_LRS' // US$ 8: looks at empty queues
  registry: 'Basic' // US$ 5
  logDays: 30 // the first 31 days of keeping are free
  logGbADay: 1 // US$ 2.76 a GB; a quiet installation sends 0.1 to 0.2 GB a day, so about US$ 10
}

// Secrets come from the environment of whoever deploys, and go to the vault; empty leaves what it holds. The database's password is needed each time.
param databasePassword = readEnvironmentVariable('MELIBOT_DATABASE_PASSWORD', '')
param clientSecret = readEnvironmentVariable('MELIBOT_CLIENT_SECRET', '')
param notificationSecret = readEnvironmentVariable('MELIBOT_NOTIFICATION_SECRET', '')
param keyCertificate = readEnvironmentVariable('MELIBOT_KEY_CERTIFICATE', '')
