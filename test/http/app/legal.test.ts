import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { manifestOf } from '#src/tools/teams/manifest.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
beforeAll(async () => {
  app = await running(undefined, { CONTROLLER_NAME: 'Mairie de Bourg-Neuf', CONTROLLER_CONTACT: 'Place 1' });
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

test('the addresses that the Teams package names are served, and name whom the settings name', async () => {
  const loaded = loadPhrases('catalogue');
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
  const facts = { appId: crypto.randomUUID(), publicUrl: app.url, version: '1.0.0' };
  const { privacyUrl, termsOfUseUrl } = manifestOf(facts, loaded.phrases).developer;
  for (const address of [privacyUrl, termsOfUseUrl]) {
    expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
    const response = await fetch(address, { headers: { 'Accept-Language': 'fr' } });
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('Mairie de Bourg-Neuf.');
    expect(page).toContain('Place 1');
  }
});

test('every way from them leads on: the other language, the other page, the conversation, the deck', async () => {
  const both = ['/confidentialite', '/mentions'];
  for (const language of ['fr', 'en']) {
    for (const path of both) {
      const page = await (await fetch(`${app.url}${path}?lang=${language}`)).text();
      const ways = [...page.matchAll(/<(?:a|link) [^>]*href="([^"#]+)"/g)].map(([, way = '']) => way);
      const ours = ways.map((way) => new URL(way, app.url + path)).filter(({ origin }) => origin === app.url);
      const elsewhere = both.filter((one) => one !== path).map((one) => `${one}?lang=${language}`);
      const other = `${path}?lang=${language === 'fr' ? 'en' : 'fr'}`;
      const where = ours.map(({ pathname, search }) => pathname + search);
      expect(where).toEqual(expect.arrayContaining([other, ...elsewhere, '/c/decouverte']));
      for (const way of ours) expect((await fetch(way)).status).toBe(200);
    }
  }
});
