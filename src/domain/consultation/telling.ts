import { z } from 'zod';

/** What the program owes to those who facilitate a consultation. */
const owed = ['follow-up', 'erasure'] as const;
export type Owed = (typeof owed)[number];

const Telling = z.strictObject({
  /** What it is about, so that the next one of its kind is told to everybody again. */
  mark: z.string(),
  /** Since when it is being told; absent: somebody could not be reached, and it is to be tried again. */
  since: z.iso.datetime().optional(),
  /** Who was told already, or cannot be reached any more. */
  told: z.array(z.string()),
});

export const Tellings = z.partialRecord(z.enum(owed), Telling);
type Tellings = z.infer<typeof Tellings>;

/** A stop may cut it short: after so long, in milliseconds, it is taken up again. */
const toldAnew = 30 * 60_000;

/** Takes it up, unless it is being told at this moment; nothing: it is. Who was told of the same thing stays told. */
export function takenUp(
  tellings: Tellings | undefined,
  what: Owed,
  mark: string,
  now: string,
): Tellings | undefined {
  const before = tellings?.[what];
  const same = before?.mark === mark ? before : undefined;
  if (same?.since !== undefined && Date.parse(now) - Date.parse(same.since) < toldAnew) return undefined;
  return { ...tellings, [what]: { mark, since: now, told: same?.told ?? [] } };
}

/** The same with one more who was told. */
export function toldTo(tellings: Tellings | undefined, what: Owed, reader: string): Tellings | undefined {
  const at = tellings?.[what];
  return at && { ...tellings, [what]: { ...at, told: [...at.told, reader] } };
}

/** The same, to be tried again. */
export function leftOver(tellings: Tellings | undefined, what: Owed): Tellings | undefined {
  const at = tellings?.[what];
  return at && { ...tellings, [what]: { mark: at.mark, told: at.told } };
}

/** Without it: everybody was told. */
export function done(tellings: Tellings | undefined, what: Owed): Tellings | undefined {
  const { [what]: _, ...others } = tellings ?? {};
  return Object.keys(others).length === 0 ? undefined : others;
}
