import { createSecretKey, hkdfSync, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { bytesIn } from '#test/bytes-in.ts';
import { entering } from '../admin/member.ts';
import { call } from './call.ts';
import { activity, bring } from './cloud-person.ts';
import { downloadLink, kept } from './kept.ts';
import { arrive, begin, type Person } from './person.ts';
import { filled, goOn } from './robot.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
beforeAll(async () => {
  app = await running();
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

test('a person downloads what is kept of them, as a file', async () => {
  const person = await begin(app.url);
  await person.press(filled(person.card?.inputs ?? []));
  const { replies } = await person.say('mes données');
  const { status, headers, body } = await call(downloadLink(replies));
  expect(status).toBe(200);
  expect(headers.get('content-type')).toContain('application/json');
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.json"$/);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(Object.keys(body.answers)).toHaveLength(1);
  expect(body).not.toHaveProperty('handled');
});

test('a forged or expired link leads to nothing', async () => {
  const person = await begin(app.url);
  const { id } = await kept(person);
  const { signingSecret } = JSON.parse(await readFile(join(app.dataDir, 'keys.json'), 'utf8'));
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', signingSecret, '', 'links', 32)));
  const signed = (expiresIn: '1m' | '-1s') =>
    jwt.sign({}, key, { subject: id, audience: 'my-data', expiresIn });
  expect((await call(`${app.url}/api/my-data?t=${signed('1m')}`)).status).toBe(200);
  const forged = [
    signed('-1s'),
    '',
    'x',
    person.token,
    jwt.sign({}, signingSecret, { subject: id, audience: 'my-data' }),
    jwt.sign({}, '', { subject: id, audience: 'my-data', algorithm: 'none' }),
  ];
  for (const token of forged) {
    const link = `${app.url}/api/my-data?t=${encodeURIComponent(token)}`;
    expect((await call(link)).status).toBe(410);
    const page = await call(link, { headers: { accept: 'text/html', 'accept-language': 'fr' } });
    expect({ status: page.status, type: page.headers.get('content-type') }).toEqual({
      status: 410,
      type: 'text/html; charset=utf-8',
    });
  }
});

test('erasing leaves no byte of what a person wrote in any file, nor in another tab', async () => {
  const secret = `Madame${randomUUID().replaceAll('-', '')}`;
  const person = await begin(app.url);
  await writeEverywhere(person, secret);
  const { id } = await kept(person);
  await person.say('pause');
  const tab = await arrive(app.url, { previous: person.token });
  await tab.say('changer');
  expect(JSON.stringify(await tab.log())).toContain(secret);
  expect(await bytesIn(app.dataDir, secret)).not.toEqual([]);
  const { replies } = await person.say('mes données');
  const link = downloadLink(replies);

  expect((await person.say('effacer')).labels).toEqual(['confirmation']);
  expect((await person.submit({ act: 'erase', sure: true })).labels).toEqual(['notice']);
  expect(await bytesIn(app.dataDir, secret)).toEqual([]);
  expect(await bytesIn(app.dataDir, id)).toEqual([]);
  expect((await call(link)).status).toBe(410);
  expect(JSON.stringify(await person.log())).not.toContain(secret);
  expect((await tab.ask('GET', '/activities')).status).toBe(404);
  expect((await person.say('bonjour')).labels).toEqual(['welcome', 'consent']);
});

test('erasing from a device that a code brought in erases what the first device shows, too', async () => {
  const secret = `Monsieur${randomUUID().replaceAll('-', '')}`;
  const first = await begin(app.url);
  await writeEverywhere(first, secret);
  const paused = await first.say('pause');
  const code = /\w{5}-\w{5}-\w{5}/.exec(JSON.stringify(paused.replies))?.[0] ?? '';
  const second = await arrive(app.url);
  await second.say(code);
  await second.say('effacer');
  expect((await second.submit({ act: 'erase', sure: true })).labels).toEqual(['notice']);
  expect(await bytesIn(app.dataDir, secret)).toEqual([]);
  expect(JSON.stringify((await first.ask('GET', '/activities')).text)).not.toContain(secret);
});

test('erasing on a Bot Framework channel leaves neither words nor the way to reach the person', async () => {
  const secret = `Mademoiselle${randomUUID().replaceAll('-', '')}`;
  const steps: readonly object[] = [
    { text: 'bonjour' },
    { value: { act: 'consent', agree: true } },
    { value: { act: 'profile', decline: true } },
    { value: { act: 'answer', question: 'mobility-own-words', value: secret } },
    { text: 'effacer' },
    { value: { act: 'erase', sure: true } },
  ];
  const user = `user-${secret}`;
  for (const [i, step] of steps.entries()) {
    if (i === 4) expect(await bytesIn(app.dataDir, secret)).not.toEqual([]);
    expect((await bring(app.url, activity(`${i}`, user, step))).status).toBe(200);
  }
  expect(await bytesIn(app.dataDir, secret)).toEqual([]);
});

/** Says the secret in a text answer, in remarks, and where it is not understood. */
async function writeEverywhere(person: Person, secret: string): Promise<void> {
  await goOn(person, () => person.card?.inputs[0]?.type === 'Input.Text');
  await person.say(secret);
  await goOn(person, () => person.card?.inputs.some(({ id }) => id === 'concern') === true, 9).catch(
    () => undefined,
  );
  const inputs = filled(person.card?.inputs ?? []);
  await person.press({ ...inputs, condition: `si ${secret}`, concern: `sauf ${secret}` });
  await person.say(secret);
}

test('erasing takes along what those who facilitate noted of a person, of texts they changed since as well', async () => {
  const owner = await entering(app.spaceLink);
  const page = '/animation/c/decouverte/textes';
  const person = await begin(app.url);
  const written = async (value: string) => {
    await person.submit({ act: 'answer', question: 'mobility-own-words', value, shared: 'true' });
    const { text } = await owner.get(page);
    const item = text.split('<li id="texte-').find((one) => one.includes(value));
    return item?.slice(0, item.indexOf('"')) ?? '';
  };
  const reasons = ['Madame Canari, de la poste', 'Encore elle, la voisine du maire'];
  const ids: string[] = [];
  for (const [i, words] of reasons.entries()) {
    const id = await written(`Le bus numéro ${i} manque`);
    await owner.post(`${page}/${id}`, { aside: '1', reason: '', words, retour: '' }, page);
    ids.push(id);
  }
  const { id } = await kept(person);
  for (const one of [...reasons, ...ids, id]) expect(await bytesIn(app.dataDir, one)).not.toEqual([]);
  await person.say('effacer');
  await person.submit({ act: 'erase', sure: true });
  expect(await bytesIn(app.dataDir, ...reasons, ...ids, id)).toEqual([]);
});

test('a person prints their scenario, or takes it as words or as data, in either language', async () => {
  const person = await begin(app.url);
  const { id } = await kept(person);
  const { signingSecret } = JSON.parse(await readFile(join(app.dataDir, 'keys.json'), 'utf8'));
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', signingSecret, '', 'links', 32)));
  const t = jwt.sign({}, key, { subject: id, audience: 'my-data', expiresIn: '1m' });
  for (const [lang, heading] of [
    ['fr', 'Votre scénario'],
    ['en', 'Your scenario'],
  ]) {
    const page = await fetch(`${app.url}/api/my-scenario?lang=${lang}&t=${t}`);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const text = await page.text();
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toContain(`<h1>${heading}</h1>`);
  }
  const words = await fetch(`${app.url}/api/my-scenario?format=text&lang=fr&t=${t}`);
  expect(words.headers.get('content-disposition')).toBe('attachment; filename="scenario-decouverte.txt"');
  expect(words.headers.get('cache-control')).toBe('no-store');
  expect(await words.text()).toMatch(/^Votre scénario\n/);
  const data = await call(`${app.url}/api/my-scenario?format=json&t=${t}`);
  expect(data.body).toMatchObject({ consultation: 'decouverte', domains: [], links: [], group: [] });
  expect((await call(`${app.url}/api/my-scenario?t=x`)).status).toBe(410);
});
