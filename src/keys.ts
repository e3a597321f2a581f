import { createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { types } from 'node:util';
import { z } from 'zod';
import type { AssistantParts } from '#channels/assistant-parts.ts';
import type { KeyPlace } from '#store/key-place.ts';
import { StoreUnavailable } from '#store/store.ts';
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
 * The keys of the installation; made where none are kept and `mayMake` agrees: beside records of others' keys, nobody would be
 * recognised. Those the operator gives take the place of the kept ones.
 */
export async function readKeys(
  place: KeyPlace,
  given: Partial<Pick<ProgramKeys, 'directLineSecret' | 'facilitatorKey'>>,
  mayMake: () => Promise<boolean>,
): Promise<{ keys: ProgramKeys } | { problem: KeysProblem }> {
  const { name: file } = place;
  try {
    const text = await place.obtain(async () =>
      (await mayMake()) ? JSON.stringify(newKeys(), undefined, 2) : undefined,
    );
    if (text === undefined)
      return { problem: { file, message: `${file} is missing ${beside}`, remedy: restore } };
    const kept = ProgramKeys.safeParse(parsed(text));
    if (!kept.success)
      return { problem: { file, message: `${file} ${wrongIn(kept.error)}`, remedy: restore } };
    const keys = { ...kept.data, ...given };
    const problem = sameIn(keys, given, file);
    return problem === undefined ? { keys } : { problem };
  } catch (error) {
    if (error instanceof StoreUnavailable)
      return { problem: { file, message: error.message, remedy: error.remedy } };
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

const beside = 'and there are records that its keys belong to';
const restore =
  'Put back a copy of it: each backup holds one, and so does each dump of a database. Without any, move what is left of it elsewhere and start once with NEW_KEYS=yes: ' +
  'new keys are made, every link given out stops working, and nobody who came before is recognised.';
const permit = 'Give the user who runs the program the right to read and write the data folder (DATA_DIR).';

const newKeys = (): ProgramKeys => ({
  signingSecret: draw(),
  pepper: draw(),
  directLineSecret: draw(),
  facilitatorKey: draw(),
});

const draw = () => randomBytes(32).toString('base64url');

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
