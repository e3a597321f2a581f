import { describe, expect, test } from '@jest/globals';
import { jpeg, png } from '#test/domain/consultation/logo/pictures.ts';
import { type Running, running } from '../app/running.ts';
import { invited, type Member, readable } from './member.ts';
import { having, over, town } from './town.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace(
  (...its) => {
    [app, owner] = its;
  },
  async () => running(await town(having('voisins', over))),
);

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What a form of a page was drawn from: the one that is sent to an address. */
async function drawn(page: string, action: string, by = owner): Promise<string> {
  const { text } = await by.get(`${page}${page.includes('?') ? '&' : '?'}lang=fr`);
  const form = text.split('<form ').find((one) => one.includes(`action="${action}"`));
  const vu = /name="vu" value="([^"]*)"/.exec(form ?? '')?.[1];
  if (vu === undefined) throw new Error(`${page} has no form for ${action} that says what it was drawn from`);
  return vu;
}

/** What a page that asks whose is to stand would send again. */
const asked = (page: string): Record<string, string | string[]> => {
  const form = /<form method="post" action="[^"]*" class="settings">[\s\S]*?<\/form>/.exec(page)?.[0] ?? '';
  const fields: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of form.matchAll(
    /<input type="hidden" name="([\w-]+)" value="([^"]*)"/g,
  ))
    if (name !== 'jeton') fields[name] = [...(fields[name] ?? []), value];
  return fields;
};

/** Two people open a form; she sends hers, then the owner theirs; what the owner is told. */
async function both(page: string, action: string, hers: Fields, mine: Fields) {
  const lise = await invited(owner, 'Lise', 'owner');
  const [seen, herSeen] = [await drawn(page, action), await drawn(page, action, lise)];
  const first = await lise.post(action, { ...hers, vu: herSeen }, page);
  expect(first.status).toBeLessThan(300);
  return owner.post(action, { ...mine, vu: seen }, page);
}

const c = '/animation/c/voisins';

describe('of two who send the same form at once, both are shown and one is chosen', () => {
  test('a role in the team', async () => {
    const team = '/animation/equipe';
    await invited(owner, 'Zoé', 'reader');
    const { text } = await owner.get(team);
    const item = text.split('<li><h2>').find((one) => one.startsWith('Zoé')) ?? '';
    const action = /action="([^"]+\/role)"/.exec(item)?.[1] ?? '';
    const met = await both(team, action, { role: 'owner' }, { role: 'facilitator' });
    expect(met.status).toBe(409);
    expect(readable(met.text)).toMatch(/enregistré : Responsable .*écrit : Animation/);
    await owner.post(action, { ...asked(met.text), 'choix-role': 'theirs' });
    const held = async () =>
      (await owner.get(team)).text.split('<li><h2>').find((one) => one.startsWith('Zoé'));
    expect(await held()).toContain('Responsable –');
    await owner.post(action, { ...asked(met.text), 'choix-role': 'mine' });
    expect(await held()).toContain('Animation –');
  });

  test('a name in the team', async () => {
    const team = '/animation/equipe';
    await invited(owner, 'Léa', 'reader');
    const item = (await owner.get(team)).text.split('<li><h2>').find((one) => one.startsWith('Léa')) ?? '';
    const action = /action="([^"]+\/nom)"/.exec(item)?.[1] ?? '';
    const met = await both(team, action, { name: 'Léa Petit' }, { name: 'Léa Grand' });
    expect([met.status, readable(met.text)]).toEqual([409, expect.stringMatching(/Léa Petit .*Léa Grand/)]);
    const chosen = await owner.post(action, { ...asked(met.text), 'choix-name': 'mine' });
    expect(readable(chosen.text)).toContain('Léa Grand');
  });

  test('the judgements of a workshop: only the cell that both changed is asked about', async () => {
    const page = `${c}/resultats/jugements`;
    const { text } = await owner.get(page);
    const cells = Object.fromEntries(
      [
        ...text.matchAll(
          /<input id="(j[\d-]+)" name="j[\d-]+" type="number" min="-3" max="3" value="(-?\d)"/g,
        ),
      ].map(([, name = '', value = '']) => [name, value]),
    );
    const [one = '', two = '', three = ''] = Object.keys(cells);
    const met = await both(
      page,
      page,
      { ...cells, [one]: '3', [two]: '2' },
      { ...cells, [one]: '-3', [three]: '-2' },
    );
    expect(met.status).toBe(409);
    expect(met.text.match(/<fieldset class="choices">/g)).toHaveLength(1);
    expect(readable(met.text)).toMatch(/Lise a enregistré/);
    await owner.post(page, { ...asked(met.text), [`choix-${one}`]: 'mine' });
    const after = (await owner.get(page)).text;
    for (const [name, value] of [
      [one, '-3'],
      [two, '2'],
      [three, '-2'],
    ])
      expect(after).toMatch(new RegExp(`id="${name}"[^>]* value="${value}"`));
    // What was seen is no longer what would be removed.
    const seen = await drawn(page, `${page}/retrait`);
    await owner.post(page, { ...cells, [one]: '1' });
    const kept = await owner.post(`${page}/retrait`, { vu: seen });
    expect([kept.status, readable(kept.text)]).toEqual([409, expect.stringContaining('Rien n’a été fait.')]);
    expect((await owner.post(`${page}/retrait`, { vu: await drawn(page, `${page}/retrait`) })).status).toBe(
      200,
    );
  });

  test('when the result is published', async () => {
    const page = `${c}/publier`;
    const met = await both(
      page,
      `${page}/date`,
      { day: '2127-01-15', time: '08:30' },
      { day: '2127-02-20', time: '10:00' },
    );
    expect([met.status, readable(met.text)]).toEqual([
      409,
      expect.stringMatching(/15 janvier 2127 à 08:30 .*20 février 2127 à 10:00/),
    ]);
    const chosen = await owner.post(`${page}/date`, { ...asked(met.text), 'choix-moment': 'mine' });
    expect(readable(chosen.text)).toContain('20 février 2127');
  });

  test('what is decided of a text', async () => {
    const page = `${c}/textes`;
    const action =
      /action="([^"]+\/textes\/[^"]+)" class="mark"/.exec((await owner.get(page)).text)?.[1] ?? '';
    const none = { retour: '', reason: '', words: '' };
    const met = await both(
      page,
      action,
      { ...none, tap: 'aside:identifying' },
      { ...none, tap: 'quote:rare' },
    );
    expect([met.status, readable(met.text)]).toEqual([409, expect.stringMatching(/Mis de côté.* À citer/)]);
    const chosen = await owner.post(action, { ...asked(met.text), 'choix-mark': 'theirs' });
    expect(readable(chosen.text)).toContain('Mis de côté');
    const again = await owner.post(action, { ...asked(met.text), 'choix-mark': 'mine' });
    expect(again.status).toBe(200);
  });

  test('the sites that may show the conversation', async () => {
    const page = `${c}/inviter`;
    const met = await both(
      page,
      `${page}/sites`,
      { origins: 'https://ville.example' },
      { origins: 'https://agglo.example' },
    );
    expect([met.status, readable(met.text)]).toEqual([
      409,
      expect.stringMatching(/https:\/\/ville\.example .*https:\/\/agglo\.example/),
    ]);
    const chosen = await owner.post(`${page}/sites`, { ...asked(met.text), 'choix-origins': 'mine' });
    expect(chosen.text).toContain('https://agglo.example');
  });

  test('a logo: the file is to be chosen again, in sight of the other', async () => {
    const page = `${c}/reglages/about`;
    const logo = `${c}/reglages/logo`;
    const seen = await drawn(page, logo);
    const give = async (bytes: Uint8Array, vu: string) => {
      const form = new FormData();
      form.set('jeton', await owner.token());
      form.set('vu', vu);
      form.set('logo', new Blob([Uint8Array.from(bytes)], { type: 'image/png' }), 'logo.png');
      const headers = { cookie: owner.cookie, 'accept-language': 'fr' };
      const answer = await fetch(app.url + logo, { method: 'POST', body: form, headers, redirect: 'manual' });
      return { status: answer.status, text: await answer.text() };
    };
    expect((await give(png(120, 40), seen)).status).toBe(303);
    const late = await give(jpeg(), seen);
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('a changé le logo entre-temps')]);
    expect(late.text).toContain('width="120" height="40"');
    expect((await owner.post(`${logo}/retrait`, { vu: seen })).status).toBe(409);
    expect((await give(jpeg(), await drawn(page, logo))).status).toBe(303);
    expect((await owner.post(`${logo}/retrait`, { vu: await drawn(page, `${logo}/retrait`) })).status).toBe(
      200,
    );
  });
});
