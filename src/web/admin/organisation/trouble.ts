import { types } from 'node:util';
import { AuthorizationResponseError } from 'openid-client';

/** What went wrong with a provider: somebody or something there said no, its answer does not hold, or there is none. */
export interface Trouble {
  readonly outcome: 'declined' | 'failed' | 'down';
  /** For the log: without what anybody sent. */
  readonly why: string;
}

/** Reads what `openid-client` throws. */
export const troubleOf = (error: unknown): Trouble => ({ outcome: outcomeOf(error), why: reason(error) });

const refusals: ReadonlySet<string> = new Set(['access_denied', 'login_required', 'interaction_required']);
const failures: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable']);
/** The others that a provider may give (RFC 6749, section 4.1.2.1): anything else is what whoever came back has written. */
const mistakes: ReadonlySet<string> = new Set([
  ...['invalid_request', 'invalid_scope', 'invalid_grant', 'invalid_client', 'unauthorized_client'],
  ...['unsupported_response_type', 'account_selection_required', 'consent_required'],
]);
/** Codes of an answer that never came, or that no provider at work gives. */
const silences: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
]);

function outcomeOf(error: unknown): Trouble['outcome'] {
  if (error instanceof AuthorizationResponseError) {
    if (refusals.has(error.error)) return 'declined';
    return failures.has(error.error) ? 'down' : 'failed';
  }
  // What has no code comes from the network.
  const code = codeOf(error);
  return code === undefined || silences.has(code) ? 'down' : 'failed';
}

function codeOf(error: unknown): string | undefined {
  const code = types.isNativeError(error) && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

function reason(error: unknown): string {
  const given = types.isNativeError(error) && 'error' in error ? String(error.error) : '';
  const said = [refusals, failures, mistakes].some((known) => known.has(given)) ? given : undefined;
  const message = types.isNativeError(error) ? error.message : 'unknown';
  return [codeOf(error), said, message].filter(Boolean).join(': ').slice(0, 300);
}
