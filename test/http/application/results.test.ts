import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { entriesOf, ofApi, ofForm, vals, type Ways, ways } from './ways.ts';

let all: Ways;
beforeAll(async () => {
  all = await ways();
}, 60_000);
afterAll(() => all.close());

const [form, api, chat] = vals;

/** The entries of an action, once there are as many: what a chat sets going ends after its turn. */
async function entries(code: string, did: string, n = 1) {
  for (;;) {
    const found = (await entriesOf(all, code)).filter((one) => one.did === did);
    if (found.length >= n) return found.map(({ facts }) => facts);
  }
}

describe('reminding', () => {
  test('reminds the same people, once, and writes how many, by form, call and chat', async () => {
    const facilitator = await all.facilitator(chat);
    const asked = {
      [form]: () => all.owner.post(`/animation/c/${form}/rappel`, {}),
      [api]: () => all.program.send('POST', `/consultations/${api}/reminders`),
      [chat]: () => facilitator.say('relancer'),
    };
    for (const code of vals) {
      await asked[code]();
      await asked[code]();
      expect([code, await entries(code, 'reminded', 2)]).toEqual([code, [{ n: 2 }, { n: 0 }]]);
    }
    const told = await facilitator.say('relancer');
    expect(told.labels).toEqual(['notice']);
  });

  test('is refused to who may not, where there is nothing, and while people cannot answer', async () => {
    expect(ofForm(await all.reader.post(`/animation/c/${form}/rappel`, {})).outcome).toBe('forbidden');
    expect(ofApi(await all.readOnly.send('POST', `/consultations/${api}/reminders`)).outcome).toBe(
      'forbidden',
    );
    expect(ofForm(await all.owner.post('/animation/c/nulle-part/rappel', {})).outcome).toBe('missing');
    expect(ofApi(await all.program.send('POST', '/consultations/nulle-part/reminders')).outcome).toBe(
      'missing',
    );
    const facilitator = await all.facilitator('petit');
    await all.program.send('POST', '/consultations/petit/close');
    await all.owner.post('/animation/c/petit/rappel', {}, '/animation');
    expect(ofApi(await all.program.send('POST', '/consultations/petit/reminders')).outcome).toBe('unfit');
    const { replies } = await facilitator.say('relancer');
    expect(JSON.stringify(replies)).toContain('La consultation est close');
    expect((await entriesOf(all, 'petit')).map(({ did }) => did)).toEqual([
      ...['chat-link', 'chat-opened', 'closed'],
    ]);
  });
});

describe('snapshots', () => {
  // Both are closed: a moment is one of a final result.
  const [form, api] = ['atelier', 'voisins'] as const;
  const path = (code: string) => `/animation/c/${code}/resultats/moments`;
  const of = async (code: string) => {
    const { items } = (await all.program.get(`/consultations/${code}/moments`)).body;
    return items.map(({ label }: { label?: string }) => label);
  };

  test.each<[string, 'done' | 'invalid']>([
    ['Avant  l’atelier', 'done'],
    ['a'.repeat(80), 'done'],
    ['a'.repeat(81), 'invalid'],
    ['   ', 'invalid'],
    ['', 'invalid'],
  ])('called « %s »', async (label, outcome) => {
    const typed = await all.owner.post(path(form), { name: label });
    const sent = await all.program.send('POST', `/consultations/${api}/moments`, { label });
    expect([ofForm(typed).outcome, ofApi(sent).outcome]).toEqual([outcome, outcome]);
    if (outcome === 'invalid') expect([ofForm(typed).at, ofApi(sent).at]).toEqual([['name'], ['label']]);
    expect(await of(form)).toEqual(await of(api));
    expect(await entries(form, 'moment-kept')).toEqual(await entries(api, 'moment-kept'));
  });

  test('are taken away by name, and not from another consultation', async () => {
    const ids = async (code: string) =>
      (await all.program.get(`/consultations/${code}/moments`)).body.items[0].id;
    const [ours, theirs] = [await ids(form), await ids(api)];
    expect(ofForm(await all.owner.post(`${path(form)}/${theirs}/retrait`, {})).outcome).toBe('missing');
    expect(ofApi(await all.program.send('DELETE', `/consultations/${api}/moments/${ours}`)).outcome).toBe(
      'missing',
    );
    expect(ofForm(await all.reader.post(`${path(form)}/${ours}/retrait`, {})).outcome).toBe('forbidden');
    await all.owner.post(`${path(form)}/${ours}/retrait`, {});
    await all.program.send('DELETE', `/consultations/${api}/moments/${theirs}`);
    expect([await of(form), await of(api)]).toEqual([[], []]);
    expect(await entries(form, 'moment-removed')).toEqual(await entries(api, 'moment-removed'));
  });

  test('of too few people there is none', async () => {
    await all.owner.post(path('petit'), { name: 'Trop tôt' });
    expect(ofApi(await all.program.send('POST', '/consultations/petit/moments', {})).outcome).toBe('unfit');
    expect(await of('petit')).toEqual([]);
  });
});

describe('a workshop’s own judgements', () => {
  const here = (code: string) => `/animation/c/${code}/resultats/jugements`;
  const workshop = async (code: string) =>
    (await all.program.get(`/consultations/${code}/cross-impacts`)).body.workshop;

  test('are set from the same table, and cleared, once', async () => {
    const table = (await all.owner.get(`${here(form)}/tableau.csv`)).text;
    const other = table.replace(/([;,\t])2(?=[;,\t\r\n])/, '$1-1');
    expect(other).not.toBe(table);
    await all.owner.post(`${here(form)}/fichier`, { texte: other });
    await all.program.send('PUT', `/consultations/${api}/cross-impacts`, { csv: other });
    expect(await workshop(form)).toEqual(await workshop(api));
    expect([await entries(form, 'impacts-set'), await entries(api, 'impacts-set')]).toEqual([
      [{ changes: 1 }],
      [{ changes: 1 }],
    ]);
    for (let press = 0; press < 2; press++) {
      await all.owner.post(`${here(form)}/retrait`, {});
      await all.program.send('DELETE', `/consultations/${api}/cross-impacts`);
    }
    expect([await workshop(form), await workshop(api)]).toEqual([null, null]);
    expect(await entries(form, 'impacts-cleared')).toEqual(await entries(api, 'impacts-cleared'));
  });

  test('that make no sense are told, and nothing is kept', async () => {
    const typed = await all.owner.post(`${here(form)}/fichier`, { texte: 'rien;de;tel' });
    const sent = await all.program.send('PUT', `/consultations/${api}/cross-impacts`, { csv: 'rien;de;tel' });
    expect([typed.status, sent.status]).toEqual([422, 422]);
    const unknown = { impacts: { nowhere: { neither: 1 } } };
    const named = await all.program.send('PUT', `/consultations/${api}/cross-impacts`, unknown);
    expect(ofApi(named)).toEqual({ outcome: 'invalid', at: ['impacts-nowhere-neither'] });
    expect([await workshop(form), await workshop(api)]).toEqual([null, null]);
  });

  test('stay as they are in what was put away', async () => {
    const table = (await all.owner.get(`${here('petit')}/tableau.csv`)).text;
    await all.program.send('POST', '/consultations/petit/close');
    await all.program.send('POST', '/consultations/petit/archive');
    const typed = await all.owner.post(`${here('petit')}/fichier`, { texte: table });
    const sent = await all.program.send('PUT', '/consultations/petit/cross-impacts', { csv: table });
    expect([ofForm(typed).outcome, ofApi(sent).outcome, await workshop('petit')]).toEqual([
      'missing',
      'unfit',
      null,
    ]);
  });
});

describe('publishing', () => {
  test('is written with its numbers, by form, call and chat, and sent once', async () => {
    const facilitator = await all.facilitator(chat);
    const asked = {
      [form]: () => all.owner.post(`/animation/c/${form}/publier`, {}),
      [api]: () => all.program.send('POST', `/consultations/${api}/publish`),
      [chat]: () => facilitator.say('publier'),
    };
    for (const code of vals) {
      await asked[code]();
      const [facts] = await entries(code, 'published');
      // The facilitator's own conversation is reached in the chat.
      expect([code, facts]).toEqual([code, { quotes: 0, conversations: expect.any(Number) }]);
      await asked[code]();
      expect(await entries(code, 'published')).toHaveLength(1);
      const { body } = await all.program.get(`/consultations/${code}`);
      expect(body.publishedAt >= body.releasedAt).toBe(true);
      // A provisional result is too coarse to be kept.
      expect((await all.program.get(`/consultations/${code}/moments`)).body.items).toEqual([]);
    }
  });

  test('is refused to who may not, where there is nothing, and of too few people', async () => {
    expect(ofForm(await all.reader.post(`/animation/c/${form}/publier`, {})).outcome).toBe('forbidden');
    expect(ofApi(await all.readOnly.send('POST', `/consultations/${api}/publish`)).outcome).toBe('forbidden');
    expect(ofForm(await all.owner.post('/animation/c/nulle-part/publier', {})).outcome).toBe('missing');
    expect(ofApi(await all.program.send('POST', '/consultations/nulle-part/publish')).outcome).toBe(
      'missing',
    );
    const early = await all.owner.post('/animation/c/petit/publier', {});
    // It is over with three people.
    expect(early.text).toContain('Il faut encore au moins huit personnes');
    const { status, body } = await all.program.send('POST', '/consultations/petit/publish');
    expect([status, body]).toEqual([202, { outcome: 'waiting', needed: 8 }]);
    expect((await entriesOf(all, 'petit')).map(({ did }) => did)).not.toContain('published');
  });
});
