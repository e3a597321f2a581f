import { z } from 'zod';
import { find } from './people.ts';
import { profileOf, replaceEntry, type Tally } from './tally.ts';

/** What a tally holds of one person, as JSON; the ballots are two bytes a trajectory, as base64. */
const TallyDigest = z.tuple([
  z.number().describe('when it was cast, in milliseconds'),
  z.array(z.string()).describe('roles'),
  z.string().nullable().describe('kind of territory'),
  z.base64().describe('ballots'),
]);
type TallyDigest = z.infer<typeof TallyDigest>;

/** Nothing of whoever contributes nothing. */
export function tallyDigest(tally: Tally, id: string): TallyDigest | undefined {
  const entry = find(tally.people, id);
  if (entry === undefined) return undefined;
  const { roles = [], territory = null } = tally.profiles.all[entry.profile] ?? {};
  const { buffer, byteOffset, byteLength } = entry.ballots;
  return [
    entry.castAt,
    [...roles],
    territory,
    Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
  ];
}

/** Counts somebody as the digest says; false when it is none of this tally's. */
export function restoreTally(tally: Tally, id: string, digest: unknown): boolean {
  const read = TallyDigest.safeParse(digest).data;
  if (read === undefined) return false;
  const [castAt, roles, territory, packed] = read;
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length !== 2 * tally.trajectories.length) return false;
  const ballots = new Uint16Array(tally.trajectories.length);
  for (let i = 0; i < ballots.length; i++) ballots[i] = bytes.readUInt16LE(2 * i);
  replaceEntry(tally, id, { castAt, profile: profileOf(tally, roles, territory ?? undefined), ballots });
  return true;
}
