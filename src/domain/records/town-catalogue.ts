import { z } from 'zod';

/** The longest text of a cell, in characters, and the most rows of a sheet: what is more is no catalogue. */
const sheetBounds = { cell: 4_000, rows: 5_000, columns: 60 } as const;

/** One sheet of a catalogue as people edit it; the first row is its header. */
const Sheet = z.strictObject({
  name: z.string().min(1),
  header: z.array(z.string().max(sheetBounds.cell)).max(sheetBounds.columns),
  rows: z.array(z.array(z.string().max(sheetBounds.cell)).max(sheetBounds.columns)).max(sheetBounds.rows),
});

export const TownSheets = z.array(Sheet).max(20);
export type TownSheets = z.infer<typeof TownSheets>;

/** What a consultation's catalogue is becoming: its team's working copy, right or wrong, that nobody else sees. */
export const TownDraft = z.strictObject({
  schema: z.literal(1),
  /** The consultation's code. */
  id: z.string().min(1),
  version: z.int().min(0),
  sheets: TownSheets,
});
export type TownDraft = z.infer<typeof TownDraft>;

/** An edition of a catalogue that was written for a consultation: what its people are asked, kept for good. */
export const TownEdition = z.strictObject({
  schema: z.literal(1),
  /** As `Catalogue.edition`. */
  id: z.string().min(1),
  version: z.int().min(0),
  /** Where it was written. */
  consultation: z.string().min(1),
  at: z.iso.datetime(),
  sheets: TownSheets,
});
export type TownEdition = z.infer<typeof TownEdition>;
