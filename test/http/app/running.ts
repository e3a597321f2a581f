import { readFile, rm } from 'node:fs/promises';
import { join as joined } from 'node:path';
import { type Logger, pino } from 'pino';
import { startApp } from '#src/app.ts';
import { readConfig } from '#src/config.ts';
import { databaseSettings } from './in-database.ts';
import { newFolder } from './new-folder.ts';
import { ready } from './ready.ts';
import { resting } from './resting.ts';
import { usualFolder } from './usual-folder.ts';

export { newFolder };

/** The whole program, running in this process on a free port. */
export interface Running {
  readonly url: string;
  readonly dataDir: string;
  readonly facilitatorLink: string;
  /** Opens the facilitator's space, once. */
  readonly spaceLink: string;
  readonly facilitatorKey: string;
  stop(): Promise<void>;
}

/** What may be given in the place of the program's own, its log among it. */
type Given = Parameters<typeof startApp>[2] & { readonly log?: Logger };

/** Starts the program on a data folder, a new one unless told (in which people are asked everything), with further settings. */
export async function running(
  dataDir?: string,
  settings: Record<string, string> = {},
  { log = pino({ level: 'silent' }), ...given }: Given = {},
): Promise<Running> {
  const dir = dataDir ?? (await usualFolder());
  // Folders that a test filled have no keys yet.
  const needed = {
    PORT: '0',
    DATA_DIR: dir,
    LOG_LEVEL: 'silent',
    NEW_KEYS: 'yes',
    ...(settings.DATABASE_URL === undefined ? await databaseSettings(dir) : {}),
  };
  const read = readConfig({ ...needed, ...settings });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const started = await startApp(read.config, log, {
    recogniser: resting,
    ...given,
  });
  if (started.outcome === 'refused') throw new Error(JSON.stringify(started.problems));
  const { app } = started;
  await ready(app.url);
  return {
    url: app.url,
    dataDir: dir,
    facilitatorLink: app.facilitatorLink,
    spaceLink: app.spaceLink,
    facilitatorKey: settings.FACILITATOR_KEY ?? (await keyOf(dir)),
    stop: () => app.close(2000),
  };
}

export const removeFolder = (dir: string) => rm(dir, { recursive: true, force: true });

/** The facilitator's key of an installation. */
async function keyOf(dataDir: string): Promise<string> {
  return JSON.parse(await readFile(joined(dataDir, 'keys.json'), 'utf8')).facilitatorKey;
}
