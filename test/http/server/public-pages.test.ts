import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { downloadLink } from '../app/kept.ts';
import { begin } from '../app/person.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { doors } from '../attackers/doors.ts';

let app: Running;
beforeAll(async () => {
  app = await running();
}, 20_000);
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

/** What stands in the addresses of public pages. */
const named: Readonly<Record<string, string>> = {
  ...{ code: 'decouverte', secret: 'nulle-part' },
  ...{ catalogue: 'trajectoires', trajectory: 'commerce-customer-data' },
};

/** Of the routes themselves (each has its door, another test sees to it): those through which anyone may look. */
const open = [...doors].flatMap(([route, door]) => {
  const [method, path = ''] = route.split(' ');
  const isOpen = method === 'GET' && ['anyone', 'entry', 'own-link'].includes(door);
  return isOpen ? [path.replaceAll(/:(\w+)/g, (_, name: string) => named[name] ?? 'rien')] : [];
});

test.each(['fr', 'en'])(
  'every public page leads to what is kept, who publishes and how far everybody can use it (%s)',
  async (language) => {
    const person = await begin(app.url);
    const own = new URL(downloadLink((await person.say('mes données')).replies)).search;
    const pages: string[] = [];
    const without: string[] = [];
    for (const path of [...open, '/c/nulle-part', `/api/my-scenario${own}&lang=${language}`]) {
      const headers = { accept: 'text/html', 'accept-language': language };
      const answer = await fetch(app.url + path, { headers });
      const text = await answer.text();
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      pages.push(path.split('?')[0] ?? '');
      const leads = [...text.matchAll(/href="([^"]+)"/g)].map(([, way = '']) => new URL(way, app.url + path));
      const ways = leads.map(({ pathname }) => pathname);
      const all = ['/confidentialite', '/mentions', '/accessibilite'].every((way) => ways.includes(way));
      const isNamed = /Accessibilité\s: non conforme|Accessibility: not compliant/.test(text);
      if (!all || !isNamed) without.push(path);
    }
    expect(without).toEqual([]);
    expect(pages).toEqual(
      expect.arrayContaining([
        ...['/', '/c/decouverte', '/facilitator', '/c/decouverte/facilitator', '/c/nulle-part'],
        ...['/catalogue', '/catalogue/trajectoires', '/catalogue/trajectoires/commerce-customer-data'],
        ...['/c/decouverte/resultats', '/confidentialite', '/mentions', '/accessibilite'],
        ...['/api/my-data', '/api/my-scenario', '/animation/entree', '/animation/entree/nulle-part'],
      ]),
    );
  },
);

test('the declaration says what RGAA 4.1 asks for, in both languages', async () => {
  for (const [language, said] of [
    [
      'fr',
      [
        ...['non conforme au RGAA 4.1', 'article 47', '29 novembre 2026', 'Technologies utilisées'],
        ...['Voies de recours', 'Libre réponse 71120', 'formulaire.defenseurdesdroits.fr'],
      ],
    ],
    [
      'en',
      ['not compliant with RGAA 4.1', 'article 47', '29 November 2026', 'Technologies used', 'Remedies'],
    ],
  ] as const) {
    const page = await (await fetch(`${app.url}/accessibilite?lang=${language}`)).text();
    for (const words of said) expect(page).toContain(words);
  }
});
