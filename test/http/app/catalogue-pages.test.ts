import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadCatalogue } from '#catalogue/load.ts';
import { type Running, removeFolder, running } from './running.ts';

const loaded = loadCatalogue('catalogue');
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
const { domains, text } = loaded.catalogue;
const all = domains.flatMap(({ trajectories }) => trajectories);

let app: Running;
beforeAll(async () => {
  app = await running();
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

const get = async (path: string, language = 'fr') => {
  const response = await fetch(`${app.url}${path}`, { headers: { 'Accept-Language': language } });
  return { status: response.status, headers: response.headers, page: await response.text() };
};
const found = (page: string) => page.match(/<li class="card">/g)?.length ?? 0;
const escaped = (said: string) =>
  said.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

test('the deck shows every trajectory, without a script, and says whose they are', async () => {
  const { status, headers, page } = await get('/catalogue');
  expect(status).toBe(200);
  expect(headers.get('cache-control')).toBe('public, max-age=300');
  expect(found(page)).toBe(63);
  expect(page).not.toContain('<script');
  expect(page).toContain('12 trajectoires reprennent');
  expect(page.match(/Idée de 2015/g)).toHaveLength(12);
  expect(page.match(/Idée de ce projet/g)).toHaveLength(51);
});

test('each trajectory has its page, in both languages, with all that is said of it', async () => {
  for (const { id, source } of all.filter((_, i) => i % 5 === 0)) {
    for (const language of ['fr', 'en']) {
      const { status, page } = await get(`/catalogue/trajectoires/${id}?lang=${language}`);
      expect(status).toBe(200);
      expect(page).toContain(`<html lang="${language}">`);
      for (const said of Object.values(text[language]?.trajectories[id] ?? {}))
        expect(page).toContain(escaped(said));
      expect(page.includes('2015')).toBe(source === 'presentation-2015');
    }
  }
});

test('the address says the language, else the browser does', async () => {
  expect((await get('/catalogue', 'en-GB,en')).page).toContain('<html lang="en">');
  expect((await get('/catalogue?lang=fr', 'en')).page).toContain('<html lang="fr">');
  expect((await get('/catalogue?lang=fr')).page).toContain(
    'hreflang="en" href="/catalogue/trajectoires?lang=en"',
  );
});

test('a search meets words without accents or capitals, and filters narrow it', async () => {
  const search = async (query: string) => found((await get(`/catalogue?${query}`)).page);
  expect(await search('q=VELO')).toBe(await search('q=v%C3%A9lo'));
  expect(await search('q=velo')).toBeGreaterThan(0);
  expect(await search('domain=mobility')).toBe(11);
  expect(await search('orientation=mobility-near')).toBe(4);
  expect(await search('domain=health&orientation=mobility-near')).toBe(0);
  const rural = all.filter(({ territories }) => territories.includes('very-dispersed-rural')).length;
  expect(await search('territory=very-dispersed-rural')).toBe(rural);
  expect(await search('domain=nowhere&territory=moon')).toBe(63);
});

test('a search that finds nothing, or that means harm, is answered kindly', async () => {
  const { status, page } = await get(`/catalogue?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(status).toBe(200);
  expect(page).toContain('Aucune trajectoire ne correspond');
  expect(page).not.toContain('<script');
  expect((await get(`/catalogue?q=${'x'.repeat(2000)}`)).status).toBe(200);
});

test('an address that leads nowhere says so', async () => {
  for (const path of ['/catalogue/nowhere', '/catalogue/trajectoires/nowhere', '/catalogue/%3Cb%3E/x']) {
    const { status, page } = await get(path);
    expect(status).toBe(404);
    expect(page).toContain('Cette page n’existe pas');
    expect(page).not.toContain('<b>');
  }
});
