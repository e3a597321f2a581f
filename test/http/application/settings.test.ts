import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actionsOf, ofApi, ofForm, type Ways, ways } from './ways.ts';

let all: Ways;
beforeAll(async () => {
  all = await ways();
}, 60_000);
afterAll(() => all.close());

const both = (text: string) => ({ fr: text, en: text });

/** Two drafts alike: one to set by a form, one by the interface. */
async function drafts(): Promise<{ readonly form: string; readonly api: string }> {
  const draft = async () => {
    const names = { title: both('Bourg-Neuf'), territory: both('Bourg-Neuf') };
    return (await all.program.send('POST', '/consultations', names)).body.code;
  };
  return { form: await draft(), api: await draft() };
}

/** What stands in the store, but for what no setting says. */
async function kept(code: string) {
  const { code: _c, version: _v, opensAt, ...rest } = (await all.program.get(`/consultations/${code}`)).body;
  // What opens at once bears the moment at which it was asked.
  return { ...rest, opens: opensAt.slice(0, 10) };
}

const usual = {
  ...{ opens: '2091-03-01', closes: '2091-04-30', timeZone: 'Europe/Paris', minGroup: 11 },
  ...{ controller: 'Mairie de Bourg-Neuf', contact: 'mairie@bourg-neuf.example', retentionMonths: 12 },
} as const;

type Calendar = Partial<Record<keyof typeof usual, string | number | null>>;

/** The same as a form sends it. */
const typed = (calendar: Calendar) =>
  Object.fromEntries(Object.entries(calendar).map(([name, value]) => [name, `${value ?? ''}`]));

describe('a calendar, by form and by call', () => {
  test.each<[Calendar, readonly string[]]>([
    [{}, []],
    [{ timeZone: 'Asia/Tokyo' }, []],
    [{ timeZone: 'Europe/Berlin' }, []],
    [{ timeZone: 'UTC' }, []],
    [{ timeZone: 'asia/tokyo' }, []],
    [{ contact: 'c'.repeat(200) }, []],
    [{ closes: null }, []],
    [{ opens: null }, []],
    [{ timeZone: 'Mars/Olympus' }, ['timeZone']],
    [{ contact: 'c'.repeat(300) }, ['contact']],
    [{ controller: 'c'.repeat(300) }, ['controller']],
    [{ controller: ' ' }, ['controller']],
    [{ closes: '2001-01-01' }, ['closes']],
    [{ opens: '2091-05-01' }, ['closes']],
    [{ closes: '2091-02-31' }, ['closes']],
    [{ minGroup: 4 }, ['minGroup']],
    [{ minGroup: 201 }, ['minGroup']],
    [{ retentionMonths: 0 }, ['retentionMonths']],
    [{ retentionMonths: 61 }, ['retentionMonths']],
    [
      { timeZone: 'Mars/Olympus', minGroup: 4, contact: 'c'.repeat(300) },
      ['timeZone', 'minGroup', 'contact'],
    ],
  ])('%j', async (change, wrong) => {
    const { form, api } = await drafts();
    const calendar = { ...usual, ...change };
    const [typedIn, sent] = [
      await all.owner.post(`/animation/c/${form}/reglages/calendar`, { ...typed(calendar), stay: '1' }),
      await all.program.send('PATCH', `/consultations/${api}`, calendar),
    ];
    const outcome = wrong.length === 0 ? 'done' : 'invalid';
    for (const came of [ofForm(typedIn), ofApi(sent)])
      expect({ ...came, at: came.at.toSorted() }).toEqual({ outcome, at: wrong.toSorted() });
    expect(await kept(form)).toEqual(await kept(api));
    const actions = outcome === 'done' ? ['created', 'changed'] : ['created'];
    expect([await actionsOf(all, form), await actionsOf(all, api)]).toEqual([actions, actions]);
    if (wrong[0] !== undefined) expect(typedIn.text).toContain(`id="${wrong[0]}-problem"`);
    else if (change.timeZone !== undefined)
      expect((await kept(form)).timeZone.toLowerCase()).toBe(`${change.timeZone}`.toLowerCase());
  });

  test.each([
    ['Tokyo', 'fr', 'Asia/Tokyo'],
    ['Tahiti', 'fr', 'Pacific/Tahiti'],
    ['La Réunion', 'fr', 'Indian/Reunion'],
    ['Berlin', 'en', 'Europe/Berlin'],
    ['Lisbon', 'en', 'Europe/Lisbon'],
  ])('a form knows %s by its name (%s)', async (timeZone, lang, zone) => {
    const { form } = await drafts();
    const path = `/animation/c/${form}/reglages/calendar?lang=${lang}`;
    const came = await all.owner.post(path, { ...typed({ ...usual, timeZone }), stay: '1' });
    expect([came.status, (await kept(form)).timeZone]).toEqual([200, zone]);
  });

  test('a contact of 200 characters is kept whole, one of 300 is told beside its field', async () => {
    const { api } = await drafts();
    const set = (contact: string) => all.program.send('PATCH', `/consultations/${api}`, { contact });
    expect((await set('c'.repeat(200))).body.controller.contact).toBe('c'.repeat(200));
    const refused = await set('c'.repeat(300));
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '#/contact']);
    expect((await kept(api)).controller.contact).toBe('c'.repeat(200));
  });
});

test('created with another zone and no day, it opens now', async () => {
  const asked = { title: both('Papeete'), territory: both('Papeete'), timeZone: 'Pacific/Tahiti' };
  const before = new Date().toISOString();
  const { body } = await all.program.send('POST', '/consultations', asked);
  expect(body.timeZone).toBe('Pacific/Tahiti');
  expect(body.opensAt >= before && body.opensAt <= new Date().toISOString()).toBe(true);
  const opened = await all.program.send('POST', `/consultations/${body.code}/open`);
  expect(opened.body.phase).toBe('open');
});

describe('names, contents and information, by form and by call', () => {
  const about = {
    languages: ['fr', 'en'],
    ...{ 'title-fr': 'Bourg-Neuf', 'title-en': 'Newtown' },
    ...{ 'territory-fr': 'Bourg-Neuf', 'territory-en': 'Newtown' },
  };
  test.each<[string, Readonly<Record<string, string | readonly string[]>>, object, readonly string[]]>([
    ['about', { 'title-fr': 't'.repeat(81) }, { title: { fr: 't'.repeat(81) } }, ['title-fr']],
    ['about', { 'territory-en': ' ' }, { territory: { en: ' ' } }, ['territory-en']],
    ['about', { code: 'Été !' }, { code: 'Été !' }, ['code']],
    ['about', { code: 'decouverte' }, { code: 'decouverte' }, ['code']],
    ['about', { kinds: [] }, { kinds: [] }, ['kinds']],
    ['content', { domains: [], trajectories: [] }, { domains: [], trajectories: [] }, ['domains']],
    ['content', { domains: ['mobility'] }, { domains: ['mobility'], trajectories: [] }, ['domains']],
    [
      'information',
      { 'information-fr': 'i'.repeat(3001) },
      { information: { fr: 'i'.repeat(3001) } },
      ['information-fr'],
    ],
  ])('%s %j', async (step, fields, settings, at) => {
    const { form, api } = await drafts();
    const kinds = step === 'about' ? { ...about, kinds: await ticked(form) } : {};
    const typedIn = await all.owner.post(`/animation/c/${form}/reglages/${step}`, { ...kinds, ...fields });
    const sent = await all.program.send('PATCH', `/consultations/${api}`, settings);
    expect([ofForm(typedIn), ofApi(sent)]).toEqual([
      { outcome: 'invalid', at },
      { outcome: 'invalid', at },
    ]);
    expect(await kept(form)).toEqual(await kept(api));
    expect(await actionsOf(all, form)).toEqual(['created']);
  });

  const ticked = async (code: string) => {
    const { text } = await all.owner.get(`/animation/c/${code}/reglages/about`);
    return [...text.matchAll(/name="kinds" value="([\w-]+)" checked/g)].map(([, id = '']) => id);
  };
});

describe('sites that may show it', () => {
  test.each<[readonly string[], readonly string[] | undefined]>([
    [['https://www.bourg-neuf.example/'], ['https://www.bourg-neuf.example']],
    [
      ['https://bourg-neuf.example', 'http://localhost:8080'],
      ['https://bourg-neuf.example', 'http://localhost:8080'],
    ],
    [[], undefined],
    [['https://*.exemple.fr'], undefined],
    [['http://exemple.fr'], undefined],
  ])('%j', async (origins, expected) => {
    const { form, api } = await drafts();
    const typedIn = await all.owner.post(`/animation/c/${form}/inviter/sites`, {
      origins: origins.join('\n'),
    });
    const sent = await all.program.send('PATCH', `/consultations/${api}`, { frameOrigins: origins });
    expect(ofForm(typedIn).outcome).toBe(ofApi(sent).outcome);
    expect([(await kept(form)).frameOrigins, (await kept(api)).frameOrigins]).toEqual([expected, expected]);
    expect(await actionsOf(all, form)).toEqual(await actionsOf(all, api));
  });
});

test('who may not, and what is not there, are told the same in each way', async () => {
  const { form, api } = await drafts();
  const calendar = `/animation/c/${form}/reglages/calendar`;
  expect(ofForm(await all.reader.post(calendar, typed(usual))).outcome).toBe('forbidden');
  expect(ofApi(await all.readOnly.send('PATCH', `/consultations/${api}`, usual)).outcome).toBe('forbidden');
  const nowhere = '/animation/c/nulle-part/reglages/calendar';
  expect(ofForm(await all.owner.post(nowhere, typed(usual))).outcome).toBe('missing');
  expect(ofApi(await all.program.send('PATCH', '/consultations/nulle-part', usual)).outcome).toBe('missing');
  expect([await actionsOf(all, form), await actionsOf(all, api)]).toEqual([['created'], ['created']]);
});
