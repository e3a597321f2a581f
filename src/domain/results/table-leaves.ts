import type { Domain } from '../catalogue/catalogue.ts';
import type { Leaves } from '../records/meet.ts';
import type { WorkshopSaying } from './judge-workshop-result.ts';
import { tableBounds, type WorkshopResult } from './workshop-result.ts';

/**
 * What a table says, field by field of its sheets, an empty text where it says nothing: `table`, `people`, `orientation-{domain}`,
 * `kept-{trajectory}` (its id where it is kept), `horizon-{trajectory}`, `condition-{trajectory}`, `note-{domain}`, and `helps-{n}`,
 * `helped-{n}`, `because-{n}` from 1 on.
 */
export function tableLeaves(
  { table, people, domains: said, synergies = [] }: WorkshopSaying,
  domains: readonly Domain[],
): Leaves {
  const rows = Array.from({ length: tableBounds.synergies }, (_, i) => synergies[i]);
  return new Map([
    ...[['table', table] as const, ['people', `${people}`] as const],
    ...domains.flatMap(({ id, trajectories }) => {
      const { orientation = '', kept = {}, note = '' } = said[id] ?? {};
      return [
        [`orientation-${id}`, orientation] as const,
        ...trajectories.flatMap(({ id: one }) => [
          [`kept-${one}`, kept[one] === undefined ? '' : one] as const,
          [`horizon-${one}`, kept[one]?.horizon ?? ''] as const,
          [`condition-${one}`, kept[one]?.condition ?? ''] as const,
        ]),
        [`note-${id}`, note] as const,
      ];
    }),
    ...rows.flatMap((row, i) => [
      [`helps-${i + 1}`, row?.helps ?? ''] as const,
      [`helped-${i + 1}`, row?.helped ?? ''] as const,
      [`because-${i + 1}`, row?.because ?? ''] as const,
    ]),
  ]);
}

/** What a table said before of what is no longer asked (a domain or a trajectory out of use) stays beside what it says now. */
export function withUnasked(
  said: WorkshopSaying['domains'],
  before: WorkshopResult['domains'],
  domains: readonly Domain[],
): WorkshopResult['domains'] {
  const asked = new Map(
    domains.map(({ id, trajectories }) => [id, new Set(trajectories.map((one) => one.id))]),
  );
  const unasked = Object.entries(before).flatMap(([id, its]) => {
    const known = [...asked].find(([domain]) => domain === id)?.[1];
    if (its === undefined) return [];
    if (known === undefined) return [[id, its] as const];
    const kept = Object.entries(its.kept).filter(([one]) => !known.has(one));
    return kept.length === 0 ? [] : [[id, { kept: Object.fromEntries(kept) }] as const];
  });
  const now = Object.entries(said);
  const merged = unasked.map(([id, its]) => {
    const mine = now.find(([domain]) => domain === id)?.[1];
    return [id, { ...its, ...mine, kept: { ...its.kept, ...mine?.kept } }] as const;
  });
  return Object.fromEntries([...now, ...merged]);
}
