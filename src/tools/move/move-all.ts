import { hash } from 'node:crypto';
import type { RecordKind } from '#domain/records/records.ts';
import { type ProgramKeys, readKeys } from '#src/keys.ts';
import type { KeyPlace } from '#store/key-place.ts';
import type { StoreProblem } from '#store/problem.ts';
import { type Store, StoreUnavailable } from '#store/store.ts';
import { copyKind } from './copy-kind.ts';
import { kinds, printsIn, type Sum, sumOf } from './prints.ts';
import { changedMeanwhile, othersKeys, unreadable } from './refusals.ts';
import type { Side, Source, Target } from './side.ts';

/** What of a kind stands on both sides, read back, and the first of those that are not the same. */
export interface Compared {
  readonly kind: RecordKind;
  readonly source: Sum;
  readonly target: Sum;
  readonly different: readonly string[];
}

export interface Moved {
  readonly compared: readonly Compared[];
  /** Both sides hold the same, and the target may be started on. */
  readonly isDone: boolean;
}

/** What whoever waits is told. */
export type Told =
  | { readonly step: 'stays'; readonly stays: readonly string[] }
  | { readonly step: 'looks' | 'reads back'; readonly kind: RecordKind }
  | { readonly step: 'begins'; readonly count: number; readonly isBegun: boolean }
  | { readonly step: 'moves'; readonly kind: RecordKind; readonly done: number; readonly of: number }
  | { readonly step: 'ends' };

type Tell = (told: Told) => void;

/**
 * Moves an installation: keys and records, as they are, in the form of now. The source stays as it is. Cut short at any moment, the
 * same again goes on. Throws StoreUnavailable or StoreLocked, with a remedy.
 */
export async function moveAll(from: Side, to: Side, tell: Tell): Promise<Moved> {
  const problems: StoreProblem[] = [];
  const source = await from.openSource((problem) => void problems.push(problem));
  try {
    const keys = await keysIn(source.keys);
    const target = await to.openTarget(printOfKeys(keys));
    try {
      const sums = await lookThrough(source, tell);
      const [first, ...others] = problems;
      if (first !== undefined) throw unreadable([first, ...others]);
      tell({ step: 'stays', stays: source.stays });
      return await fill({ source, target, sums, keys, from, to, tell });
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

type Sums = ReadonlyMap<RecordKind, Sum>;

/** Everything is read once before anything is written: what cannot be read stops it here. */
async function lookThrough({ store }: Source, tell: Tell): Promise<Sums> {
  const sums = new Map<RecordKind, Sum>();
  for (const kind of kinds) {
    tell({ step: 'looks', kind });
    sums.set(kind, sumOf(await printsIn(store, kind)));
  }
  return sums;
}

interface Fill {
  readonly source: Source;
  readonly target: Target;
  readonly sums: Sums;
  readonly keys: ProgramKeys;
  readonly from: Side;
  readonly to: Side;
  readonly tell: Tell;
}

async function fill({ source, target, sums, keys, from, to, tell }: Fill): Promise<Moved> {
  const { isBegun } = target;
  const count = [...sums.values()].reduce((sum, one) => sum + one.count, 0);
  tell({ step: 'begins', count, isBegun });
  const filling = await target.begin();
  for (const kind of kinds) {
    const of = sums.get(kind)?.count ?? 0;
    const told = (done: number) => tell({ step: 'moves', kind, done, of });
    await copyKind({ from: source.store, to: filling.store, isBegun, tell: told }, kind);
  }
  await filling.keys.obtain(async () => JSON.stringify(keys, undefined, 2));
  if (printOfKeys(await keysIn(filling.keys)) !== printOfKeys(keys)) throw othersKeys(to.name);
  await filling.settle();
  const compared: Compared[] = [];
  for (const kind of kinds) {
    tell({ step: 'reads back', kind });
    compared.push(await compare(kind, source.store, filling.store));
  }
  await source.refuseUsed();
  if (compared.some((one) => one.source.sha256 !== sums.get(one.kind)?.sha256))
    throw changedMeanwhile(from.name);
  const isDone = compared.every(({ different }) => different.length === 0);
  if (isDone) await filling.finish();
  tell({ step: 'ends' });
  return { compared, isDone };
}

async function compare(kind: RecordKind, source: Store, target: Store): Promise<Compared> {
  const [here, there] = [await printsIn(source, kind), await printsIn(target, kind)];
  const different = [...new Set([...here.keys(), ...there.keys()])].filter(
    (id) => here.get(id) !== there.get(id),
  );
  return { kind, source: sumOf(here), target: sumOf(there), different };
}

async function keysIn(place: KeyPlace): Promise<ProgramKeys> {
  const read = await readKeys(place, {}, async () => false);
  if ('keys' in read) return read.keys;
  const { message, remedy } = read.problem;
  throw new StoreUnavailable(message, remedy);
}

const printOfKeys = (keys: ProgramKeys): string => hash('sha256', JSON.stringify(keys));
