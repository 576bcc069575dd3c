// Takes traces, metrics and logs by OTLP and gives them to Application Insights. The platform's own agent takes no metrics there.
param name string
param location string
param tags object
param environmentId string
param identityName string
param vaultUri string

var connection = 'insights-connection'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = { name: identityName }

resource collector 'Microsoft.App/containerApps@2025-01-01' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      secrets: [{ name: connection, keyVaultUrl: '${vaultUri}secrets/${connection}', identity: identity.id }]
      ingress: { external: false, allowInsecure: false, targetPort: 4318, transport: 'http' }
    }
    template: {
      containers: [
        {
          name: 'collector'
          image: 'docker.io/otel/opentelemetry-collector-contrib:0.140.0'
          args: ['--config=env:COLLECTOR']
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
          env: [
            { name: 'COLLECTOR', value: loadTextContent('../collector.yaml') }
            { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', secretRef: connection }
          ]
          probes: [{ type: 'Liveness', httpGet: { path: '/', port: 13133 }, periodSeconds: 15, failureThreshold: 4 }]
        }
      ]
      scale: { minReplicas: 1, maxReplicas: 2, rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '200' } } }] }
    }
  }
}
