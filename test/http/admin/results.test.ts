import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { knownIn } from '#domain/results/group-scenario.ts';
import { sampleResult } from '#test/documents/sample-result.ts';
import { filtered } from '#web/admin/results/filtered.ts';
import { type Running, removeFolder, running } from '../app/running.ts';
import { entering, invited, type Member, readable } from './member.ts';
import { town } from './town.ts';

let app: Running;
let owner: Member;
let reader: Member;
const here = '/animation/c/atelier/resultats';

beforeAll(async () => {
  // As it was another time, with other people.
  const { scenario } = sampleResult('fr');
  const earlier = { schema: 1, id: 'atelier.20261101', version: 0, consultation: 'atelier' } as const;
  app = await running(
    await town((store) =>
      store.save('snapshot', { ...earlier, at: '2026-11-01T10:00:00.000Z', label: 'Au printemps', scenario }),
    ),
  );
  owner = await entering(app.spaceLink);
  reader = await invited(owner, 'Lise', 'reader');
});
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

const shown = async (path: string, who = owner) => {
  const page = await who.get(path);
  expect(page.status).toBe(200);
  return readable(page.text);
};

describe('the released result', () => {
  test('stands in sentences and pictures, says from how many people, and when it moves', async () => {
    const page = await owner.get(here);
    const text = readable(page.text);
    expect(text).toContain('40 personnes ont choisi de prendre part');
    expect(text).toContain('Résultat final, du ');
    expect(text).toContain('La vision partagée');
    expect(page.text.match(/<svg [^>]*role="img"/g)?.length).toBeGreaterThan(3);
  });

  test('is not there for three people, and the page says how many are missing', async () => {
    const text = await shown('/animation/c/petit/resultats');
    expect(text).toContain('Il faut encore au moins 19 personnes pour montrer ce que pense le groupe');
    expect(text).not.toContain('%');
  });

  test('is said in English to whoever reads English', async () => {
    expect(await shown(`${here}?lang=en`)).toContain('40 people chose to take part');
    await owner.get(`${here}?lang=fr`);
  });
});

describe('one category beside the whole group', () => {
  test('has its own figures, beside those of everyone', async () => {
    const text = await shown(`${here}?role=resident`);
    // All twenty residents wish for it; of all forty, thirty do.
    expect(text).toContain('20 100 % (entre 84 et 100 %)');
    expect(text).toContain('75 % (entre 60 et 86 %)');
    expect(text).toContain('Aucun chiffre ne porte sur moins de cinq personnes');
  });

  test('of which nobody is says why there is nothing, without a figure', async () => {
    const text = await shown(`${here}?role=elected`);
    expect(text).toContain('Rien ne peut être montré pour cette catégorie');
    expect(text).not.toContain('%');
  });

  test('has its hidden counts said in words, and the date of a row that stayed behind', () => {
    const { wording: view, scenario, at } = sampleResult('fr');
    const [known] = knownIn(scenario);
    const row = { for: 8, others: 7, against: null, neither: null, dontKnow: null };
    const block = { at: '2026-11-01T10:00:00.000Z', whole: [0, 0, 0, 0] as [number, number, number, number] };
    const crossTabulation = {
      ...{ schema: 1 as const, id: 'decouverte', version: 1, at },
      rows: [
        {
          trajectory: known?.trajectory ?? '',
          roles: { ...block, rows: { resident: row } },
          territories: { ...block, rows: {} },
        },
      ],
    };
    const filter = { state: 'category', of: 'roles', id: 'resident', title: 'Habitant' } as const;
    const group = { state: 'released', kind: 'final', at, minGroup: 5, scenario } as const;
    const text = readable(filtered({ filter, crossTabulation, group, view, visit: view }).html);
    expect(text).toContain('15 (au 1er novembre 2026) 53 % (entre 30 et 75 %) Masqué Masqué');
    expect(text).toContain('Aucun chiffre de cette catégorie ne peut être montré ici');
  });

  test('is one at a time: a role in one kind of place is never shown', async () => {
    const text = await shown(`${here}?role=resident&lieu=rural-village`);
    expect(text).toContain('pas les deux à la fois');
    expect(text).not.toContain('%');
  });

  test('that the catalogue does not know is no filter', async () => {
    expect(await shown(`${here}?role=king`)).toContain('En quelques phrases');
  });
});

describe('two results beside each other', () => {
  test('of two consultations: differences with their margins, and a warning about chance', async () => {
    const text = await shown(`${here}/comparer?avant=c.voisins&apres=maintenant`);
    // 8 of 24 there, 30 of 40 here.
    expect(text).toContain('33 % (24 avis)');
    expect(text).toContain('75 % (40 avis)');
    expect(text).toMatch(/\+42 points \(entre \+1\d et \+\d\d\)/);
    expect(text).toContain('une environ paraît différente par hasard');
    expect(text).toContain('Dépasse la marge');
  });

  test('of two moments: no margin, no word on chance, and what only one of them has', async () => {
    const text = await shown(`${here}/comparer?avant=m.atelier.20261101&apres=maintenant`);
    expect(text).toContain('D’abord : Au printemps, résultat du 1er novembre 2026');
    expect(text).toContain('aucune marge ne peut être calculée');
    expect(text).toMatch(/[+-]\d+ points/);
    expect(text).not.toMatch(/points \(entre/);
    expect(text).not.toContain('par hasard');
    expect(text).toMatch(/trajectoires n’ont de chiffres que dans : Au printemps/);
  });

  test('the same one twice is no comparison', async () => {
    expect(await shown(`${here}/comparer?avant=maintenant&apres=maintenant`)).toContain(
      'Ces deux résultats sont le même',
    );
  });

  test('a result that may not be shown cannot be chosen', async () => {
    const page = await owner.get(`${here}/comparer?avant=c.petit&apres=maintenant`);
    expect(page.text).not.toContain('value="c.petit"');
    expect(readable(page.text)).not.toContain('points');
  });

  test('a moment is kept by its name, offered, and taken away; the journal knows', async () => {
    const nameless = await owner.post(`${here}/moments`, { name: ' ' }, here);
    expect([nameless.status, readable(nameless.text)]).toEqual([
      422,
      expect.stringContaining('Donnez un nom, en 80 caractères au plus'),
    ]);
    const kept = await owner.post(`${here}/moments`, { name: 'Avant <le> séminaire' }, here);
    expect(readable(kept.text)).toContain('Ce moment est gardé');
    expect(kept.text).toContain('Avant &lt;le&gt; séminaire');
    const id = /moments\/([\w.-]+)\/retrait/.exec(kept.text)?.[1] ?? '';
    expect(kept.text).toContain(`value="m.${id}"`);
    // The result is still the one that was kept.
    expect(await shown(`${here}/comparer?avant=m.${id}&apres=maintenant`)).toContain('sont le même');
    const foreign = await owner.post(`/animation/c/voisins/resultats/moments/${id}/retrait`, {}, here);
    expect(foreign.status).toBe(404);
    const gone = await owner.post(`${here}/moments/${id}/retrait`, {}, here);
    expect(readable(gone.text)).toContain("Ce moment n'est plus gardé".replace("'", '’'));
    const journal = readable((await owner.get('/animation/journal')).text);
    expect(journal).toContain('A gardé un moment des résultats : Avant');
    expect(journal).toContain('A retiré un moment gardé');
  });
});

describe("the workshop's own judgements", () => {
  const path = `${here}/jugements`;
  const cells = async () =>
    Object.fromEntries(
      [...(await owner.get(path)).text.matchAll(/name="(j\d+-\d+)" type="number"[^>]* value="(-?\d)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    );

  test('start as those of the catalogue, a cell for each two directions of different domains', async () => {
    const page = await owner.get(path);
    // Three directions in each of two domains.
    expect(Object.keys(await cells())).toHaveLength(18);
    expect(readable(page.text)).toContain('Ce sont les jugements du catalogue');
    expect(Buffer.byteLength(page.text)).toBeLessThan(64 * 1024);
  });

  test('with a cell that is no judgement are not kept, and everything typed stays', async () => {
    const given = await cells();
    const refused = await owner.post(path, { ...given, 'j0-3': '7', 'j0-4': '-3' }, path);
    expect(refused.status).toBe(422);
    expect(readable(refused.text)).toContain('écrivez un nombre entier de -3 à 3');
    expect(refused.text).toContain('href="#j0-3"');
    expect(refused.text).toMatch(/name="j0-3"[^>]* value="7"/);
    expect(refused.text).toMatch(/name="j0-4"[^>]* value="-3"/);
    expect(await cells()).toEqual(given);
  });

  test('once kept give a second vision beside the first, until they are taken away', async () => {
    const given = await cells();
    const turned = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, String(-Number(value))]),
    );
    const changed = Object.values(given).filter((value) => value !== '0').length;
    const kept = await owner.post(path, turned, path);
    expect(readable(kept.text)).toContain(`L’atelier a changé ${changed} jugements`);
    expect(await cells()).toEqual(turned);
    const results = await shown(here);
    expect(results).toContain('D’après le catalogue');
    expect(results).toContain('D’après l’atelier');
    expect(results).toMatch(/Elles diffèrent dans (un|deux|trois) domaine/);

    const cleared = await owner.post(`${path}/retrait`, {}, path);
    expect(readable(cleared.text)).toContain('Les jugements de l’atelier sont retirés');
    expect(await cells()).toEqual(given);
    expect(await shown(here)).not.toContain('D’après l’atelier');
    const journal = readable((await owner.get('/animation/journal')).text);
    expect(journal).toContain('A enregistré les jugements de l’atelier');
    expect(journal).toContain('A retiré les jugements de l’atelier');
  });

  test('come back from the file they went out as; a wrong file is told line by line and keeps nothing', async () => {
    const file = await owner.get(`${path}/tableau.csv`);
    expect(file.headers.get('content-disposition')).toContain('atelier-jugements.csv');
    const lines = file.text.replace(/^\ufeff/, '').split('\r\n');
    const wrong = lines.map((line, i) => (i === 2 ? line.replace(/-?\d$/, '9') : line)).join('\r\n');
    const refused = await owner.post(`${path}/fichier`, { texte: wrong }, path);
    expect(refused.status).toBe(422);
    expect(readable(refused.text)).toContain('Rien n’a été enregistré');
    expect(readable(refused.text)).toMatch(/Ligne 3, colonne [A-Z] : « 9 » n’est pas un nombre entier/);
    expect(readable((await owner.get(path)).text)).toContain('Ce sont les jugements du catalogue');

    const form = new FormData();
    form.set('jeton', await owner.token());
    form.set('fichier', new Blob([wrong], { type: 'text/csv' }), 'jugements.csv');
    form.set('texte', '');
    const sent = await fetch(`${app.url}${path}/fichier`, {
      method: 'POST',
      headers: { cookie: owner.cookie },
      body: form,
    });
    expect([sent.status, readable(await sent.text())]).toEqual([422, expect.stringContaining('Ligne 3')]);
    // As an older spreadsheet saves it: the titles keep their accents, to be corrected here.
    form.set('fichier', new Blob([Buffer.from(wrong.replaceAll('’', "'"), 'latin1')]), 'jugements.csv');
    const older = await fetch(`${app.url}${path}/fichier`, {
      method: 'POST',
      headers: { cookie: owner.cookie },
      body: form,
    });
    expect(readable(await older.text())).toContain('Des immeubles et des quartiers gérés');
    const back = await owner.post(`${path}/fichier`, { texte: file.text.replace(/-?\d\r\n/, '3\r\n') }, path);
    expect(readable(back.text)).toContain('Les jugements de l’atelier sont enregistrés');
    expect(readable((await owner.get(path)).text)).toContain('L’atelier a changé un jugement');
    await owner.post(`${path}/retrait`, {}, path);
  });

  test('over six domains are one table of all directions, small enough to be sent in one piece', async () => {
    const whole = '/animation/c/decouverte/resultats/jugements';
    const page = await owner.get(whole);
    const names = [...page.text.matchAll(/name="(j\d+-\d+)" type="number"/g)].map(([, name = '']) => name);
    // 18 directions, each on the 15 of other domains.
    expect(new Set(names).size).toBe(18 * 15);
    const kept = await owner.post(whole, Object.fromEntries(names.map((name) => [name, '-1'])), whole);
    expect(readable(kept.text)).toContain('Les jugements de l’atelier sont enregistrés');
  });

  test('are read by a reader, and changed by none of them', async () => {
    const page = await reader.get(path);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('<input id="j0-3"');
    // The page a reader sees holds the form that leaves the space: its token is theirs.
    for (const way of [path, `${path}/fichier`, `${path}/retrait`, `${here}/moments`])
      expect((await reader.post(way, { name: 'x', texte: 'x' })).status).toBe(403);
  });
});
