import { z } from 'zod';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { contributionOf } from '#scenario/analysis/tally/contribution.ts';
import { replace, type Tally } from '#scenario/analysis/tally/tally.ts';
import { restoreTally, tallyDigest } from '#scenario/analysis/tally/tally-digest.ts';

/** Counts somebody as they are now; absent: they are gone. Where paper sheets stand apart, they are known and not counted. */
export function countPerson(
  { tally, consultation }: { readonly tally: Tally; readonly consultation: Pick<Consultation, 'paper'> },
  id: string,
  person: Participant | undefined,
): void {
  const isPaper = person?.sheet !== undefined;
  if (isPaper) tally.paper.add(id);
  else tally.paper.delete(id);
  const isApart = isPaper && consultation.paper === 'apart';
  replace(tally, id, person && !isApart ? contributionOf(person) : undefined);
}

/** Of who answered on paper: `tally` is null where they stand apart. Of anybody else it is the tally's alone. */
const PaperDigest = z.strictObject({ paper: z.literal(true), tally: z.unknown() });

/** What is held of one person, as JSON; nothing when that is nothing. */
export function personDigest(tally: Tally, id: string): unknown {
  const held = tallyDigest(tally, id);
  return tally.paper.has(id) ? { paper: true, tally: held ?? null } : held;
}

/** Counts somebody as the digest says; false when it is none of this tally's. */
export function restorePerson(tally: Tally, id: string, digest: unknown): boolean {
  const onPaper = PaperDigest.safeParse(digest).data;
  if (onPaper === undefined) return restoreTally(tally, id, digest);
  tally.paper.add(id);
  return onPaper.tally === null || restoreTally(tally, id, onPaper.tally);
}
