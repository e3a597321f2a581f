import { z } from 'zod';

/** People of one category with a view of one trajectory; `null` where a count may not be shown. */
const CrossTabulationRow = z.strictObject({
  for: z.int().min(0),
  /** Those who gave another stance: against or neither. */
  others: z.int().min(0),
  against: z.int().min(0).nullable(),
  neither: z.int().min(0).nullable(),
  dontKnow: z.int().min(0).nullable(),
});
export type CrossTabulationRow = z.infer<typeof CrossTabulationRow>;

/** The categories of one kind on one trajectory, all as they were at one moment. */
const CrossTabulationBlock = z.strictObject({
  /** Of the result that the rows stand beside. */
  at: z.iso.datetime(),
  /** The whole group then: against, neither, for, don't know. */
  whole: z.tuple([z.int(), z.int(), z.int(), z.int()]),
  /** By role or kind of territory; `null`: the row may not be shown. */
  rows: z.record(z.string(), CrossTabulationRow.nullable()),
});
export type CrossTabulationBlock = z.infer<typeof CrossTabulationBlock>;

/** Results by role and by kind of territory, as last shown: kept, so that two of them cannot be subtracted. */
export const CrossTabulation = z.strictObject({
  schema: z.literal(1),
  /** The consultation's code. */
  id: z.string().min(1),
  version: z.int().min(0),
  at: z.iso.datetime(),
  rows: z.array(
    z.strictObject({
      trajectory: z.string(),
      /** A person may have several. */
      roles: CrossTabulationBlock,
      /** One a person, or not said. */
      territories: CrossTabulationBlock,
    }),
  ),
});
export type CrossTabulation = z.infer<typeof CrossTabulation>;
