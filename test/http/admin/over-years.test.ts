import { expect, test } from '@jest/globals';
import type { Store } from '#store/store.ts';
import { type Running, running } from '../app/running.ts';
import { invited, type Member, readable } from './member.ts';
import { having, published, town } from './town.ts';
import { withSpace } from './with-space.ts';

/** The same people in another consultation of the same territory, two years before, all of whom wish for everything. */
const twoYearsBefore = async (store: Store) => {
  const its = await store.load('consultation', 'voisins');
  if (its === undefined) throw new Error('gone');
  const title = { fr: 'La première fois', en: 'The first time' };
  const [at, closedAt] = ['2024-11-20T10:00:00.000Z', '2024-11-20T09:00:00.000Z'];
  const before = { opensAt: '2024-01-01T00:00:00.000Z', closedAt, publishedAt: at, retentionMonths: 60 };
  await store.save('consultation', { ...its, ...before, id: 'premiere', version: 0, title });
  for (let i = 0; i < 24; i++) {
    const person = await store.load('participant', `voisins-${i}`);
    if (person === undefined) throw new Error('gone');
    const ballots = Object.fromEntries(
      Object.entries(person.ballots).map(([id, one]) => [
        id,
        one === 'skipped' ? one : { ...one, stance: 2 as const },
      ]),
    );
    await store.save('participant', {
      ...{ ...person, id: `premiere-${i}`, version: 0, consultation: 'premiere', ballots },
    });
  }
};

let app: Running;
let owner: Member;
withSpace(
  (...its) => {
    [app, owner] = its;
  },
  async () =>
    running(
      await town(async (store) => {
        await having('voisins', published)(store);
        await twoYearsBefore(store);
        await having('petit', { closed: true })(store);
      }),
    ),
);

const get = async (path: string) => {
  const answer = await fetch(app.url + path);
  return { status: answer.status, text: readable(await answer.text()) };
};
const years = (code: string, lang = 'fr') => get(`/c/${code}/resultats/annees?lang=${lang}`);

test('the public page leads to the other results of the territory, and each trajectory stands there with its n and margin', async () => {
  const result = await get('/c/voisins/resultats?lang=fr');
  expect(result.text).toContain('Une autre consultation sur ce territoire a publié son résultat.');
  const { status, text } = await years('voisins');
  expect(status).toBe(200);
  expect(text).toMatch(/La première fois[\s\S]*24 personnes[\s\S]*Consultation voisins[\s\S]*24 personnes/);
  expect(text).toContain('8 pour');
  expect(text).toContain('24 avis');
  expect(text).toMatch(/−67 points \(entre −\d+ et −\d+\) par rapport au résultat « 20 novembre 2024 »/);
  expect(text).toContain('L’écart dépasse la marge.');
  // What it cannot say stands before any figure.
  expect(text.indexOf('Ce que ces chiffres ne disent pas')).toBeLessThan(text.indexOf('points'));
  expect(text).toContain('Ce ne sont pas les mêmes personnes');
  expect((await years('premiere', 'en')).text).toContain('From one consultation to another');
});

test('only what is published is there: neither a result for a small group, nor one that nobody published', async () => {
  const { text } = await years('voisins');
  expect(text).not.toContain('Consultation atelier');
  expect(text).not.toContain('Consultation petit');
  for (const code of ['atelier', 'petit']) {
    const answer = await years(code);
    expect([code, answer.status]).toEqual([code, 404]);
    expect(answer.text).toContain('Aucune autre consultation sur ce territoire');
    expect(answer.text).not.toContain('La première fois');
  }
  // Each share that is told stands on the result's own public page already.
  const share = /souhaitable (\d+) %, indésirable (\d+) %/.exec(text);
  const own = await get('/c/voisins/resultats/donnees.zip?lang=fr');
  expect([share !== null, own.status]).toEqual([true, 200]);
});

test('in the space it stands among the results, for whoever may read them', async () => {
  const results = await owner.get('/animation/c/voisins/resultats');
  expect(results.text).toContain('/animation/c/voisins/resultats/annees');
  const page = await owner.get('/animation/c/voisins/resultats/annees');
  expect(readable(page.text)).toContain('L’écart dépasse la marge.');
  expect(page.text).toContain('/animation/c/premiere/resultats');
  const reader = await invited(owner, 'Lise', 'reader', 'voisins');
  const theirs = (await reader.get('/animation/c/voisins/resultats/annees')).text;
  // Of another department they read what anyone does, where anyone does.
  expect(theirs).toContain('href="/c/premiere/resultats?lang=fr"');
  const other = await invited(owner, 'Jean', 'owner', 'petit');
  expect((await other.get('/animation/c/voisins/resultats/annees')).status).toBe(404);
});
