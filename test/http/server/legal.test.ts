import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fold } from '#domain/conversation/fold.ts';
import { languages, sampleWording, words } from '#test/wording/sample.ts';
import { mountLegal } from '#web/public/legal/mount.ts';
import { type Serving, serving } from './serving.ts';

const { consultation } = sampleWording('fr');
let contact = '';
let served: Serving;
beforeAll(async () => {
  const address = '/assets/x';
  const addresses = {
    base: '',
    script: address,
    style: address,
    catalogueStyle: address,
    resultsStyle: address,
    entryScript: address,
    adminScript: address,
    adminStyle: address,
    projectionStyle: address,
    teamsScript: address,
    teamsStyle: address,
    roomScript: address,
    roomStyle: address,
    tableScript: address,
    tableStyle: address,
    icon: address,
    icons: [],
  };
  served = await serving((server, { phrases }) =>
    mountLegal(server, {
      ...phrases,
      defaultCode: consultation.id,
      consultation: async () => ({
        ...consultation,
        controller: { name: { fr: 'Mairie de <Bourg>', en: 'Town of <Bourg>' }, contact },
      }),
      assets: Promise.resolve({ addresses, files: new Map() }),
      publicUrl: () => 'http://localhost:3978',
      wordingOf: (its, language) => ({ ...sampleWording(language), consultation: its }),
    }),
  );
});
afterAll(() => served.stop());

const get = async (path: string, accepted = 'fr') => {
  const response = await fetch(served.url + path, { headers: { 'Accept-Language': accepted } });
  expect(response.status).toBe(200);
  return response.text();
};
const both = ['/confidentialite', '/mentions'];

test.each(both)('%s says who is responsible and how to ask, and runs no script', async (path) => {
  contact = 'donnees@bourg-neuf.fr';
  const page = await get(path);
  expect(page).toContain('Mairie de &lt;Bourg&gt;.');
  expect(page).toContain('<a href="mailto:donnees@bourg-neuf.fr">donnees@bourg-neuf.fr</a>');
  expect(page).not.toContain('<script');
  contact = '02 99 00 00 00, ou <b>à l’accueil</b>';
  const byTelephone = await get(path);
  expect(byTelephone).toContain('02 99 00 00 00, ou &lt;b&gt;');
  expect(byTelephone).not.toContain('mailto:');
});

test.each(both)('%s sends people to whoever invited them when no contact is given', async (path) => {
  contact = '';
  const page = await get(path);
  expect(page).toContain('adressez-vous à la personne dont vous tenez l’invitation');
  expect(page).not.toContain('Pour une question\u00a0:');
});

test('the privacy page speaks as the consent card does, and counts as the invitations do', async () => {
  const page = await get('/confidentialite');
  for (const said of [
    '12\u00a0mois après la dernière réponse reçue',
    'la mission d’intérêt public du responsable (RGPD, article 6)',
    '60 au plus',
  ])
    expect(page).toContain(said);
});

test.each([
  ['fr', /«\u00a0(.*?)\u00a0»/g],
  ['en', /“(.*?)”/g],
])(
  'what it tells people to write, the assistant takes as a word of command (%s)',
  async (language, quoted) => {
    const page = await get(`/confidentialite?lang=${language}`);
    const named = [...page.matchAll(quoted)].map(([, word = '']) => word);
    expect(named.map((word) => words.get(fold(word)))).toEqual([
      'my-data',
      'change',
      'erase',
      'erase',
      'no-reminders',
    ]);
  },
);

test('the legal notice tells the licence, where the method comes from, and that nothing is recommended', async () => {
  const page = await get('/mentions');
  for (const said of ['licence MIT', 'Le numérique au service des territoires', 'ni une recommandation'])
    expect(page).toContain(said);
});

test('the address says the language, else the browser does; an unknown one changes nothing', async () => {
  expect(await get('/confidentialite', 'en-GB,en')).toContain('<html lang="en">');
  expect(await get('/mentions?lang=fr', 'en')).toContain('<html lang="fr">');
  expect(await get('/mentions?lang=tlh', 'en')).toContain('<html lang="en">');
  expect(await get('/mentions', 'en')).toContain('Town of &lt;Bourg&gt;');
});

test('every sentence is short enough to be said in one breath', async () => {
  for (const language of languages) {
    for (const path of [...both, '/accessibilite']) {
      const page = await get(`${path}?lang=${language}`);
      const blocks = [...page.matchAll(/<(p|li|h1|h2)\b[^>]*>(.*?)<\/\1>/gs)].map(
        ([, , inside = '']) => inside,
      );
      const sentences = blocks.flatMap((it) => it.replace(/<[^>]*>/g, '').split(/(?<=[.:])\s+/));
      const length = (sentence: string) => sentence.split(/\s+/).filter((it) => /[\p{L}\d]/u.test(it)).length;
      expect(sentences.length).toBeGreaterThan(10);
      expect(sentences.filter((it) => length(it) >= 20)).toEqual([]);
    }
  }
});
