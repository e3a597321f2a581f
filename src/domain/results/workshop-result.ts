import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { Horizon, longestRemark } from '../participant/ballot.ts';

/** How much a table may say: its name and its remarks, in characters, the people at it, and the synergies it names. */
export const tableBounds = { name: 80, remark: longestRemark, people: 60, synergies: 5 } as const;

/** The lines for what strengthens what, by the numbers that stand on paper; and what is asked on each. */
export const synergyNumbers: readonly number[] = Array.from(
  { length: tableBounds.synergies },
  (_, i) => i + 1,
);
export const synergyParts = ['helps', 'helped', 'because'] as const;

const Remark = z.string().min(1).max(tableBounds.remark);

/** What strengthens what, from one domain to another, in the table's words; given to be shared. */
const TableSynergy = z.strictObject({ helps: Remark, helped: Remark, because: Remark.optional() });

/** What a table keeps of one trajectory. */
const Kept = z.strictObject({
  horizon: Horizon.optional(),
  /** Given to be shared. */
  condition: Remark.optional(),
});

const WorkshopDomain = z.strictObject({
  /** The direction they chose for the domain. */
  orientation: z.string().optional(),
  /** By trajectory. */
  kept: z.record(z.string(), Kept),
  /** Given to be shared. */
  note: Remark.optional(),
});

/** What the people of one table of a workshop agreed on together: no one person's view, and counted apart from those. */
export const WorkshopResult = z.strictObject({
  schema: z.literal(1),
  id: z.string().min(1),
  version: z.int().min(0),
  /** The consultation's code. */
  consultation: z.string().min(1),
  at: z.iso.datetime(),
  /** The account of whoever wrote it down. */
  by: z.string().min(1),
  table: z.string().min(1).max(tableBounds.name),
  /** At the table. */
  people: z.int().min(1).max(tableBounds.people),
  domains: z.partialRecord(DomainId, WorkshopDomain),
  /** Absent: it names none, or was written down before they were asked for. */
  synergies: z.array(TableSynergy).max(tableBounds.synergies).optional(),
  /** When it was last put right; absent: it stands as it was first written down. */
  changedAt: z.iso.datetime().optional(),
});
export type WorkshopResult = z.infer<typeof WorkshopResult>;
