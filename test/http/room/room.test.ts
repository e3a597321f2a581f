import { expect, test } from '@jest/globals';
import { invited, type Member, readable } from '../admin/member.ts';
import { listening } from '../admin/stream.ts';
import { withSpace } from '../admin/with-space.ts';
import { type Running, running } from '../app/running.ts';
import { phoneIn } from './phone.ts';
import { screenPath as here, labels, press as pressed } from './screen.ts';

let app: Running;
let owner: Member;
withSpace((...its) => {
  [app, owner] = its;
});

const press = (act: string, fields: Record<string, string> = {}, who: Member = owner) =>
  pressed(who, act, fields);

const trajectory = 'mobility-local-shuttles';
const many = Array.from({ length: 12 }, (_, i) => i);

test('a whole round without a script: asked, answered, shown, debated, answered again', async () => {
  const phone = await phoneIn(app.url);
  expect(readable(await phone.look())).toContain('Aucune question n’est posée en ce moment.');
  await press('begin');
  expect(readable(await phone.look())).toContain('La prochaine question arrive bientôt.');
  const { text } = await owner.get(`${here}?lang=fr`);
  const id = /<option value="(mobility-[^"]+)"/.exec(text)?.[1] ?? trajectory;
  await press('ask', { trajectory: id });
  expect(readable(await phone.look())).toContain('Le vote va bientôt s’ouvrir.');
  await press('open', { secondes: '0' });
  const phones = await Promise.all(many.map(() => phoneIn(app.url)));
  const given = await Promise.all(phones.map((one) => one.tap(-2)));
  expect(given.map(({ status }) => status)).toEqual(many.map(() => 303));
  expect(readable(given[0]?.text ?? '')).toContain('Votre réponse est enregistrée : Très indésirable.');
  // Somebody changes their mind: it is one answer still.
  await phones[0]?.tap(2);
  const asked = readable((await owner.get(`${here}?lang=fr`)).text);
  expect(asked).toContain('12 réponses');
  expect(asked).not.toContain('sur 12');
  const shown = readable((await press('reveal')).text);
  expect(shown).toMatch(/Très indésirable 11 sur 12/);
  expect(shown).toMatch(/Très souhaitable 1 sur 12/);
  const late = await phones[1]?.tap(2);
  expect(readable(late?.text ?? '')).toContain('Ce vote ne prend plus de réponse.');
  await press('again', { secondes: '0' });
  const before = readable((await phones[6]?.look()) ?? '');
  expect(before).toContain('Au premier vote, vous aviez répondu : Très indésirable');
  await Promise.all(phones.map((one) => one.look()));
  await Promise.all(phones.map((one) => one.tap(1)));
  const second = readable((await press('reveal')).text);
  expect(second).toContain('Second vote : 12 réponses.');
  await press('close');
  const noted = await press('note', { note: 'Une navette le <samedi>', who: 'Mobilité', when: 'mars' });
  expect(noted.text).toContain('Une navette le &lt;samedi&gt; (Mobilité, pour\u00a0: mars)');
  const list = await owner.get('/animation/c/decouverte/salle?lang=fr');
  for (const [, path = ''] of list.text.matchAll(/href="([^"]+compte-rendu\.[^"]+)"/g)) {
    const file = await fetch(app.url + path, { headers: { cookie: owner.cookie } });
    expect([path, file.status]).toEqual([path, 200]);
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(2_000);
  }
  await press('end');
  expect(readable(await phone.look())).toContain('Aucune question n’est posée en ce moment.');
  expect(readable((await owner.get(`${here}?lang=fr`)).text)).toContain('une question, une décision.');
}, 60_000);

test('the count is heard on the screen, and each step on the phones, as they happen', async () => {
  await press('begin');
  await press('ask', { question: 'On y va ?', ...labels });
  const screen = await listening(`${app.url}${here}/flux?lang=fr`, { cookie: owner.cookie });
  const phone = await phoneIn(app.url);
  const stream = await listening(`${app.url}/c/decouverte/direct/flux?lang=fr`, { cookie: phone.cookie });
  expect((await stream.next())?.data).toContain('On y va ?');
  await screen.next();
  await press('open', { secondes: '300' });
  expect((await stream.next())?.data).toContain('Tout à fait');
  expect((await screen.next())?.data).toContain('class="timer"');
  await phone.look();
  await phone.tap(2);
  expect((await screen.next())?.data).toContain('1 réponse');
  await press('pause');
  expect((await stream.next())?.data).toContain('La séance est en pause');
  expect(readable((await phone.tap(-2)).text)).toContain('Ce vote ne prend plus de réponse.');
  screen.leave();
  stream.leave();
  await press('resume');
  await press('close');
}, 30_000);

test('what is wrong is said at its field, in the language, and nothing that was written is lost', async () => {
  await press('begin');
  const answer = await press('ask', { question: 'Une question gardée', ...labels, 'point-1': 'non' });
  expect(readable(answer.text)).toContain('Deux réponses sont les mêmes.');
  expect(answer.text).toContain('value="Une question gardée"');
  expect(readable((await press('note', { note: '' })).text)).toContain('Écrivez ce que la salle a décidé.');
  const odd = await fetch(`${app.url}/c/decouverte/direct`, { method: 'POST', body: 'nothing' });
  expect(odd.status).toBe(422);
  expect(readable(await odd.text())).toContain('Votre réponse n’a pas pu être lue.');
});

test('a browser that keeps no key is told why its answer is not counted', async () => {
  const phone = await phoneIn(app.url);
  await press('begin');
  await press('ask', { question: 'Encore ?', ...labels });
  await press('open', { secondes: '0' });
  const page = await phone.look();
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  const body = new URLSearchParams({ seance: field('seance'), tour: field('tour'), vote: '1', point: '2' });
  const answer = await fetch(`${app.url}/c/decouverte/direct?lang=en`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  expect(answer.status).toBe(422);
  expect(readable(await answer.text())).toContain('Your browser refuses to keep a marker');
  await press('close');
});

test('a reader sees the screen and leads nothing', async () => {
  const reader = await invited(owner, 'Lectrice', 'reader', 'decouverte');
  await press('begin');
  const { text } = await reader.get(`${here}?lang=fr`);
  expect(text).toContain('id="room"');
  expect(text).not.toContain('data-lead');
  expect((await press('pause', {}, reader)).status).toBe(403);
});

test('a restart in the middle of a vote loses no answer, and it goes on', async () => {
  await press('begin');
  await press('ask', { question: 'Après la coupure ?', ...labels });
  await press('open', { secondes: '0' });
  const phones = await Promise.all(many.map(() => phoneIn(app.url)));
  await Promise.all(phones.slice(0, 7).map((one) => one.tap(1)));
  const { port } = new URL(app.url);
  await app.stop();
  const again = await running(app.dataDir, { PORT: port });
  Object.assign(app, { stop: again.stop });
  expect(readable((await owner.get(`${here}?lang=fr`)).text)).toContain('7 réponses');
  expect(readable((await phones[0]?.look()) ?? '')).toContain('Votre réponse est enregistrée : Oui.');
  await Promise.all(phones.map((one) => one.tap(1)));
  expect(readable((await press('reveal')).text)).toMatch(/Oui 12 sur 12/);
}, 60_000);
