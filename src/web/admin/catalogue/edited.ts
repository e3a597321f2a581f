import type { Trouble } from '#documents/workbook/compile.ts';
import type { Thing, ThingKind } from '#documents/workbook/edit/thing.ts';
import type { Tables } from '#documents/workbook/table.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';

/** What is being edited. */
export interface Edited {
  readonly its: Consultation;
  readonly tables: Tables;
  readonly kind: ThingKind;
  readonly id: string;
  /** As it stands, or as it was sent and could not be kept. */
  readonly thing: Thing;
  /** A short print of what stands: two people who edit the same thing are told of each other. */
  readonly seen: string;
  readonly isNew: boolean;
  readonly troubles: readonly Trouble[];
  /** Somebody else changed it meanwhile: what stands now. */
  readonly meanwhile?: Thing;
  /** Somebody else changed it since it was to be removed. */
  readonly isMoved?: true;
}
