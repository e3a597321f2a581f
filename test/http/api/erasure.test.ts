import { expect, test } from '@jest/globals';
import { scopes } from '#domain/records/api-key.ts';
import { bytesIn } from '#test/bytes-in.ts';
import { entering, readable } from '../admin/member.ts';
import { begin } from '../app/person.ts';
import { removeFolder, running } from '../app/running.ts';
import { until } from '../teams/until.ts';
import { caller, keyOf } from './caller.ts';

const place = '/consultations/decouverte';
const code = 'decouverte';

test('a key of an owner has the answers erased, for good, once it says which consultation it means', async () => {
  const secret = 'mot-dit-en-conversation';
  const app = await running();
  try {
    const owner = await entering(app.spaceLink);
    const program = caller(app.url, await keyOf(owner, 'Ménage', scopes));
    const others = scopes.filter((one) => one !== 'answers:erase');
    const without = caller(app.url, await keyOf(owner, 'Sans ce droit', others));
    const person = await begin(app.url);
    await person.submit({ act: 'answer', question: 'mobility-own-words', value: secret });
    const erase = (who: typeof program, body: unknown, where = place) =>
      who.send('POST', `${where}/erase-answers`, body);

    expect((await erase(without, { confirm: code })).status).toBe(403);
    expect((await erase(program, { confirm: 'ailleurs' }, '/consultations/ailleurs')).status).toBe(404);
    for (const body of [undefined, {}, { confirm: true }, { confirm: 'autre' }, { confirm: 'Decouverte' }]) {
      const unsure = await erase(program, body);
      expect([body, unsure.status]).toEqual([body, 422]);
      expect(unsure.body.errors).toContainEqual(
        expect.objectContaining(body === undefined ? {} : { pointer: '#/confirm' }),
      );
    }
    expect((await program.get(place)).body.phase).toBe('open');
    expect(await bytesIn(app.dataDir, secret)).not.toEqual([]);

    const begun = await erase(program, { confirm: code });
    expect(begun).toMatchObject({ status: 202, body: { code, phase: 'closed' } });
    await until(async () => (await program.get(place)).body.erasedAt !== undefined);
    expect(await bytesIn(app.dataDir, secret)).toEqual([]);
    expect((await erase(program, { confirm: code })).status).toBe(409);
    const { items } = (await program.get('/journal?size=1')).body;
    expect(items).toEqual([
      expect.objectContaining({ did: 'answers-erased', by: expect.objectContaining({ name: 'Ménage' }) }),
    ]);
    expect(readable((await owner.get('/animation/journal')).text)).toContain(
      'Ménage A fait effacer les réponses',
    );
    const draft = await program.send('POST', `${place}/duplicate`);
    const its = draft.body.code;
    expect((await erase(program, { confirm: its }, `/consultations/${its}`)).status).toBe(409);
  } finally {
    await app.stop();
    await removeFolder(app.dataDir);
  }
}, 30_000);
