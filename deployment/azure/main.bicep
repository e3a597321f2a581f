metadata name = 'Trajectoires in Teams'
metadata description = 'The registration that lets Microsoft Teams, and other sites if wanted, talk to the program. The program itself runs elsewhere.'

targetScope = 'resourceGroup'

@description('How the program proves that it is the bot. SingleTenant: an app registration and its secret, wherever the program runs. UserAssignedMSI: an identity made here, without any secret, for a program that runs on a machine of Azure.')
@allowed([
  'SingleTenant'
  'UserAssignedMSI'
])
param appType string = 'SingleTenant'

@description('The application (client) id of the app registration. For SingleTenant alone; the identity made here has its own.')
param appId string = ''

@description('The directory (tenant) id of the app registration. For SingleTenant alone.')
param tenantId string = tenant().tenantId

@description('The name of the bot among the resources: 4 to 42 letters, digits, hyphens or underscores, that no other bot of Azure has. It cannot be changed later.')
@minLength(4)
@maxLength(42)
param botName string

@description('The name that people read.')
@minLength(1)
param displayName string = 'Trajectoires'

@description('The address at which people and Azure reach the program: the PUBLIC_URL setting, beginning with https://.')
@minLength(10)
param publicUrl string

@description('F0: free. S1: paid by the message, for many conversations over Direct Line.')
@allowed([
  'F0'
  'S1'
])
param sku string = 'F0'

@description('Whether sites may open conversations with the secret keys of Direct Line and of Web Chat. False: only with tokens of Microsoft Entra. Teams needs neither.')
param secretKeys bool = false

@description('Where the identity is kept. For UserAssignedMSI alone.')
param identityLocation string = resourceGroup().location

var managed = appType == 'UserAssignedMSI'
var base = endsWith(publicUrl, '/') ? substring(publicUrl, 0, length(publicUrl) - 1) : publicUrl
var messages = '${base}/api/messages'
// What a browser calls the site: its address without a path.
var origin = join(take(split(base, '/'), 3), '/')
var botAppId = managed ? identity!.properties.clientId : appId
var botTenantId = managed ? identity!.properties.tenantId : tenantId

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = if (managed) {
  name: '${botName}-identity'
  location: identityLocation
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: sku
  }
  properties: {
    displayName: displayName
    endpoint: messages
    msaAppType: appType
    msaAppId: botAppId
    msaAppTenantId: botTenantId
    msaAppMSIResourceId: managed ? identity!.id : null
    disableLocalAuth: !secretKeys
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}

// The channels are made one after the other: Azure keeps them in one record of the bot.
resource directLine 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'DirectLineChannel'
  location: 'global'
  properties: {
    channelName: 'DirectLineChannel'
    properties: {
      sites: [
        {
          siteName: 'Default Site'
          isEnabled: true
          isV1Enabled: false
          isV3Enabled: true
          isBlockUserUploadEnabled: true
          isSecureSiteEnabled: true
          trustedOrigins: [
            origin
          ]
        }
      ]
    }
  }
  dependsOn: [
    teams
  ]
}

resource webChat 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'WebChatChannel'
  location: 'global'
  properties: {
    channelName: 'WebChatChannel'
    properties: {
      sites: [
        {
          siteName: 'Default Site'
          isEnabled: true
          isWebchatPreviewEnabled: true
          isBlockUserUploadEnabled: true
        }
      ]
    }
  }
  dependsOn: [
    directLine
  ]
}

@description('The settings to give to the program, one a line. The secret is known to whoever made it, never here.')
output settings array = concat(
  [
    'MicrosoftAppType=${appType}'
    'MicrosoftAppId=${botAppId}'
    'MicrosoftAppTenantId=${botTenantId}'
  ],
  managed ? [] : [
    'MicrosoftAppPassword='
  ]
)

@description('Where Azure brings what people say.')
output endpoint string = messages

@description('The identity to attach to the machine on which the program runs; empty for SingleTenant.')
output identityId string = managed ? identity!.id : ''
