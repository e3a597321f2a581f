import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { arrive } from '../app/person.ts';
import { actionsOf, entriesOf, ofApi, ofForm, type Ways, ways } from './ways.ts';

let all: Ways;
beforeAll(async () => {
  all = await ways();
}, 60_000);
afterAll(() => all.close());

const both = (text: string) => ({ fr: text, en: text });
const draft = async (title: string) =>
  (await all.program.send('POST', '/consultations', { title: both(title), territory: both('Ici') })).body
    .code;
const phase = async (code: string) => (await all.program.get(`/consultations/${code}`)).body.phase;

const steps = [
  ['archive', 'archivage', 'draft', undefined],
  ['close', 'cloture', 'draft', undefined],
  ['open', 'ouverture', 'open', 'opened'],
  ['open', 'ouverture', 'open', undefined],
  ['archive', 'archivage', 'open', undefined],
  ['restore', 'retour', 'open', undefined],
  ['close', 'cloture', 'closed', 'closed'],
  ['close', 'cloture', 'closed', undefined],
  ['archive', 'archivage', 'archived', 'archived'],
  ['close', 'cloture', 'archived', undefined],
  ['restore', 'retour', 'closed', 'restored'],
  ['restore', 'retour', 'closed', undefined],
] as const;

test('every change of stage, fit or not, does the same by form and by call, and is written down the same', async () => {
  const [form, api] = [await draft('Au formulaire'), await draft('Au programme')];
  const actions = ['created'];
  for (const [way, path, after, action] of steps) {
    const pressed = await all.owner.post(`/animation/c/${form}/${path}`, {});
    const sent = await all.program.send('POST', `/consultations/${api}/${way}`);
    expect([way, ofForm(pressed).outcome]).toEqual([way, 'done']);
    expect([way, ofApi(sent).outcome]).toEqual([way, action === undefined ? 'unfit' : 'done']);
    expect([way, await phase(form), await phase(api)]).toEqual([way, after, after]);
    if (action !== undefined) actions.push(action);
    expect([await actionsOf(all, form), await actionsOf(all, api)]).toEqual([actions, actions]);
  }
});

test('who may not, and what is not there, change nothing in either way', async () => {
  const code = await draft('À personne');
  for (const [way, path] of steps) {
    expect(ofForm(await all.reader.post(`/animation/c/${code}/${path}`, {})).outcome).toBe('forbidden');
    expect(ofApi(await all.readOnly.send('POST', `/consultations/${code}/${way}`)).outcome).toBe('forbidden');
    expect(ofForm(await all.owner.post(`/animation/c/nulle-part/${path}`, {})).outcome).toBe('missing');
    expect(ofApi(await all.program.send('POST', `/consultations/nulle-part/${way}`)).outcome).toBe('missing');
  }
  expect(await actionsOf(all, code)).toEqual(['created']);
});

test('a copy has the settings of its model; a draft is given up, and what was open is not', async () => {
  const model = await draft('Modèle');
  const pressed = await all.owner.post(`/animation/c/${model}/copie`, {}, '/animation');
  const byForm = /\/animation\/c\/([\w-]+)\/reglages/.exec(pressed.text)?.[1] ?? '';
  const byCall = (await all.program.send('POST', `/consultations/${model}/duplicate`, undefined, fr)).body
    .code;
  const of = async (code: string) => {
    const { code: _c, opensAt: _o, ...rest } = (await all.program.get(`/consultations/${code}`)).body;
    return { ...rest, actions: await actionsOf(all, code) };
  };
  expect(await of(byForm)).toEqual(await of(byCall));
  expect(await actionsOf(all, byForm)).toEqual(['duplicated']);

  expect(ofForm(await all.owner.post(`/animation/c/${byForm}/suppression`, {})).outcome).toBe('done');
  expect(ofApi(await all.program.send('DELETE', `/consultations/${byCall}`)).outcome).toBe('done');
  for (const code of [byForm, byCall]) {
    expect((await all.program.get(`/consultations/${code}`)).status).toBe(404);
    expect(await actionsOf(all, code)).toEqual(['duplicated', 'deleted']);
  }
  expect(ofForm(await all.owner.post('/animation/c/decouverte/suppression', {})).outcome).toBe('missing');
  expect(ofApi(await all.program.send('DELETE', '/consultations/decouverte')).outcome).toBe('unfit');
  expect(await actionsOf(all, 'decouverte')).toEqual([]);
});
const fr = { 'accept-language': 'fr' };

test('what is created and closed in a chat stands in the audit log like anything else', async () => {
  const facilitator = await all.facilitator('val-chat');
  await facilitator.say('nouvelle consultation');
  const form = { title: 'Val d’Or 2040', territory: 'le Val d’Or', domains: 'health', opens: '', closes: '' };
  const { replies } = await facilitator.press({ ...form, language: 'fr', minGroup: '5' });
  const link = new URL(/http[^"]*\/facilitator#[\w-]+/.exec(JSON.stringify(replies))?.[0] ?? '');
  const code = link.pathname.split('/')[2] ?? '';
  expect(await phase(code)).toBe('open');
  const there = await arrive(all.app.url, { consultation: code, invitation: link.hash.slice(1) });
  await there.submit({ act: 'close', sure: true });
  expect(await phase(code)).toBe('closed');
  const entries = await entriesOf(all, code);
  expect(entries.map(({ did }) => did)).toEqual(['created', 'chat-opened', 'closed']);
  for (const { by } of entries) expect(by.id).toMatch(/^chat-[\w-]{12}$/);

  const stranger = await arrive(all.app.url, { consultation: 'val-form' });
  expect((await stranger.submit({ act: 'close', sure: true })).labels).toContain('notice');
  expect([await phase('val-form'), await actionsOf(all, 'val-form')]).toEqual(['open', []]);
});
