import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { entering, type Member, readable } from '../admin/member.ts';
import { having, published, town } from '../admin/town.ts';
import { call } from '../app/call.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { letterBox } from './letter-box.ts';

let app: Running;
let owner: Member;
let box: Awaited<ReturnType<typeof letterBox>>;
beforeAll(async () => {
  box = await letterBox();
  const settings = { SMTP_URL: box.url, MAIL_FROM: 'consultation@ville.example' };
  app = await running(await town(having('voisins', published)), settings);
  owner = await entering(app.spaceLink);
}, 30_000);
afterAll(async () => {
  await app.stop();
  await box.close();
  await removeFolder(app.dataDir);
});

const page = (code: string) => `/animation/c/${code}/courriel`;
const invite = (list: string) =>
  owner.post(
    page('petit'),
    { list, subject: 'Venez dire', text: 'Bonjour,\n\nVoici l’adresse.' },
    page('petit'),
  );
const last = () => box.letters.at(-1);
const linkIn = (text = '', path = '') => new RegExp(`http\\S+/${path}\\?t=\\S+`).exec(text)?.[0] ?? '';
const send = (url: string, body: Record<string, string | string[]> = {}) => {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) for (const one of [value].flat()) form.append(name, one);
  return call(url, {
    ...{ method: 'POST', body: form.toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
};

test('nothing goes out while a line of the list is no address; then each address is written to once', async () => {
  const wrong = await invite('anna@ville.example\nbob at ville');
  expect(wrong.status).toBe(422);
  expect(readable(wrong.text)).toContain('Ligne 2 : « bob at ville » n’est pas une adresse.');
  expect(wrong.text).toContain('bob at ville');
  expect(box.letters).toHaveLength(0);
  const sent = readable(
    (await invite('anna@ville.example\nplus-la@ville.example, plein-e@ville.example')).text,
  );
  expect(sent).toContain('Une invitation est partie.');
  expect(sent).toContain('Une adresse a été refusée.');
  expect(sent).toContain('Un message n’a pas pu partir pour le moment');
  expect(box.letters.map(({ to }) => to)).toEqual(['anna@ville.example']);
  expect(last()).toMatchObject({ subject: 'Venez dire', text: expect.stringContaining('Voici l’adresse.') });
  expect(last()?.source).toMatch(/^From: consultation@ville\.example$/m);
  const again = readable((await invite('Anna@Ville.example\nplus-la@ville.example')).text);
  expect(again).toContain('Aucune invitation n’est partie.');
  expect(again).toContain('2 adresses étaient déjà invitées, ou refusent nos messages.');
  expect(again).toContain('Une adresse invitée. Une adresse refusée.');
  expect(box.letters).toHaveLength(1);
  expect(readable((await owner.get('/animation/journal')).text)).toContain(
    'A envoyé une invitation par courriel',
  );
  expect(await filesWith('anna@ville.example')).toEqual([]);
});

test('whoever asks for a reminder confirms it from their address, gets it once, and is forgotten', async () => {
  const here = `${app.url}/c/petit/prevenir`;
  expect((await send(here, { address: 'nobody', wishes: 'reminder' })).status).toBe(422);
  expect((await send(here, { address: 'eve@ville.example' })).status).toBe(422);
  const asked = await send(here, { address: 'eve@ville.example', wishes: ['reminder', 'result'] });
  expect(readable(asked.text)).toContain('Un lien vous attend à cette adresse');
  expect(last()?.to).toBe('eve@ville.example');
  expect(await filesWith('eve@ville.example')).toEqual([]);
  const link = linkIn(last()?.text, 'confirmer');
  expect((await call(link)).text).toContain('Oui, écrivez-moi');
  expect(readable((await owner.get(page('petit'))).text)).toContain('Personne n’attend de rappel.');
  expect(readable((await send(link)).text)).toContain('Vous recevrez un courriel.');
  expect((await send(`${link}x`)).status).toBe(410);
  const before = box.letters.length;
  const sent = readable(
    (await owner.post(`${page('petit')}/envoi`, { wish: 'reminder' }, page('petit'))).text,
  );
  expect(sent).toContain('Un message est parti.');
  expect(last()?.text).toContain(`${app.url}/c/petit`);
  const twice = readable(
    (await owner.post(`${page('petit')}/envoi`, { wish: 'reminder' }, page('petit'))).text,
  );
  expect(twice).toContain('Aucun message n’est parti.');
  expect(box.letters).toHaveLength(before + 1);
  // They wait for the result still; the link of each letter ends that too.
  expect(twice).toContain('Une personne attend le résultat.');
  const end = linkIn(last()?.text, 'oublier');
  expect(readable((await send(end)).text)).toContain('Vous ne recevrez plus de message');
  expect(readable((await owner.get(page('petit'))).text)).toContain('Personne n’attend le résultat.');
  expect(await filesWith('eve@ville.example')).toEqual([]);
});

test('the result goes to who asked for it, once it is published', async () => {
  await send(`${app.url}/c/voisins/prevenir`, { address: 'fil@ville.example', wishes: 'result' });
  await send(linkIn(last()?.text, 'confirmer'));
  expect((await owner.post(`${page('petit')}/envoi`, { wish: 'result' }, page('petit'))).status).toBe(404);
  const sent = await owner.post(`${page('voisins')}/envoi`, { wish: 'result' }, page('voisins'));
  expect(readable(sent.text)).toContain('Un message est parti.');
  expect(last()).toMatchObject({ to: 'fil@ville.example' });
  expect(last()?.text).toContain(`${app.url}/c/voisins/resultats`);
  expect(await filesWith('fil@ville.example')).toEqual([]);
});

test('one address, or one household, cannot have many letters sent to others', async () => {
  const here = `${app.url}/c/petit/prevenir`;
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++)
    statuses.push((await send(here, { address: 'gus@ville.example', wishes: 'result' })).status);
  expect(statuses).toEqual([200, 200, 429, 429]);
});

test('without a server for letters the page says what else works, and nobody is asked for an address', async () => {
  const plain = await running(await town());
  const someone = await entering(plain.spaceLink);
  const text = readable((await someone.get(page('petit'))).text);
  expect(text).toContain('Ce serveur n’envoie pas de courriel.');
  expect(text).toContain('L’affiche, le code QR et les codes d’invitation');
  expect((await call(`${plain.url}/c/petit/prevenir`)).status).toBe(404);
  await plain.stop();
  await removeFolder(plain.dataDir);
});

/** Files of the data folder that hold some words. */
async function filesWith(words: string): Promise<readonly string[]> {
  const all = await readdir(app.dataDir, { recursive: true, withFileTypes: true });
  const files = all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const));
  return texts.flatMap(([file, text]) => (text.includes(words) ? [file] : []));
}
