import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { types } from 'node:util';
import { z } from 'zod';
import type { AssistantParts } from '#channels/assistant.ts';
import { remedies } from './config/settings.ts';

const Secret = z.string().min(32).max(1000);

/** The secrets of this installation; each is base64url of 32 random bytes unless the operator gave it. */
const ProgramKeys = z.strictObject({
  /** Signs tokens and links. */
  signingSecret: Secret,
  /** Hashes people and conversations; with another one, nobody who came before is recognised. */
  pepper: Secret,
  /** The bearer secret of other sites' Direct Line clients. */
  directLineSecret: Secret,
  /** The facilitator's bearer key. */
  facilitatorKey: Secret,
});
export type ProgramKeys = z.infer<typeof ProgramKeys>;

export interface KeysProblem {
  readonly file: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * The keys kept in `keys.json` of the data folder, readable by its owner alone; made where there are none and `mayMake` agrees,
 * durably: beside records of others' keys, nobody would be recognised. Those the operator gives take the place of the kept ones.
 * One process at a time: hold the store's lock first.
 */
export async function readKeys(
  dataDir: string,
  given: Partial<Pick<ProgramKeys, 'directLineSecret' | 'facilitatorKey'>>,
  mayMake: () => Promise<boolean>,
): Promise<{ keys: ProgramKeys } | { problem: KeysProblem }> {
  const file = join(dataDir, fileName);
  try {
    const text = await readFile(file, 'utf8').catch(absent);
    if (text === undefined) {
      if (!(await mayMake()))
        return { problem: { file, message: `${file} is missing ${beside}`, remedy: restore } };
      return { keys: { ...(await made(dataDir)), ...given } };
    }
    const kept = ProgramKeys.safeParse(parsed(text));
    if (!kept.success)
      return { problem: { file, message: `${file} ${wrongIn(kept.error)}`, remedy: restore } };
    await chmod(file, ownerOnly);
    const keys = { ...kept.data, ...given };
    const problem = sameIn(keys, given, file);
    return problem === undefined ? { keys } : { problem };
  } catch (error) {
    const why = types.isNativeError(error) ? error.message : String(error);
    return { problem: { file, message: `${file} cannot be read or written: ${why}`, remedy: permit } };
  }
}

/** What the assistant signs and hashes with. */
export function secretsOf(keys: ProgramKeys): AssistantParts['secrets'] {
  const { signingSecret, pepper, directLineSecret } = keys;
  return {
    ...{ signing: signingSecret, pepper, directLine: directLineSecret },
    links: keyFor(keys, 'links'),
    releases: keyFor(keys, 'releases'),
  };
}

/** A key for one purpose alone (HKDF, RFC 5869). */
export const keyFor = ({ signingSecret }: ProgramKeys, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', signingSecret, '', purpose, 32)));

const fileName = 'keys.json';
const ownerOnly = 0o600;
const beside = 'and there are records that its keys belong to';
const restore =
  'Put back a copy of it: each backup holds one. Without any, move what is left of it elsewhere and start once with NEW_KEYS=yes: ' +
  'new keys are made, every link given out stops working, and nobody who came before is recognised.';
const permit = 'Give the user who runs the program the right to read and write the data folder (DATA_DIR).';

/** New keys, on the disk before they are used: a key that a crash forgets would lock people out. */
async function made(dataDir: string): Promise<ProgramKeys> {
  const keys: ProgramKeys = {
    signingSecret: draw(),
    pepper: draw(),
    directLineSecret: draw(),
    facilitatorKey: draw(),
  };
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const temporary = join(dataDir, `${fileName}.new`);
  await synced(temporary, 'w', (file) => file.writeFile(`${JSON.stringify(keys, undefined, 2)}\n`));
  await rename(temporary, join(dataDir, fileName));
  await synced(dataDir, 'r', async () => undefined);
  return keys;
}

const draw = () => randomBytes(32).toString('base64url');

async function synced(
  path: string,
  flags: string,
  write: (file: Awaited<ReturnType<typeof open>>) => Promise<void>,
) {
  const file = await open(path, flags, ownerOnly);
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Two keys that are the same: whoever holds one, as another site does, would hold both. */
function sameIn(
  keys: ProgramKeys,
  given: Readonly<Record<string, string>>,
  file: string,
): KeysProblem | undefined {
  const all = Object.entries(keys).map(([name, value]) => ({ name, value, setting: settingOf(name, given) }));
  // What was given is told by its setting, and last: that is what can be changed.
  all.sort((a, b) => Number(a.setting !== undefined) - Number(b.setting !== undefined));
  for (const [nth, { name, value, setting }] of all.entries()) {
    const same = all.slice(0, nth).find((other) => other.value === value);
    if (same === undefined) continue;
    const message = `${setting ?? `${name} in ${file}`} is the same as ${same.setting ?? `${same.name} in ${file}`}`;
    return { file, message, remedy: setting === undefined ? restore : remedies.FACILITATOR_KEY };
  }
  return undefined;
}

const settingOf = (name: string, given: Readonly<Record<string, string>>): string | undefined =>
  given[name] === undefined ? undefined : name.replace(/[A-Z]/g, '_$&').toUpperCase();

function wrongIn({ issues }: z.ZodError): string {
  const isLater = issues.every(({ code }) => code === 'unrecognized_keys');
  return isLater ? 'was written by a later release: start that one' : 'is damaged';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function absent(error: unknown): undefined {
  if (types.isNativeError(error) && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
