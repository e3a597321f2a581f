import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Proposal } from '#domain/proposal/proposal.ts';
import { openStore } from '#store/files/open.ts';
import { catalogue, newConsultation } from '#test/conversations/world.ts';
import { newFolder, type Running, removeFolder, running } from '../app/running.ts';
import { entering, invited, type Member, readable } from './member.ts';

const here = '/animation/c/decouverte/propositions';
const orientation = catalogue.domains.find(({ id }) => id === 'mobility')?.orientations[0] ?? '';
const proposed = (id: string, title: string): Proposal => ({
  ...{ schema: 1, id, version: 0, consultation: 'decouverte', language: 'fr', domain: 'mobility', title },
  ...{ summary: 'La mairie prête des vélos pour un an.', benefit: 'On roule.', risk: 'Ils s’usent.' },
  ...{ at: '2026-11-20T10:00:00.000Z', state: 'waiting' },
});

let app: Running;
let owner: Member;
beforeAll(async () => {
  const dir = await newFolder();
  const store = await openStore(dir);
  await store.save('consultation', newConsultation({ version: 0, proposals: 'allowed' }));
  for (const one of [
    proposed('aaaaaaaa-1111', 'Des vélos prêtés par la mairie'),
    proposed('bbbbbbbb-2222', 'Vélos de la mairie prêtés'),
    proposed('cccccccc-3333', 'Tout <interdire>'),
  ])
    await store.save('proposal', one);
  await store.close();
  app = await running(dir);
  owner = await entering(app.spaceLink);
}, 30_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

const log = async () =>
  (await (await fetch(`${app.url}/c/decouverte/propositions.csv?lang=fr`)).text()).trim();
const decide = (id: string, sent: Readonly<Record<string, string>>) =>
  owner.post(`${here}/${id}`, sent, here);

test('what waits stands beside what is like it; it is refused with a reason, which the public log says without its words', async () => {
  const page = (await owner.get(here)).text;
  expect(readable(page)).toContain('Trois propositions attendent votre décision.');
  expect(readable(page)).toContain('Ce qui y ressemble');
  expect(page).toContain('Tout &lt;interdire&gt;');
  expect(await log()).toBe('Titre;Décision;Raison;Jour');
  const bare = await decide('cccccccc-3333', { refuse: '1', 'reason-cccccccc-3333': ' ' });
  expect(bare.status).toBe(422);
  expect(readable(bare.text)).toContain('Dites pourquoi vous ne la retenez pas');
  const done = await decide('cccccccc-3333', {
    refuse: '1',
    'reason-cccccccc-3333': 'La loi ne le permet pas.',
  });
  expect(readable(done.text)).toContain('Votre décision est prise.');
  expect(await log()).toMatch(/\r\n;Non retenue;La loi ne le permet pas\.;\d{4}-\d\d-\d\d$/);
  const again = await decide('cccccccc-3333', { refuse: '1', 'reason-cccccccc-3333': 'Autre raison.' });
  expect(readable(again.text)).toContain('a changé entre-temps');
  expect(await log()).not.toContain('interdire');
});

test('accepted, it is a trajectory of the consultation, marked as theirs, and a restart keeps it', async () => {
  const id = 'aaaaaaaa-1111';
  const bare = await decide(id, { accept: '1', [`reason-${id}`]: '' });
  expect(bare.status).toBe(422);
  expect(readable(bare.text)).toContain('Choisissez une direction pour accepter');
  const done = await decide(id, { accept: '1', [`reason-${id}`]: '', [`orientation-${id}`]: orientation });
  expect(readable(done.text)).toContain('Votre décision est prise.');
  expect(await log()).toContain('Des vélos prêtés par la mairie;Acceptée;;');
  for (const restart of [false, true]) {
    if (restart) {
      await app.stop();
      app = await running(app.dataDir);
      owner = await entering(app.spaceLink);
    }
    const deck = await fetch(`${app.url}/catalogue/decouverte?lang=fr`);
    const html = readable(await deck.text());
    expect(html).toContain('Des vélos prêtés par la mairie');
    expect(html).toContain('Proposée par une personne qui participe');
    const sheet = await owner.get('/animation/c/decouverte/catalogue/feuille/trajectories');
    expect(sheet.text).toContain(';participant;');
  }
}, 120_000);

test('only whoever facilitates decides, and there is nothing to decide of what is not there', async () => {
  const reader = await invited(owner, 'Lise', 'reader');
  expect((await reader.get(here)).status).toBe(403);
  expect((await decide('nobody', { refuse: '1', 'reason-nobody': 'x' })).status).toBe(404);
});
