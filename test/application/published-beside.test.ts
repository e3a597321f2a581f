import { expect, test } from '@jest/globals';
import type { Application } from '#application/parts.ts';
import { publishedBeside } from '#application/results/published-beside.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { newConsultation } from '../conversations/world.ts';
import { withApplication } from './made.ts';

const scenario = { n: 20, who: { roles: {}, territories: {} }, domains: [] };
const at = (year: number) => `${year}-11-20T10:00:00.000Z`;
const view = (kind: 'final' | 'provisional', year: number): GroupView => ({
  ...{ state: 'released', kind, at: at(year), minGroup: 11, scenario },
});
const over = (id: string, year: number, change: Partial<Consultation> = {}) =>
  newConsultation({ id, version: 0, closed: true, publishedAt: at(year), ...change });

/** A town with consultations of several years; `kinds`: what the result of each is. */
const town = (
  all: readonly Consultation[],
  kinds: Readonly<Record<string, 'final' | 'provisional' | 'waiting'>>,
  work: (app: Application) => Promise<void>,
) =>
  withApplication(
    async (app) => {
      await app.store.erase('consultation', 'decouverte');
      for (const one of all) await app.store.save('consultation', one);
      await work(app);
    },
    {
      groupOf: async ({ id, publishedAt = at(2020), minGroup }) => {
        const kind = kinds[id] ?? 'final';
        if (kind === 'waiting') return { state: 'waiting', minGroup, needed: 3 };
        return view(kind, Number(publishedAt.slice(0, 4)));
      },
    },
  );
const codes = async (app: Application, code: string, mayRead?: (code: string) => boolean) => {
  const its = await app.store.load('consultation', code);
  return its && (await publishedBeside(app, its, mayRead)).map((one) => one.code);
};

test('only final results that anyone may read already stand beside each other: nothing new is told', () =>
  town(
    [
      over('now', 2026),
      over('before', 2024, { territory: { fr: 'mon  TERRITOIRE', en: 'Elsewhere' } }),
      over('unpublished', 2023, { publishedAt: undefined }),
      over('small', 2022, { minGroup: 5 }),
      over('elsewhere', 2021, { territory: { fr: 'Ailleurs', en: 'Elsewhere' } }),
      over('provisional', 2025, { closed: false }),
      over('too-few', 2020),
      newConsultation({ id: 'draft', version: 0, draft: true }),
    ],
    { provisional: 'provisional', 'too-few': 'waiting' },
    async (app) => {
      expect(await codes(app, 'now')).toEqual(['before', 'now']);
      // One that may not be read itself is not among them.
      expect(await codes(app, 'unpublished')).toEqual(['before', 'now']);
      // Somebody of the team sees what was published to those of a small group, if it is theirs to read; never what was not published.
      expect(await codes(app, 'now', (code) => code === 'small')).toEqual(['small', 'before', 'now']);
      expect(await codes(app, 'now', () => true)).toEqual(['small', 'before', 'now']);
    },
  ));

test('what people read is that of the edition they answered on, though it is served no more', () =>
  town(
    [
      over('now', 2026),
      over('before', 2024, {
        ...{ final: { at: at(2024), scenario } },
        answeredOn: { at: at(2024), edition: 'of-then@1' },
      }),
    ],
    {},
    async (app) => {
      const prints = { 'mobility-avoided': 'then' };
      await app.store.save('edition', { schema: 1, id: 'of-then@1', version: 0, prints });
      const its = await app.store.load('consultation', 'now');
      const [before, now] = its ? await publishedBeside(app, its) : [];
      expect(before?.prints).toEqual(prints);
      expect(Object.keys(now?.prints ?? {}).length).toBeGreaterThan(60);
    },
  ));
