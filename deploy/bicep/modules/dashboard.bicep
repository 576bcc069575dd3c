// The workbook of deploy/dashboards, on the installation's own workspace.
param prefix string
param location string
param tags object
param workspaceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, prefix, 'dashboard')
  location: location
  tags: tags
  kind: 'shared'
  properties: { displayName: '${prefix}: how it stands', category: 'workbook', sourceId: workspaceId, version: '1.0', serializedData: loadTextContent('../../dashboards/melibot.workbook.json') }
}
