/** Which bot this is for Azure Bot Service, and how it proves it. */
export type Credentials =
  | {
      readonly kind: 'single-tenant';
      readonly appId: string;
      readonly tenantId: string;
      readonly password: string;
    }
  | { readonly kind: 'managed-identity'; readonly appId: string; readonly tenantId: string };

/** The same in the settings' names that the SDK knows. */
export function sdkSettings(credentials: Credentials | undefined): Record<string, string> {
  if (credentials === undefined) return {};
  const { appId, tenantId } = credentials;
  const bot = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId };
  switch (credentials.kind) {
    case 'single-tenant':
      return { ...bot, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: credentials.password };
    case 'managed-identity':
      return { ...bot, MicrosoftAppType: 'UserAssignedMSI' };
  }
}
