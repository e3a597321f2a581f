import { isLoopbackHost } from '#channels/bot-framework/authentication/loopback.ts';
import type { Config } from '../config.ts';
import { isLocalOnly } from './local-only.ts';

/** What the operator should know of settings that do not stop the start. */
interface StartNote {
  readonly level: 'info' | 'warn';
  readonly message: string;
  readonly remedy: string;
}

export function startNotes(config: Config): readonly StartNote[] {
  const { publicUrl, trustedProxies, bot, host } = config;
  const isBehindProxy = publicUrl?.startsWith('https:') === true;
  return [
    ...(isBehindProxy && trustedProxies.length === 0 ? [nobodyTrusted] : []),
    ...(publicUrl === undefined && !isLoopbackHost(host) ? [noAddress] : []),
    ...(bot === undefined ? [isLocalOnly(config) ? messagesLocal : messagesClosed] : []),
  ];
}

const nobodyTrusted: StartNote = {
  level: 'warn',
  message: 'PUBLIC_URL is https and no proxy is trusted: everybody behind the proxy counts as one address',
  remedy:
    'Set TRUSTED_PROXIES to the address of the proxy (loopback when it runs on this machine), and have it set X-Forwarded-For.',
};

const noAddress: StartNote = {
  level: 'warn',
  message:
    'Other machines may reach the program, and PUBLIC_URL is not set: links lead to the listening address',
  remedy:
    "Set PUBLIC_URL to the address people type; the facilitator's space takes no form under another name.",
};

const messagesLocal: StartNote = {
  level: 'info',
  message: '/api/messages is open to programs of this machine alone, and asks them for no credentials',
  remedy:
    'Before a proxy lets others in, set PUBLIC_URL and TRUSTED_PROXIES: nothing else tells of one that shows nothing.',
};

const messagesClosed: StartNote = {
  level: 'info',
  message: '/api/messages is closed: without credentials it would obey anyone who reaches the program',
  remedy:
    'For Teams and other Bot Framework channels set the MicrosoftApp settings; for a trial without them, leave HOST and PUBLIC_URL on this machine and trust no proxy.',
};
