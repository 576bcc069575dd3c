using 'main.bicep'

// For sellers who rely on it: two of each, in zones, in a network of its own. About US$ 800 a month at list prices, and US$ 2.76 for each GB of telemetry; docs/scale.md has the sum and where the
// prices are from, and says what changes at 10,000 and at 1,000,000 accounts.
param prefix = readEnvironmentVariable('MELIBOT_PREFIX', 'melibot')
param privateNetwork = true
param image = readEnvironmentVariable('MELIBOT_IMAGE', '')
param clientId = readEnvironmentVariable('MELIBOT_CLIENT_ID', '1')
param ownerAccount = int(readEnvironmentVariable('MELIBOT_OWNER_ACCOUNT', '0'))
// One trace of ten: at a thousand notifications a second all of them would cost more than the rest together.
param traceShare = '0.1'
param alertEmails = ['operators@example.com']
param tags = { product: 'melibot', stage: 'prod' }

param sizes = {
  // Never 0: a cold start doesn't fit into the 500 ms that a notification is given.
  ingress: { cpu: '0.5', memory: '1Gi', min: 2, max: 10 } // two: US$ 79
  worker: { cpu: '1', memory: '2Gi', min: 2, max: 10 } // two: US$ 158
  inbox: { cpu: '1', memory: '2Gi', min: 2, max: 6 } // two: US$ 158 busy, US$ 70 idle
  // Two vCores and a standby in another zone: US$ 260, and US$ 30 for disk on both sides.
  database: { sku: 'Standard_D2ds_v5', tier: 'GeneralPurpose', storageGb: 128, backupDays: 35, geoBackup: true, zoneRedundant: true }
  storage: 'Standard_ZRS' // US$ 20: looks at empty queues; traffic adds US$ 0.40 a million operations
  registry: 'Standard' // US$ 20
  logDays: 90 // US$ 0.10 a GB and month after the first 31 days
  logGbADay: 5 // US$ 2.76 a GB: US$ 200 where it is used up
}

// Secrets come from the environment of whoever deploys, and go to the vault; empty leaves what it holds. The database's password is needed each time.
param databasePassword = readEnvironmentVariable('MELIBOT_DATABASE_PASSWORD', '')
param clientSecret = readEnvironmentVariable('MELIBOT_CLIENT_SECRET', '')
param notificationSecret = readEnvironmentVariable('MELIBOT_NOTIFICATION_SECRET', '')
param keyCertificate = readEnvironmentVariable('MELIBOT_KEY_CERTIFICATE', '')
