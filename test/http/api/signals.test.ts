import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { scopes } from '#domain/records/api-key.ts';
import { entering, type Member, readable } from '../admin/member.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { caller, keyOf } from './caller.ts';
import { type Receiver, receiver } from './hooks/receiver.ts';

const here = '/animation/acces';
let app: Running;
let owner: Member;
let other: Receiver;
beforeAll(async () => {
  [app, other] = await Promise.all([running(), receiver()]);
  owner = await entering(app.spaceLink);
}, 30_000);
afterAll(async () => {
  await app.stop();
  await other.stop();
  await removeFolder(app.dataDir);
});

test('an address that leads inside is refused, and what was typed stays', async () => {
  const address = 'https://169.254.169.254/latest/meta-data';
  const { status, text } = await owner.post(
    `${here}/signaux`,
    { address, signals: ['consultation.opened'] },
    here,
  );
  expect(status).toBe(422);
  expect(readable(text)).toContain('Cette adresse mène à ce serveur ou à un réseau privé.');
  expect(text).toContain(`value="${address}"`);
  expect(text).toMatch(/value="consultation.opened" checked/);
  const none = await owner.post(`${here}/signaux`, { address: other.url }, here);
  expect(readable(none.text)).toContain('Cochez au moins un événement.');
});

test('an address is told once what happens, and the page says what became of it', async () => {
  const signals = ['consultation.opened', 'consultation.closed'];
  const made = await owner.post(`${here}/signaux`, { address: `${other.url}/ici`, signals }, here);
  const secret = /value="(whsec_[\w+/]{43}=)"/.exec(made.text)?.[1] ?? '';
  const twice = await owner.post(`${here}/signaux`, { address: `${other.url}/ici`, signals }, here);
  expect([twice.status, readable(twice.text)]).toEqual([
    422,
    expect.stringContaining('Cette adresse est déjà prévenue.'),
  ]);
  const page = (await owner.get(here)).text;
  expect(page.match(/id="signal-/g)).toHaveLength(1);
  expect(secret).not.toBe('');
  expect(page).not.toContain(secret);

  const test = /action="(\/animation\/acces\/signaux\/[^"]+\/essai)"/.exec(page)?.[1] ?? '';
  expect(readable((await owner.post(test, {}, here)).text)).toContain('L’essai est parti.');
  await other.until(1);

  const program = caller(app.url, await keyOf(owner, 'Portail', scopes));
  const both = (text: string) => ({ fr: text, en: text });
  const { body } = await program.send('POST', '/consultations', {
    title: both('Le val'),
    territory: both('Le val'),
  });
  await program.send('POST', `/consultations/${body.code}/open`);
  await other.until(2);
  expect(JSON.parse(other.heard[1]?.body ?? '')).toMatchObject({
    ...{ type: 'consultation.opened', consultation: body.code },
  });
  await program.send('POST', `/consultations/${body.code}/close`);
  await other.until(3);
  const verified = other.heard.map(({ headers, body }) =>
    new Webhook(secret).verify(body, headers as Record<string, string>),
  );
  expect(verified).toMatchObject(['test', ...signals].map((type) => ({ type })));
  const shown = readable((await owner.get(here)).text);
  expect(shown).toContain('Essai Arrivé du premier coup (réponse 200)');

  const remove = /action="(\/animation\/acces\/signaux\/[^"]+\/retrait)"/.exec(page)?.[1] ?? '';
  const removed = readable((await owner.post(remove, {}, here)).text);
  expect(removed).toContain('Plus rien n’est envoyé à cette adresse.');
  expect(removed).toContain('Aucune adresse à prévenir');
  const journal = readable((await owner.get('/animation/journal')).text);
  expect(journal).toContain(`A retiré une adresse à prévenir : ${other.url}/ici`);
  expect(journal).toContain(`A ajouté une adresse à prévenir : ${other.url}/ici`);
}, 30_000);
