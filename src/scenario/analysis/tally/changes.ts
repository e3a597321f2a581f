import { castTimes, type People } from './people.ts';

/** Who contributed otherwise since a result was released. */
export interface Changes {
  /** When the result was released, in milliseconds; absent: none was. */
  since: number | undefined;
  /** By id: whether the released result counted them, in what they said then. */
  readonly ids: Map<string, 'in' | 'new'>;
}

/** More are not told apart: the count of changes then stays at least this. */
const most = 1_000;

/** Nothing has changed yet since the result released then. */
export function createChanges(released?: string): Changes {
  return { since: released === undefined ? undefined : Date.parse(released), ids: new Map() };
}

/** Notes that a contribution cast at one time (absent: none) is replaced by another. Times in milliseconds. */
export function note(
  changes: Changes,
  id: string,
  before: number | undefined,
  after: number | undefined,
): void {
  const { since, ids } = changes;
  if (since === undefined || (ids.size >= most && !ids.has(id))) return;
  if (before !== undefined && before <= since && (after === undefined || after > since)) ids.set(id, 'in');
  else if (after === undefined && ids.get(id) === 'new') ids.delete(id);
  else if (after !== undefined && after > since && !ids.has(id)) ids.set(id, 'new');
}

/**
 * How many contributions differ from those in the result released at this time: cast later, or erased since. A time other
 * than the one at hand starts the count again from who is there; erasures of before are then forgotten, on the safe side.
 */
export function changedSince(changes: Changes, released: string | undefined, people: People): number {
  const since = released === undefined ? undefined : Date.parse(released);
  if (since === undefined) return people.slots.size;
  if (changes.since !== since) {
    changes.since = since;
    changes.ids.clear();
    for (const [id, castAt] of castTimes(people))
      if (castAt > since && changes.ids.size < most) changes.ids.set(id, 'new');
  }
  return changes.ids.size;
}
