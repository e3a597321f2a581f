import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { entriesOf, ofApi, ofForm, vals, type Ways, ways } from './ways.ts';

let all: Ways;
beforeAll(async () => {
  all = await ways();
}, 60_000);
afterAll(() => all.close());

const [form, api] = vals;

const facts = async (code: string, did: string) =>
  (await entriesOf(all, code)).filter((one) => one.did === did).map((one) => one.facts);

describe('what a table of a workshop agreed on', () => {
  const path = (code: string) => `/animation/c/${code}/materiel`;
  const tables = async (code: string) => {
    const { items } = (await all.program.get(`/consultations/${code}/tables`)).body;
    return items.map(({ id: _i, at: _a, ...rest }: { id: string; at: string }) => rest);
  };

  const kept = 'mobility-one-ticket';
  const said = { note: 'Qui paie ?' };

  test.each<[string, number, { note?: string; condition?: string }, readonly string[]]>([
    ['Table des  commerçants', 6, said, []],
    ['Table 2', 5, { condition: 'Que ce soit simple' }, []],
    ['table 2', 5, said, ['table']],
    ['t'.repeat(81), 5, said, ['table']],
    ['Table 3', 0, said, ['people']],
    ['Table 3', 61, said, ['people']],
    ['Table 3', 5, {}, ['scenario']],
    ['Table 3', 5, { note: 'x'.repeat(401) }, ['note-mobility']],
    ['Table 3', 5, { condition: 'x'.repeat(401) }, [`condition-${kept}`]],
  ])('%s, %d people', async (table, people, { note, condition }, wrong) => {
    const typed = await all.owner.post(`${path(form)}/table`, {
      ...{ table, people: `${people}` },
      ...(note !== undefined && { 'note-mobility': note }),
      ...(condition !== undefined && { kept, [`condition-${kept}`]: condition }),
    });
    const sent = await all.program.send('POST', `/consultations/${api}/tables`, {
      ...{ table, people },
      domains:
        note === undefined && condition === undefined
          ? {}
          : {
              mobility: {
                kept: condition === undefined ? {} : { [kept]: { condition } },
                ...(note !== undefined && { note }),
              },
            },
    });
    const outcome = wrong.length === 0 ? 'done' : 'invalid';
    expect(ofForm(typed)).toEqual({ outcome, at: wrong });
    expect(ofApi(sent)).toEqual({ outcome, at: wrong.map(asPlace) });
    expect(await tables(form)).toEqual(await tables(api));
    expect(await facts(form, 'table-added')).toEqual(await facts(api, 'table-added'));
  });

  /** A field of the form as a place in the JSON. */
  const asPlace = (field: string): string => {
    if (field === 'scenario') return 'domains';
    const [, part, id] = /^(note|condition)-(.+)$/.exec(field) ?? [];
    if (part === undefined) return field;
    return part === 'note' ? `domains-${id}-note` : `domains-mobility-kept-${id}-condition`;
  };

  test('is put right, by whoever may, as a whole', async () => {
    const first = async (code: string) =>
      (await all.program.get(`/consultations/${code}/tables`)).body.items[0] as {
        id: string;
        version: number;
      };
    const [ours, theirs] = [await first(form), await first(api)];
    const typed = (who = all.owner, more = {}) =>
      who.post(`${path(form)}/tables/${ours.id}`, {
        ...{ table: 'Table 7', people: '8', 'note-mobility': 'Qui paie ?' },
        ...{ 'helps-2': 'Les navettes', 'helped-2': 'La maison de santé', ...more },
      });
    const body = {
      ...{ table: 'Table 7', people: 8, domains: { mobility: { kept: {}, note: 'Qui paie ?' } } },
      synergies: [{ helps: 'Les navettes', helped: 'La maison de santé' }],
    };
    const sent = (by = all.program, more = {}) =>
      by.send('PUT', `/consultations/${api}/tables/${theirs.id}`, { ...body, ...more });
    expect([ofForm(await typed(all.reader)).outcome, ofApi(await sent(all.readOnly)).outcome]).toEqual([
      'forbidden',
      'forbidden',
    ]);
    expect(ofForm(await typed(all.owner, { people: '0' }))).toEqual({ outcome: 'invalid', at: ['people'] });
    expect(ofApi(await sent(all.program, { people: 0 }))).toEqual({ outcome: 'invalid', at: ['people'] });
    expect([ofForm(await typed()).outcome, ofApi(await sent()).outcome]).toEqual(['done', 'done']);
    const changed = (rows: readonly Record<string, unknown>[]) =>
      rows.map(({ changedAt: _, ...rest }) => rest);
    expect(changed(await tables(form))).toEqual(changed(await tables(api)));
    // Sent again as it stands, it is no change.
    expect([ofForm(await typed()).outcome, ofApi(await sent()).outcome]).toEqual(['done', 'done']);
    expect(await facts(form, 'table-changed')).toEqual([{ name: 'Table 7' }]);
    expect(await facts(api, 'table-changed')).toEqual([{ name: 'Table 7' }]);
  });

  test('is removed once, by whoever may', async () => {
    const ids = async (code: string) =>
      (await all.program.get(`/consultations/${code}/tables`)).body.items[0].id;
    const [ours, theirs] = [await ids(form), await ids(api)];
    expect(ofForm(await all.reader.post(`${path(form)}/tables/${ours}/retrait`, {})).outcome).toBe(
      'forbidden',
    );
    const send = (key = all.program) => key.send('DELETE', `/consultations/${api}/tables/${theirs}`);
    expect(ofApi(await send(all.readOnly)).outcome).toBe('forbidden');
    const press = () => all.owner.post(`${path(form)}/tables/${ours}/retrait`, {});
    expect([ofForm(await press()).outcome, ofApi(await send()).outcome]).toEqual(['done', 'done']);
    expect([ofForm(await press()).outcome, ofApi(await send()).outcome]).toEqual(['missing', 'missing']);
    expect(await facts(form, 'table-removed')).toEqual(await facts(api, 'table-removed'));
  });
});

describe('a mark on a text', () => {
  const here = (code: string) => `/animation/c/${code}/textes`;
  const texts = async (code: string) =>
    (await all.program.get(`/consultations/${code}/texts`)).body.items as { id: string; text: string }[];
  const idIn = async (code: string) => (await texts(code)).find(({ text }) => text.includes('guichet'))?.id;
  const marks = async (code: string) =>
    (await all.program.get(`/consultations/${code}/texts`)).body.items
      .map(({ text, mark }: { text: string; mark?: { mark: string; reason: string } }) =>
        [text, mark?.mark, mark?.reason].join(' '),
      )
      .sort();

  test.each<['quote' | 'aside', string, 'done' | 'invalid']>([
    ['quote', 'rare', 'done'],
    ['aside', 'identifying', 'done'],
    ['aside', 'Elle est  nommée', 'done'],
    ['quote', 'identifying', 'invalid'],
    ['quote', '', 'invalid'],
    ['quote', 'r'.repeat(201), 'invalid'],
  ])('%s because « %s »', async (mark, reason, outcome) => {
    const codes = ['rare', 'identifying', ''];
    const typed = await all.owner.post(`${here(form)}/${await idIn(form)}`, {
      ...{ [mark]: '1' },
      ...(codes.includes(reason) ? { reason } : { words: reason }),
    });
    const path = `/consultations/${api}/texts/${await idIn(api)}/mark`;
    const sent = await all.program.send('PUT', path, { mark, reason });
    expect([ofForm(typed).outcome, ofApi(sent).outcome]).toEqual([outcome, outcome]);
    expect(await marks(form)).toEqual(await marks(api));
    expect(await facts(form, 'text-marked')).toEqual(await facts(api, 'text-marked'));
  });

  test('is taken away, and is not for a text that is not there, nor for who may not', async () => {
    const path = `/consultations/${api}/texts`;
    await all.owner.post(`${here(form)}/${await idIn(form)}`, { none: '1' });
    await all.program.send('DELETE', `${path}/${await idIn(api)}/mark`);
    expect(await marks(form)).toEqual(await marks(api));
    const given = { mark: 'quote', reason: 'rare' };
    const gone = await all.owner.post(`${here(form)}/of-nobody`, { quote: '1', reason: 'rare' });
    expect(gone.text).toContain('Ce texte n’est plus là');
    expect(ofApi(await all.program.send('PUT', `${path}/of-nobody/mark`, given)).outcome).toBe('missing');
    const refused = await all.reader.post(`${here(form)}/${await idIn(form)}`, {
      quote: '1',
      reason: 'rare',
    });
    expect(ofForm(refused).outcome).toBe('forbidden');
    const key = await all.readOnly.send('PUT', `${path}/${await idIn(api)}/mark`, given);
    expect(ofApi(key).outcome).toBe('forbidden');
    expect(await facts(form, 'text-marked')).toEqual(await facts(api, 'text-marked'));
  });
});
