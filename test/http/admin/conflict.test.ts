import { expect, test } from '@jest/globals';
import type { Running } from '../app/running.ts';
import { invited, type Member, readable, tokenIn } from './member.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace((...its) => {
  [app, owner] = its;
});

const about = {
  languages: ['fr', 'en'],
  kinds: ['small-town', 'rural-village'],
  'title-fr': 'Demain ici',
  'title-en': 'Tomorrow here',
  'territory-fr': 'Ici',
  'territory-en': 'Here',
};
const stepOf = (code: string, step: string) => `/animation/c/${code}/reglages/${step}`;

/** Every field of the first form of a page, as a browser would send it. */
function fieldsOf(page: string): [string, string][] {
  const form = /<form method="post" action="[^"]*" class="settings">[\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
  const plain = (text: string) =>
    text
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  return [
    ...form.matchAll(
      /<input (?:id="[\w-]+" )?(?:type="hidden" )?name="([\w-]+)"(?: type="\w+")? value="([^"]*)"|<input type="(?:radio|checkbox)" name="([\w-]+)" value="([^"]*)" checked|<textarea id="([\w-]+)"[^>]*>\n([\s\S]*?)<\/textarea>/g,
    ),
  ].map(([, a, b, c, d, e, f]) => [a ?? c ?? e ?? '', plain(b ?? d ?? f ?? '')]);
}

/** Sends a form as it was drawn, with some fields filled otherwise. */
async function send(
  by: Member,
  path: string,
  drawn: readonly [string, string][],
  changed: Record<string, string>,
) {
  const body = new URLSearchParams({ jeton: tokenIn((await by.get('/animation')).text) });
  for (const [name, value] of drawn) if (name !== 'jeton' && !(name in changed)) body.append(name, value);
  for (const [name, value] of Object.entries(changed)) body.append(name, value);
  const answer = await fetch(app.url + path, {
    ...{ method: 'POST', redirect: 'manual', body: body.toString() },
    headers: { cookie: by.cookie, 'content-type': 'application/x-www-form-urlencoded' },
  });
  return { status: answer.status, text: await answer.text() };
}

async function drawnBy(by: Member, path: string) {
  return fieldsOf((await by.get(path)).text);
}

test.each(['about', 'content', 'calendar', 'information'])(
  'a form of the step %s sent as it was drawn changes nothing',
  async (step) => {
    const code = `dessin-${step}`;
    await owner.post('/animation/nouvelle', { ...about, code }, '/animation/nouvelle');
    const path = stepOf(code, step);
    // What both hold is the same: nobody's change is taken for one.
    const [mine, theirs] = [await drawnBy(owner, path), await drawnBy(owner, path)];
    expect((await send(owner, path, mine, {})).status).toBe(303);
    expect((await send(owner, path, theirs, {})).status).toBe(303);
    expect(await drawnBy(owner, path)).toEqual(mine);
  },
);

test('two people who change other things of one step both keep theirs', async () => {
  const code = 'a-deux';
  await owner.post('/animation/nouvelle', { ...about, code }, '/animation/nouvelle');
  const lise = await invited(owner, 'Lise', 'facilitator');
  const path = stepOf(code, 'about');
  const [mine, hers] = [await drawnBy(owner, path), await drawnBy(lise, path)];
  expect((await send(lise, path, hers, { 'title-fr': 'Le nom de Lise' })).status).toBe(303);
  expect((await send(owner, path, mine, { 'territory-fr': 'Le territoire d’Ada' })).status).toBe(303);
  const page = (await owner.get(path)).text;
  expect(page).toContain('value="Le nom de Lise"');
  expect(page).toContain('value="Le territoire d’Ada"');
});

test('two who change the same are shown both, and the one who is asked chooses; no word is lost', async () => {
  const code = 'la-meme';
  await owner.post('/animation/nouvelle', { ...about, code }, '/animation/nouvelle');
  const lise = await invited(owner, 'Lise', 'facilitator');
  const path = stepOf(code, 'about');
  const [mine, hers] = [await drawnBy(owner, path), await drawnBy(lise, path)];
  await send(lise, path, hers, { 'title-fr': 'Le nom de Lise', 'territory-en': 'Her place' });
  const met = await send(owner, path, mine, { 'title-fr': 'Le nom d’Ada', 'title-en': 'Her name' });
  expect(met.status).toBe(409);
  const said = readable(met.text);
  expect(said).toContain('Quelqu’un d’autre a changé la même chose');
  expect(said).toMatch(/Lise a enregistré/);
  for (const words of ['Le nom de Lise', 'Le nom d’Ada']) expect(said).toContain(words);
  // Nothing is saved yet; what only Lise changed stands in the form already.
  expect(met.text).toContain('value="Her place"');
  const again = fieldsOf(met.text);
  expect((await send(owner, path, again, { 'choix-title-fr': 'theirs' })).status).toBe(303);
  const page = (await owner.get(path)).text;
  for (const words of ['Le nom de Lise', 'Her name', 'Her place']) expect(page).toContain(`value="${words}"`);
  const third = await drawnBy(owner, path);
  await send(lise, path, await drawnBy(lise, path), { 'title-fr': 'Encore Lise' });
  const shown = await send(owner, path, third, { 'title-fr': 'Encore Ada' });
  expect((await send(owner, path, fieldsOf(shown.text), { 'choix-title-fr': 'mine' })).status).toBe(303);
  expect((await owner.get(path)).text).toContain('value="Encore Ada"');
});

test('what somebody chose in a draft that was opened meanwhile is not dropped in silence', async () => {
  const code = 'ouverte-entretemps';
  await owner.post('/animation/nouvelle', { ...about, code }, '/animation/nouvelle');
  const path = stepOf(code, 'content');
  const mine = await drawnBy(owner, path);
  await owner.post(`/animation/c/${code}/ouverture`, {});
  expect((await send(owner, path, mine, { expected: '40' })).status).toBe(303);
  const late = await send(owner, path, mine, { length: 'long' });
  expect([late.status, readable(late.text)]).toEqual([
    422,
    expect.stringContaining('ne change plus une fois'),
  ]);
});
