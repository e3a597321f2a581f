import type { Credentials } from '#channels/bot-framework/authentication/credentials.ts';
import type { ProgramSettings } from './settings.ts';

/** The bot in Azure, where its settings are given. */
export function botOf(settings: ProgramSettings): Credentials | undefined {
  const { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId, MicrosoftAppPassword: password } = settings;
  if (appId === undefined || tenantId === undefined) return undefined;
  return password === undefined
    ? { kind: 'managed-identity', appId, tenantId }
    : { kind: 'single-tenant', appId, tenantId, password };
}

/** What the settings of the bot lack of each other. */
export function botProblems(
  given: Readonly<Record<string, string>>,
): (readonly [name: string, message: string])[] {
  const { MicrosoftAppId: id, MicrosoftAppTenantId: tenant, MicrosoftAppPassword: password } = given;
  const kind = given.MicrosoftAppType;
  if ((id ?? tenant ?? password ?? kind) === undefined) return [];
  const beside = 'is missing beside the other settings of the bot';
  const managed = kind === 'UserAssignedMSI';
  return [
    ...(id === undefined ? [['MicrosoftAppId', beside] as const] : []),
    ...(tenant === undefined ? [['MicrosoftAppTenantId', beside] as const] : []),
    ...(password === undefined && !managed ? [['MicrosoftAppPassword', beside] as const] : []),
    ...(password !== undefined && managed
      ? [['MicrosoftAppPassword', 'has no use with a managed identity'] as const]
      : []),
  ];
}
