import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Running, removeFolder, running } from '../app/running.ts';

let app: Running;
beforeAll(async () => {
  app = await running();
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

test('an address that is shared tells of the consultation, and of nobody’s answers', async () => {
  const page = await (await fetch(`${app.url}/`, { headers: { 'Accept-Language': 'fr' } })).text();
  expect(page).toContain('<meta property="og:title" content="Découverte">');
  expect(page).toMatch(/<meta property="og:description" content="Comment souhaitez-vous vivre ici demain/);
  expect(page).toMatch(/<meta property="og:url" content="[^"]*\/c\/decouverte">/);
  expect(page).toMatch(/id="share" hidden/);
});

test('there is no day to note where no end is set, and no such consultation is no page', async () => {
  const endless = await fetch(`${app.url}/c/decouverte/agenda.ics?lang=fr`);
  expect(endless.status).toBe(404);
  expect(await endless.text()).toContain('Pas encore de date de fin');
  expect((await fetch(`${app.url}/c/nulle-part/agenda.ics`)).status).toBe(404);
});
