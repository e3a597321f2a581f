import { networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

/** Where people reach the program when it listens on this port, without a final slash. */
export const publicUrl = (
  { publicUrl: given, host }: Pick<Config, 'publicUrl' | 'host'>,
  port: number,
): string => given ?? addressAt(host, port, '127.0.0.1');

/** Where the other nodes of a database reach it, likewise. */
export const nodeAddress = (
  { nodeAddress: given, host }: Pick<Config, 'nodeAddress' | 'host'>,
  port: number,
): string => given ?? addressAt(host, port, ownAddress() ?? '127.0.0.1');

/** `own`: by which address a machine is meant that listens on all of them. */
function addressAt(host: string, port: number, own: string): string {
  const name = ['0.0.0.0', '::'].includes(host) ? own : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** In a container, the address that it has among the others. */
const ownAddress = (): string | undefined =>
  Object.values(networkInterfaces())
    .flatMap((all = []) => all)
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address;
