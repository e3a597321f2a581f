import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Ballot, Stance } from '#domain/participant/ballot.ts';
import { openStore } from '#store/files/open.ts';
import type { Store } from '#store/store.ts';
import { catalogue, newConsultation, newPerson } from '#test/conversations/world.ts';
import { newFolder } from '../app/running.ts';

const at = '2026-11-20T10:00:00.000Z';

const [buildings, mobility] = catalogue.domains;
if (buildings === undefined || mobility === undefined) throw new Error('The catalogue has two domains');

/** The trajectories that people of the made-up town examined: of two domains. */
const examined = [buildings, mobility].flatMap(({ trajectories }) =>
  trajectories.slice(0, 4).map(({ id }) => id),
);

/** What two of them wrote, for those who facilitate to read: the first and the second of each consultation. */
export const remarks = ['Si le dernier bus attend <le train>', 'Si la gare garde un guichet'] as const;

/**
 * A data folder with the answers of a made-up town: `atelier` (40 people, half residents in a village, half employees in a
 * centre; at least 5 in a figure), `voisins` (24 people who wish for less; at least 11), both closed, `petit` (3 people); and what
 * `more` keeps.
 */
export async function town(more?: (store: Store) => Promise<unknown>): Promise<string> {
  const dir = await newFolder();
  const store = await openStore(dir);
  for (const [id, minGroup] of [
    ['atelier', 5],
    ['voisins', 11],
    ['petit', 11],
  ] as const)
    await store.save(
      'consultation',
      newConsultation({
        ...{ id, version: 0, minGroup, domains: ['buildings', 'mobility'], closed: id !== 'petit' },
        title: { fr: `Consultation ${id}`, en: `Consultation ${id} (English)` },
      }),
    );
  const people = [
    ...Array.from({ length: 40 }, (_, i) => someone('atelier', i, i % 2 === 0 ? 2 : i % 4 === 1 ? 1 : -2)),
    ...Array.from({ length: 24 }, (_, i) => someone('voisins', i, i % 3 === 0 ? 1 : -2)),
    ...Array.from({ length: 3 }, (_, i) => someone('petit', i, 1)),
  ];
  for (const person of people) await store.save('participant', person);
  await more?.(store);
  await store.close();
  return dir;
}

/** With what else is kept of one of its consultations: `town(having('voisins', over))`. */
export const having = (code: string, change: Partial<Consultation>) => (store: Store) =>
  store.update('consultation', code, (its) => its && { ...its, ...change });

/** With so many people in one of its consultations, of whom each answered like one of before. */
export const crowded = (code: string, people: number) => async (store: Store) => {
  for (let i = 0; i < people; i++) {
    if ((await store.load('participant', `${code}-${i}`)) !== undefined) continue;
    const like = await store.load('participant', `${code}-${i % 3}`);
    if (like === undefined) throw new Error(`Nobody answered in ${code}`);
    await store.save('participant', { ...like, id: `${code}-${i}`, version: 0 });
  }
};

/** Closed: its final result counts everybody. */
export const over: Partial<Consultation> = { closed: true, closedAt: at };

/** And published. */
export const published: Partial<Consultation> = { ...over, publishedAt: at };

function someone(consultation: string, i: number, stance: Stance) {
  const isEven = i % 2 === 0;
  const ballot = (item: number): Ballot => ({
    stance: item === 3 && i % 4 === 0 ? 'dont-know' : stance,
    kept: stance === 2,
    benefits: isEven ? ['jobs'] : ['environment'],
    horizon: isEven ? 'under-5' : '5-to-10',
    ...(item === 5 && remarks[i] !== undefined && { condition: remarks[i], shared: true as const }),
  });
  return newPerson({
    id: `${consultation}-${i}`,
    consultation,
    catalogue: catalogue.edition,
    consent: { at },
    castAt: at,
    profile: {
      roles: [isEven ? 'resident' : 'employee'],
      territory: isEven ? 'rural-village' : 'large-centre',
    },
    ballots: Object.fromEntries(examined.map((id, item) => [id, ballot(item)])),
  });
}
