import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { markedQuotes } from '#application/texts/quotes.ts';
import type { Ballot } from '#domain/participant/ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { createChangeFeed } from '#projections/change-feed.ts';
import { createFreeTexts } from '#projections/free-texts.ts';
import { storeOf } from '../app/in-database.ts';
import { begin } from '../app/person.ts';
import { type Running, removeFolder } from '../app/running.ts';
import { entering, invited, type Member, readable } from './member.ts';
import { agreed, peopled } from './peopled.ts';

const here = '/animation/c/decouverte/textes';

const wrote = (value: string, shared = true): Participant['answers'] => ({
  'mobility-own-words': { kind: 'text', value, ...(shared && { shared: true as const }) },
});
const view: Ballot = { stance: 1, kept: true, benefits: [], shared: true };

const people = [
  agreed('ada', { answers: wrote('Un bus le soir à la gare') }),
  agreed('bob', { answers: wrote('<script>Ne pas lire</script>', false) }),
  agreed('cyd', { ballots: { 'mobility-one-ticket': { ...view, condition: 'Si c’est gratuit' } } }),
  agreed('dan', { ballots: { 'mobility-one-ticket': { ...view, concern: 'Le numéro de Madame Leroy' } } }),
];

/** A text's id, by what it says. */
const idOf = (page: string, said: string): string => {
  const items = page.split('<li id="texte-').slice(1);
  const item = items.find((one) => one.includes(said));
  if (item === undefined) throw new Error(`The page does not say ${said}`);
  return item.slice(0, item.indexOf('"'));
};

describe('the free texts', () => {
  let app: Running;
  let owner: Member;
  beforeAll(async () => {
    app = await peopled(people);
    owner = await entering(app.spaceLink);
  });
  afterAll(async () => {
    await app.stop();
    await removeFolder(app.dataDir);
  });

  const sort = async (said: string, fields: Record<string, string>) =>
    owner.post(`${here}/${idOf((await owner.get(here)).text, said)}`, fields, here);

  test('are those whose authors allow it, under their domain and what they are about', async () => {
    const { text } = await owner.get(here);
    const page = readable(text);
    expect(page).toContain('3 textes que vous avez la permission de lire.');
    expect(text).not.toContain('Ne pas lire');
    expect(page).toMatch(/Transport et mobilité .*rendre plus simple.* Réponse Un bus le soir/);
    expect(page).toMatch(/Un billet commun à tous les transports .*Condition Si c’est gratuit/);
    expect(page).toContain('Inquiétude Le numéro de Madame Leroy');
    expect(page).toContain('Avant de citer un texte, lisez-le');
    expect(text).not.toMatch(/\b(ada|bob|cyd|dan)\b/);
  });

  test('are closed to readers, in sight and in deed', async () => {
    const reader = await invited(owner, 'Une lectrice', 'reader');
    const page = await reader.get(here);
    expect([page.status, page.text.includes('Un bus')]).toEqual([403, false]);
    const id = idOf((await owner.get(here)).text, 'Un bus');
    const sent = await reader.post(`${here}/${id}`, { quote: '1', reason: 'rare' });
    expect(sent.status).toBe(403);
  });

  test('want a reason that goes with the choice, and what was typed is kept', async () => {
    const nothing = await sort('Un bus', { quote: '1', reason: '', words: '  ' });
    expect(nothing.status).toBe(422);
    expect(readable(nothing.text)).toContain('Dites pourquoi : choisissez une raison');
    const other = await sort('Un bus', { quote: '1', reason: 'identifying', words: '' });
    expect(other.status).toBe(422);
    expect(other.text).toContain('<option value="identifying" selected>');
    const long = await sort('Un bus', { aside: '1', reason: '', words: `${'mot '.repeat(60)}<fin>` });
    expect(long.status).toBe(422);
    expect(long.text).toContain('&lt;fin&gt;');
    expect(readable((await owner.get(here)).text)).toContain('À classer : 3 · À citer : 0');
  });

  test('are marked with a reason from the list or in words, and unmarked; the journal names the item, never the text', async () => {
    const quoted = readable((await sort('Un bus', { quote: '1', reason: 'rare' })).text);
    expect(quoted).toContain('Votre choix est noté.');
    expect(quoted).toMatch(/Un bus le soir à la gare À citer Point de vue rare · \d+ \w+ \d{4}/);
    const aside = readable((await sort('Leroy', { aside: '1', reason: '', words: 'Elle est  nommée' })).text);
    expect(aside).toMatch(/Madame Leroy Mis de côté Elle est nommée/);
    expect(aside).toContain('À classer : 1 · À citer : 1 · Mis de côté : 1');
    const changed = readable((await sort('Leroy', { quote: '1', reason: 'telling' })).text);
    expect(changed).toContain('À citer : 2 · Mis de côté : 0');
    const none = readable((await sort('Leroy', { none: '1' })).text);
    expect(none).toContain('À classer : 2 · À citer : 1');

    const journal = readable((await owner.get('/animation/journal')).text);
    expect(journal.match(/A classé un texte libre/g)).toHaveLength(4);
    expect(journal).toContain('A classé un texte libre : Un billet commun à tous les transports');
    expect(journal).not.toMatch(/Leroy|Un bus|nommée/);
  });

  test.each([
    ['domaine=health', []],
    ['domaine=mobility', ['bus', 'gratuit', 'Leroy']],
    ['genre=concern', ['Leroy']],
    ['tri=quote', ['bus']],
    ['tri=unsorted', ['gratuit', 'Leroy']],
    ['mots=NUMERO+leroy', ['Leroy']],
    ['mots=rien+de+tel', []],
    ['domaine=nowhere&tri=x&genre=y&page=-3', ['bus', 'gratuit', 'Leroy']],
    ['page=7', ['bus', 'gratuit', 'Leroy']],
  ])('are found by %s', async (query, expected) => {
    const { status, text } = await owner.get(`${here}?${query}`);
    expect(status).toBe(200);
    const quotes = [...text.matchAll(/<blockquote><p>([^<]*)/g)].map(([, said]) => said);
    expect(['bus', 'gratuit', 'Leroy'].filter((word) => quotes.some((said) => said?.includes(word)))).toEqual(
      expected,
    );
  });

  test('after a choice the same are shown as before, and nothing else than that is led to', async () => {
    const id = idOf((await owner.get(here)).text, 'gratuit');
    const jeton = await owner.token();
    const send = async (retour: string) => {
      const body = new URLSearchParams({ jeton, retour, quote: '1', reason: 'rare' });
      const answer = await fetch(`${app.url}${here}/${id}`, {
        ...{ method: 'POST', redirect: 'manual', body },
        headers: { cookie: owner.cookie },
      });
      return answer.headers.get('location');
    };
    expect(await send('domaine=mobility&tri=quote')).toBe(`${here}?domaine=mobility&tri=quote&dit=marked`);
    expect(await send('https://example.org/?x=1#y')).toBe(`${here}?dit=marked`);
  });

  test('one that its author takes back is gone at the next look, and its mark says nothing', async () => {
    const person = await begin(app.url);
    const answer = (shared: string, value: string) =>
      person.submit({ act: 'answer', question: 'mobility-own-words', value, shared });
    await answer('true', 'Une piste le long du canal');
    const id = idOf((await owner.get(here)).text, 'piste');
    await owner.post(`${here}/${id}`, { quote: '1', reason: 'rare' }, here);
    expect((await owner.get(`${here}?tri=quote`)).text).toContain('piste');

    await person.submit({ act: 'word', word: 'erase' });
    await person.submit({ act: 'erase', sure: true });
    const after = await owner.get(here);
    expect(after.text).not.toContain('piste');
    expect(readable(after.text)).not.toContain('À citer : 3');
    const late = await owner.post(`${here}/${id}`, { quote: '1', reason: 'rare' }, here);
    expect(readable(late.text)).toContain('Ce texte n’est plus là');
    expect(late.text).not.toContain('piste');
  });
});

test('a consultation in which nobody allowed any says so', async () => {
  const app = await peopled([agreed('bob', { answers: wrote('Pour moi', false) })]);
  const owner = await entering(app.spaceLink);
  expect(readable((await owner.get(here)).text)).toContain('Aucun texte à lire pour le moment.');
  expect(readable((await owner.get(`${here}?lang=en`)).text)).toContain('No text to read at the moment.');
  expect((await owner.get('/animation/c/nulle-part/textes')).status).toBe(404);
  await app.stop();
  await removeFolder(app.dataDir);
});

test('a hundred and twenty texts are three pages of fifty at most, each text on one of them', async () => {
  const many = Array.from({ length: 120 }, (_, i) => agreed(`p${i}`, { answers: wrote(`Texte ${i}.`) }));
  const app = await peopled(many);
  const owner = await entering(app.spaceLink);
  const seen: string[] = [];
  for (const [page, n] of [
    [1, 50],
    [2, 50],
    [3, 20],
  ]) {
    const { text } = await owner.get(`${here}?page=${page}`);
    const said = [...text.matchAll(/<blockquote><p>(Texte \d+\.)/g)].map(([, it]) => it ?? '');
    expect(said).toHaveLength(n ?? 0);
    expect(readable(text)).toContain(`Page ${page} sur 3`);
    seen.push(...said);
  }
  expect(new Set(seen).size).toBe(120);
  await app.stop();
  await removeFolder(app.dataDir);
});

test('quotes are the texts marked to be quoted, by what they are about, while their authors allow it', async () => {
  const app = await peopled(people);
  const owner = await entering(app.spaceLink);
  const { text } = await owner.get(here);
  for (const said of ['Un bus', 'gratuit'])
    await owner.post(`${here}/${idOf(text, said)}`, { quote: '1', reason: 'telling' }, here);
  await owner.post(`${here}/${idOf(text, 'Leroy')}`, { aside: '1', reason: 'identifying' }, here);
  await app.stop();

  const store = await storeOf(app.dataDir);
  const feed = createChangeFeed(store);
  const texts = createFreeTexts(feed);
  feed.start();
  const textsOf = (code: string) => texts.of(code);
  const quoted = async () => {
    const quotes = await markedQuotes({ store, textsOf }, 'decouverte');
    return Object.fromEntries(quotes.map(({ item, text }) => [item, [text]]));
  };
  expect(await quoted()).toEqual({
    'mobility-own-words': ['Un bus le soir à la gare'],
    'mobility-one-ticket': ['Si c’est gratuit'],
  });
  expect(await markedQuotes({ store, textsOf }, 'autre')).toEqual([]);
  await store.erase('participant', 'ada');
  expect(await quoted()).toEqual({ 'mobility-one-ticket': ['Si c’est gratuit'] });
  await store.close();
  await removeFolder(app.dataDir);
});
