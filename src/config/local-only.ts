import { isLoopbackHost, isLoopbackUrl } from '#channels/bot-framework/authentication/loopback.ts';
import type { Config } from '../config.ts';

/**
 * Whether nobody but this machine reaches the program, as its settings say. No request can tell: behind a plain proxy,
 * each comes from 127.0.0.1 and is for 127.0.0.1.
 */
export const isLocalOnly = ({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>): boolean =>
  isLoopbackHost(host) && (publicUrl === undefined || isLoopbackUrl(publicUrl));
