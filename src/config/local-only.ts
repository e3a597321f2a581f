import { isLoopbackHost, isLoopbackUrl } from '#channels/bot-framework/authentication/loopback.ts';
import type { Config } from '../config.ts';

/**
 * Whether nobody but this machine reaches the program, as its settings say. No request can tell: behind a plain proxy,
 * each comes from 127.0.0.1 and is for 127.0.0.1. A proxy that is named speaks for others.
 */
export const isLocalOnly = ({
  host,
  publicUrl,
  trustedProxies,
}: Pick<Config, 'host' | 'publicUrl' | 'trustedProxies'>): boolean =>
  isLoopbackHost(host) &&
  (publicUrl === undefined || isLoopbackUrl(publicUrl)) &&
  trustedProxies.length === 0;
