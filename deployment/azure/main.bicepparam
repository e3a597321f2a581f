using './main.bicep'

// Copy this file beside itself under a name of your own and write your values into the copy. It holds no secret.

// SingleTenant: the program runs anywhere. UserAssignedMSI: on a machine of Azure; then leave out appId and tenantId.
param appType = 'SingleTenant'
param appId = '00000000-0000-0000-0000-000000000000'
param tenantId = '00000000-0000-0000-0000-000000000000'

param botName = 'trajectoires-bourg-neuf'
param displayName = 'Trajectoires'

// The PUBLIC_URL setting of the program.
param publicUrl = 'https://trajectoires.example.org'

param sku = 'F0'

// True when sites of your own use Azure Direct Line: see README.md.
param secretKeys = false
