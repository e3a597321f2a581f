import type { Catalogues } from '#domain/catalogues.ts';
import type { Consultation } from '#domain/consultation.ts';
import type { GroupView } from '#domain/group-scenario.ts';
import type { Participant } from '#domain/participant.ts';
import { contributionOf } from '#scenario/contribution.ts';
import { createTally, examinedBy, replace, type Tally } from '#scenario/tally.ts';
import { groupView } from '#scenario/view.ts';
import type { Store } from '#store/store.ts';

/** The running statistics of every consultation, fed by the changes of the store. */
export interface Groups {
  /** Every participant of before the start has been counted. */
  readonly ready: Promise<void>;
  /** What may be shown of a consultation's group now. A new release may be said once `settled`. */
  view(consultation: Consultation, now: string): GroupView;
  /** How many people of a consultation have examined a trajectory. */
  examined(consultation: Consultation, trajectory: string): number;
  /** Releases made by `view` are durable: what they hold may be said. */
  settled(): Promise<void>;
}

export function createGroups(store: Store, catalogues: Catalogues): Groups {
  const tallies = new Map<string, Tally>();
  const releases = new Map<string, NonNullable<Consultation['released']>>();
  const unsaved = new Set<string>();

  const count = (id: string, person: Participant | undefined) => {
    if (person !== undefined) {
      const tally = tallies.get(person.consultation);
      if (tally !== undefined) replace(tally, id, contributionOf(person));
      return;
    }
    for (const tally of tallies.values()) if (tally.people.slots.has(id)) replace(tally, id, undefined);
  };
  const open = (consultation: Consultation) => {
    const { id, domains, released } = consultation;
    if (!tallies.has(id)) tallies.set(id, createTally(catalogues.of(consultation), domains, released?.at));
    if (released !== undefined) releases.set(id, released);
  };

  return {
    ready: countAll(store, open, count),
    view(consultation, now) {
      open(consultation);
      const { id, minGroup } = consultation;
      const tally = tallies.get(id);
      if (tally === undefined) throw new Error(`No tally for consultation ${id}`);
      const released = releases.get(id);
      const seen = groupView(
        { minGroup, ...(released && { released }) },
        tally,
        catalogues.of(consultation),
        now,
      );
      if (seen.released !== undefined) {
        releases.set(id, seen.released);
        unsaved.add(id);
      }
      return seen.view;
    },
    examined(consultation, trajectory) {
      open(consultation);
      const tally = tallies.get(consultation.id);
      return tally === undefined ? 0 : examinedBy(tally, trajectory);
    },
    async settled() {
      for (const id of unsaved) {
        await saveRelease(store, id, releases.get(id));
        unsaved.delete(id);
      }
    },
  };
}

async function saveRelease(store: Store, id: string, released: Consultation['released']): Promise<void> {
  const consultation = await store.load('consultation', id);
  if (consultation === undefined || released === undefined) return;
  const saved = await store.save('consultation', { ...consultation, released });
  if (saved.outcome === 'conflict') await saveRelease(store, id, released);
}

/** Counts who is there, then follows what changes; what changes meanwhile is counted as it comes. */
async function countAll(
  store: Store,
  open: (consultation: Consultation) => void,
  count: (id: string, person: Participant | undefined) => void,
): Promise<void> {
  const fresh = new Set<string>();
  let counting = true;
  store.watch(({ kind, id, record }) => {
    if (kind === 'consultation' && record !== undefined && 'domains' in record) open(record);
    if (kind !== 'participant') return;
    if (counting) fresh.add(id);
    count(id, record !== undefined && 'ballots' in record ? record : undefined);
  });
  for await (const { record } of store.changes('consultation', 0)) if (record !== undefined) open(record);
  for await (const { id, record } of store.changes('participant', 0)) if (!fresh.has(id)) count(id, record);
  counting = false;
}
