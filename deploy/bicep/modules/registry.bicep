// Where images are pushed to and pulled from; by identity, without a password.
@minLength(5)
@maxLength(50)
param name string

param location string
param tags object
param sku string

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: name
  location: location
  tags: tags
  sku: { name: sku }
  properties: { adminUserEnabled: false }
}

output server string = registry.properties.loginServer
