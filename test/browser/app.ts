import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Rhythm } from '#channels/channel-posts/reconciler.ts';
import { startApp as start } from '#src/app.ts';
import { readConfig } from '#src/config.ts';
import { ready } from '../http/app/ready.ts';
import { resting } from '../http/app/resting.ts';

export interface App {
  readonly url: string;
  readonly facilitatorLink: string;
  /** Opens the facilitator's space, once. */
  readonly spaceLink: string;
  close(): Promise<void>;
}

/** The whole program on a free port, with data of its own and further settings. */
export async function startApp(
  settings: Record<string, string> = {},
  rhythm?: Rhythm,
  now?: () => string,
): Promise<App> {
  const data = await mkdtemp(join(tmpdir(), 'trajectoires-page-'));
  const read = readConfig({ NEW_KEYS: 'yes', PORT: '0', DATA_DIR: data, ...settings });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const started = await start(read.config, pino({ level: 'silent' }), {
    recogniser: resting,
    ...(rhythm && { rhythm }),
    ...(now && { now }),
  });
  if (started.outcome === 'refused') throw new Error(JSON.stringify(started.problems));
  const { url, facilitatorLink, spaceLink, close } = started.app;
  await ready(url);
  return {
    url,
    facilitatorLink,
    spaceLink,
    async close() {
      await close(1_000);
      await rm(data, { recursive: true, force: true });
    },
  };
}
