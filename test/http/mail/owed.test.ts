import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { MailContact } from '#domain/records/mail-contact.ts';
import { openStore } from '#store/files/open.ts';
import { entering, readable } from '../admin/member.ts';
import { having, over, published, town } from '../admin/town.ts';
import { channel as channelOf } from '../app/cloud-person.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { until } from '../teams/until.ts';
import { letterBox } from './letter-box.ts';

let box: Awaited<ReturnType<typeof letterBox>>;
let channel: Awaited<ReturnType<typeof channelOf>>;
let app: Running | undefined;
let dir = '';
beforeEach(async () => {
  box = await letterBox();
  channel = await channelOf();
});
afterEach(async () => {
  await app?.stop();
  channel.stop();
  await box.close();
  await removeFolder(dir);
}, 30_000);

const start = async (): Promise<Running> => {
  await app?.stop();
  app = await running(dir, { SMTP_URL: box.url, MAIL_FROM: 'consultation@ville.example' });
  return app;
};
const asking = (id: string, ...wishes: NonNullable<MailContact['asked']>['wishes']): MailContact => ({
  ...{ schema: 1, id, version: 0, consultation: 'voisins' },
  asked: { address: `${id}@ville.example`, language: 'fr', wishes },
});
const journal = async (link: string) =>
  readable((await (await entering(link)).get('/animation/journal')).text);

test('a reminder that the server did not take is tried again at the next look, then never more', async () => {
  const longAgo = new Date(Date.now() - 120 * 86_400_000).toISOString();
  dir = await town(having('voisins', { closed: true, closedAt: longAgo, retentionMonths: 24 }));
  box.state.full = true;
  const first = await start();
  await until(() => box.state.refused > 0);
  expect(await journal(first.spaceLink)).not.toContain('A rappelé de dire ce qui a été fait');
  box.state.full = false;
  await start();
  await until(() => box.letters.length > 0);
  const { spaceLink } = await start();
  expect((await journal(spaceLink)).match(/A rappelé de dire ce qui a été fait/g)).toHaveLength(1);
  expect(box.letters.map(({ to }) => to)).toEqual(['contact@example.org']);
}, 60_000);

test('a result that the server did not take goes out by itself, once to each who asked', async () => {
  dir = await town(async (store) => {
    await having('voisins', published)(store);
    await store.save('mail-contact', asking('eve', 'result'));
    await store.save('mail-contact', asking('plein-max', 'result'));
  });
  const { spaceLink } = await start();
  const owner = await entering(spaceLink);
  const page = '/animation/c/voisins/courriel';
  box.state.full = true;
  const sent = readable((await owner.post(`${page}/envoi`, { wish: 'result' }, page)).text);
  expect(sent).toContain(
    '2 messages n’ont pas pu partir pour le moment. Ils repartent d’eux-mêmes dans l’heure.',
  );
  box.state.full = false;
  await start();
  await until(() => box.letters.length > 0);
  const tried = box.state.refused;
  await start();
  await until(() => box.state.refused > tried);
  expect(box.letters.map(({ to }) => to)).toEqual(['eve@ville.example']);
}, 60_000);

test('when a second round opens, who asked is written to and kept conversations are told, once, also when a server is down then', async () => {
  dir = await town(async (store) => {
    await having('voisins', over)(store);
    await store.save('mail-contact', asking('eve', 'second-round'));
    await store.save('mail-contact', asking('bob', 'result'));
    for (const participant of ['voisins-0', 'voisins-1', undefined]) {
      const conversation = { id: `c-${participant}` };
      const reference = { channelId: 'emulator', serviceUrl: channel.url, conversation, bot: { id: 'b' } };
      const kept = { id: `r-${participant}`, version: 0, consultation: 'voisins', reference };
      await store.save('reference', { schema: 1, ...kept, ...(participant && { participant }) });
    }
  });
  const { spaceLink } = await start();
  const owner = await entering(spaceLink);
  // Somebody looks, so that the final result is made.
  await until(async () => (await owner.get('/animation/c/voisins/resultats')).status === 200);
  const page = '/animation/c/voisins/second-tour';
  await until(async () =>
    readable((await owner.get(page)).text).includes('Oui, je veux ouvrir un second tour'),
  );
  box.state.full = true;
  await owner.post(page, { sure: 'oui' }, page);
  await until(() => box.state.refused > 0 && channel.posted.length === 2);
  box.state.full = false;
  await start();
  await until(() => box.letters.length > 0);
  await start();
  await app?.stop();
  app = undefined;
  expect(channel.posted).toHaveLength(2);
  expect(JSON.stringify(channel.posted)).toContain('Le second tour est ouvert');
  expect(box.letters).toMatchObject([
    { to: 'eve@ville.example', text: expect.stringContaining('revoir vos avis sur') },
  ]);
  const store = await openStore(dir);
  const its = await store.load('consultation', 'voisins');
  expect(its?.round).not.toHaveProperty('posting');
  expect(its).not.toHaveProperty('mailing');
  // Whose wish is granted is forgotten.
  expect((await store.load('mail-contact', 'eve'))?.asked).toBeUndefined();
  expect((await store.load('mail-contact', 'bob'))?.asked).toBeDefined();
  await store.close();
}, 60_000);
