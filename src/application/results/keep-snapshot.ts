import { oneLine } from '#domain/conversation/one-line.ts';
import { longestLabel, type Snapshot } from '#domain/results/snapshot.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone } from '../parts.ts';
import { saveSnapshot } from './snapshots.ts';

/** `label`: what it is called; absent: by its date alone. */
interface SnapshotWish {
  readonly code: string;
  readonly label?: string;
}

export type SnapshotOutcome =
  | { readonly outcome: 'done'; readonly snapshot: Snapshot }
  /** The name is empty, or longer than `most` characters. */
  | { readonly outcome: 'invalid'; readonly most: number }
  /** Only a final result is kept: a provisional one is too coarse to be compared. */
  | { readonly outcome: 'provisional' }
  /** Too few people for a result. */
  | { readonly outcome: 'waiting'; readonly needed: number }
  | NotDone;

/** Keeps the final result, to be compared with others. */
export async function keepSnapshot(
  { store, audit, groupOf }: Pick<Application, 'store' | 'audit' | 'groupOf'>,
  actor: Actor,
  { code, label }: SnapshotWish,
): Promise<SnapshotOutcome> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  const name = label === undefined ? undefined : oneLine(label);
  if (name !== undefined && (name === '' || name.length > longestLabel))
    return { outcome: 'invalid', most: longestLabel };
  const group = await groupOf(its);
  if (group.state === 'waiting') return { outcome: 'waiting', needed: group.needed };
  if (group.kind === 'provisional') return { outcome: 'provisional' };
  const { at, scenario } = group;
  const snapshot = await saveSnapshot(store, {
    ...{ consultation: code, at, scenario },
    ...(name !== undefined && { label: name }),
  });
  await audit.write(actor, { action: 'moment-kept', consultation: code, facts: { name: name ?? at } });
  return { outcome: 'done', snapshot };
}
