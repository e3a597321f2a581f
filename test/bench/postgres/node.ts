import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openHalves } from '../memory/per-socket.ts';
import type { Used } from '../processes.ts';
import { startNode } from '../turns/our-sides.ts';
import type { Stage } from '../turns/sides.ts';
import { siteSecret } from '../turns/speak.ts';
import { nodesOn } from '../turns/storages.ts';

interface Asked {
  readonly name: string;
  readonly url: string;
  /** By the database. */
  readonly used: Used;
  readonly restMs: number;
  /** Absent: none are opened. */
  readonly sockets?: number;
}

/** The start of one node on a database, its memory at rest, and what connections add to it. */
export async function measureNode(stage: Stage, { name, url, used, restMs, sockets }: Asked) {
  const [env = {}] = await nodesOn(url, 1, join(stage.folder, name.replaceAll(' ', '-')));
  const before = used.cpuMs();
  const node = await startNode(stage, env);
  const from = performance.now();
  while ((await fetch(`${node.url}/readyz`)).status !== 200) await pause(20);
  const readyMs = node.listeningMs + performance.now() - from;
  const [cpuMs, databaseMs] = [node.cpuMs(), used.cpuMs() - before];
  await pause(restMs);
  const restMiB = node.residentMiB();
  const opened = sockets === undefined ? undefined : await openHalves(node, siteSecret, sockets);
  await opened?.close();
  await node.stop();
  return {
    restMiB,
    ...(opened && { socketKiB: opened.eachKiB }),
    row: {
      'a node': name,
      'listening ms': Math.round(node.listeningMs),
      'ready ms': Math.round(readyMs),
      'CPU to ready ms': cpuMs,
      'of the database ms': databaseMs,
      'at rest MiB': Math.round(restMiB),
      'half the sockets MiB': opened ? Math.round(opened.half) : '',
      'all sockets MiB': opened ? Math.round(opened.open) : '',
    },
  };
}
