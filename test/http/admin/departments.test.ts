import { expect, test } from '@jest/globals';
import type { Running } from '../app/running.ts';
import { running } from '../app/running.ts';
import { invite, invited, type Member, readable } from './member.ts';
import { crowded, town } from './town.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace(
  (...its) => {
    [app, owner] = its;
  },
  async () => running(await town(crowded('voisins', 34))),
);

const team = '/animation/equipe';

test('who facilitates one consultation finds it alone, and all that is to be done in it', async () => {
  const lise = await invited(owner, 'Lise', 'facilitator', 'atelier');
  const list = (await lise.get('/animation')).text;
  expect([...list.matchAll(/<h2><a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    '/animation/c/atelier',
  ]);
  const c = '/animation/c/atelier';
  for (const path of [
    '',
    '/inviter',
    '/textes',
    '/resultats',
    '/publier',
    '/salle',
    '/materiel',
    '/reglages/about',
  ])
    expect([path, (await lise.get(`${c}${path}`)).status]).toEqual([path, 200]);
  expect((await lise.get(`${c}/resultats/export/csv`)).headers.get('content-disposition')).toContain(
    'atelier',
  );
  expect(readable((await lise.post(`${c}/publier`, { citations: [] }, `${c}/publier`)).text)).toContain(
    'publié',
  );
  const journal = readable((await lise.get('/animation/journal')).text);
  expect(journal).toContain('Lise A publié le résultat Consultation atelier');
  expect(journal).toContain('Lise A ouvert son invitation (Animation) Consultation atelier');
  expect(journal).not.toContain('A ouvert l’espace');
  // What is compared is what she sees.
  expect((await owner.get(`${c}/resultats/comparer`)).text).toContain('c.voisins');
  expect((await lise.get(`${c}/resultats/comparer`)).text).not.toContain('voisins');
  const page = (await lise.get(team)).text;
  expect(readable(page)).toMatch(/Lise \(vous\) Animation – Consultation atelier/);
  expect(page).not.toContain(`${team}/invitation`);
});

test('who reads one consultation is led to no page that is closed to them', async () => {
  const noa = await invited(owner, 'Noa', 'reader', 'atelier');
  const pages = ['/animation', '/animation/c/atelier', '/animation/c/atelier/resultats', team];
  const texts = await Promise.all(pages.map(async (path) => (await noa.get(path)).text));
  const found = texts.flatMap((text) =>
    [...text.matchAll(/href="(\/animation[^"?#]*)/g)].map(([, to = '']) => to),
  );
  // Files are made slowly, and are tried elsewhere.
  const ways = [...new Set(found)].filter((to) => !/\.\w+$|\/export\//.test(to));
  expect(ways).toContain('/animation/c/atelier/publier');
  for (const to of ways) expect([to, (await noa.get(to)).status]).toEqual([to, 200]);
});

test('an owner of one consultation chooses its team, and a colleague adds it to what they have', async () => {
  const awa = await invited(owner, 'Awa', 'owner', 'atelier');
  const karim = await invited(owner, 'Karim', 'facilitator', 'voisins');
  expect(readable((await awa.get(team)).text)).not.toContain('Karim');
  const link = await invite(awa, 'Karim de Voisins', 'reader', 'atelier');
  const path = new URL(link).pathname;
  expect(readable((await karim.get(path)).text)).toContain(
    'Vous êtes déjà dans l’espace, sous le nom « Karim »',
  );
  await karim.post(path, {}, team);
  const list = (await karim.get('/animation')).text;
  expect(list).toContain('/animation/c/atelier"');
  expect(list).toContain('/animation/c/voisins"');
  const page = (await awa.get(team)).text;
  expect(readable(page)).toContain('Karim Lecture – Consultation atelier');
  expect(readable(page)).not.toContain('voisins');
  const form =
    /action="([^"]+\/role)"(?:(?!<\/form>).)*Rôle de Karim\s: Consultation atelier/s.exec(page)?.[1] ?? '';
  const change = (role: string) => awa.post(form, { role, consultation: 'atelier' }, team);
  expect(readable((await change('facilitator')).text)).toContain('Karim Animation – Consultation atelier');
  expect((await karim.get('/animation/c/atelier/textes')).status).toBe(200);
  expect(readable((await change('none')).text)).not.toContain('Karim');
  expect((await karim.get('/animation/c/atelier')).status).toBe(404);
  expect((await karim.get('/animation/c/voisins')).status).toBe(200);
});

test('a stream ends when what it shows is closed to its reader', async () => {
  const lou = await invited(owner, 'Lou', 'facilitator', 'voisins');
  const stream = await fetch(`${app.url}/animation/c/voisins/suivi/flux`, {
    headers: { cookie: lou.cookie },
  });
  const reader = stream.body?.getReader();
  const first = Buffer.from((await reader?.read())?.value ?? []).toString();
  expect(first).toContain('retry:');
  const page = (await owner.get(team)).text;
  const id = /\/equipe\/([\w-]+)\/retrait"[^>]*>(?:(?!<\/form>).)*Retirer Lou/s.exec(page)?.[1] ?? '';
  await owner.post(`${team}/${id}/retrait`, {}, team);
  await owner.post('/animation/c/voisins/archivage', {}, '/animation/c/voisins');
  let rest = '';
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    rest += Buffer.from(part.value).toString();
  }
  expect(rest.match(/^id:/gm)?.length ?? 0).toBeLessThanOrEqual(1);
}, 30_000);
