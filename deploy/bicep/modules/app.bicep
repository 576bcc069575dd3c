// One role as an app: the same image, told what of the whole it does.
param name string
param location string
param tags object

@allowed(['ingress', 'worker', 'inbox'])
param role string

param image string
param environmentId string
param registryServer string
param identityName string
param vaultUri string

@description('Values by setting.')
param settings object

@description('Names of secrets in the vault, by setting.')
#disable-next-line secure-secrets-in-params
param secretSettings object

@description('Names of secrets that a scale rule needs beside them.')
#disable-next-line secure-secrets-in-params
param moreSecrets string[] = []

param size { cpu: string, memory: string, min: int, max: int }

@description('Reached from outside the environment.')
param external bool

@description('One browser stays with one replica.')
param sticky bool

param rules array

// Work in hand has Bot:StopWithin to end; then the platform waits this much longer before it kills.
var gracePeriod = 60

var keyCertificate = 'key-certificate'
var vaultSecrets = union(map(items(secretSettings), setting => string(setting.value)), moreSecrets, [keyCertificate])

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = { name: identityName }

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      // The next revision takes over when it is ready, and the old one ends then.
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      registries: [{ server: registryServer, identity: identity.id }]
      secrets: [for secret in vaultSecrets: { name: secret, keyVaultUrl: '${vaultUri}secrets/${secret}', identity: identity.id }]
      ingress: external
        ? {
            external: true
            allowInsecure: false
            targetPort: 8080
            transport: 'auto'
            stickySessions: { affinity: sticky ? 'sticky' : 'none' }
          }
        : null
    }
    template: {
      terminationGracePeriodSeconds: gracePeriod
      containers: [
        {
          name: role
          image: image
          args: ['serve']
          resources: { cpu: json(size.cpu), memory: size.memory }
          env: concat(
            [
              { name: 'Bot__Roles', value: role }
              { name: 'OTEL_SERVICE_NAME', value: name }
              { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
            ],
            map(items(settings), setting => { name: setting.key, value: string(setting.value) }),
            map(items(secretSettings), setting => { name: setting.key, secretRef: string(setting.value) })
          )
          probes: [
            // Learning the language and looking at the schema come before the first answer.
            { type: 'Startup', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 2, failureThreshold: 90 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 10, failureThreshold: 6, timeoutSeconds: 5 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: 8080 }, periodSeconds: 5, failureThreshold: 3, timeoutSeconds: 5 }
          ]
          volumeMounts: [
            { volumeName: 'secrets', mountPath: '/secrets' }
            { volumeName: 'cache', mountPath: '/cache' }
            { volumeName: 'data', mountPath: '/data' }
          ]
        }
      ]
      volumes: [
        { name: 'secrets', storageType: 'Secret', secrets: [{ secretRef: keyCertificate, path: keyCertificate }] }
        // What was learnt of the playbook, and the local socket; both can be lost.
        { name: 'cache', storageType: 'EmptyDir' }
        { name: 'data', storageType: 'EmptyDir' }
      ]
      scale: { minReplicas: size.min, maxReplicas: size.max, cooldownPeriod: 300, pollingInterval: 15, rules: rules }
    }
  }
}
