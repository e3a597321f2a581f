import type { Domain } from '../catalogue/catalogue.ts';
import type { Leaves } from '../records/meet.ts';
import { expectedHorizons, type WorkshopSaying } from './judge-workshop-result.ts';
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

/** What fields filled in say together; `besides`: trajectories beside which something is written, without their being kept. */
export function sayingFrom(leaves: Leaves, domains: readonly Domain[]) {
  const of = (name: string) => leaves.get(name) ?? '';
  const isKept = ({ id }: { readonly id: string }) => of(`kept-${id}`) !== '';
  const people = of('people');
  const saying: WorkshopSaying = {
    table: of('table'),
    people: /^\d+$/.test(people) ? Number(people) : Number.NaN,
    domains: Object.fromEntries(domains.map((domain) => [domain.id, saidOf(domain)])),
    synergies: synergyRows(of),
  };
  const besides = domains
    .flatMap(({ trajectories }) => trajectories.filter((one) => !isKept(one)).map(({ id }) => id))
    .filter((id) => of(`horizon-${id}`) !== '' || of(`condition-${id}`) !== '');
  return { saying, besides };

  function saidOf({ id, orientations, trajectories }: Domain) {
    const orientation = orientations.find((one) => one === of(`orientation-${id}`));
    const note = of(`note-${id}`);
    const kept = trajectories.filter(isKept).map(({ id: one }) => {
      const horizon = expectedHorizons.find((when) => when === of(`horizon-${one}`));
      const condition = of(`condition-${one}`);
      return [one, { ...(horizon && { horizon }), ...(condition && { condition }) }] as const;
    });
    return {
      ...(orientation !== undefined && { orientation }),
      kept: Object.fromEntries(kept),
      ...(note && { note }),
    };
  }
}

/** Row by row, those with no word in them as well: what is wrong with one stands at its row. */
const synergyRows = (of: (name: string) => string): NonNullable<WorkshopSaying['synergies']> =>
  Array.from({ length: tableBounds.synergies }, (_, i) => {
    const because = of(`because-${i + 1}`);
    return { helps: of(`helps-${i + 1}`), helped: of(`helped-${i + 1}`), ...(because && { because }) };
  });

/** The field that a place of what a table says is filled in at. */
export function leafAt([place = '', domain, part, trajectory, detail = part]: readonly string[]): string {
  if (domain === undefined) return place === 'domains' ? 'scenario' : place;
  if (place === 'synergies') return `${part}-${Number(domain) + 1}`;
  return trajectory === undefined ? `${detail}-${domain}` : `${detail}-${trajectory}`;
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
