import { expect, test } from '@jest/globals';
import { forgetTexts } from '#application/texts/forget-texts.ts';
import { markText } from '#application/texts/mark-text.ts';
import { openStore } from '#store/files/open.ts';
import { bytesIn } from '#test/bytes-in.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { withFolder } from '#test/store/folders.ts';
import { member, withApplication } from './made.ts';

const code = 'decouverte';
const at = '2026-11-23T10:00:00.000Z';
const text = (id: string) => ({ id, item: 'mobility-own-words', kind: 'answer', text: 'Un bus' }) as const;

test('a text that goes takes its mark and its place beside a result along, and leaves those of others', () =>
  withApplication(
    async (application) => {
      const { store } = application;
      const quotes = ['hers', 'changed-since', 'of-others'];
      await store.update('consultation', code, (its) => its && { ...its, quotes });
      for (const [id, consultation] of [
        ...quotes.map((id) => [id, code] as const),
        ['elsewhere', 'autre'],
      ] as const)
        await store.save('text-mark', {
          ...{ schema: 1, id, version: 0, consultation, mark: 'quote', reason: 'rare', at, by: 'zoe' },
        });
      await forgetTexts(application, code, new Set(['hers']));
      expect((await store.load('consultation', code))?.quotes).toEqual(['of-others']);
      const left = [];
      for await (const { id, record } of store.changes('text-mark', 0))
        if (record !== undefined) left.push(id);
      expect(left).toEqual(['of-others', 'elsewhere']);
    },
    { textsOf: async () => [text('hers'), text('of-others')] },
  ));

test('what went with a result when a backup was made goes from it, though the consultation has let it go since', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const quotes = (...quotes: string[]) =>
      store.update('consultation', code, () => newConsultation({ version: 0, quotes }));
    await quotes('hers-empreinte', 'of-others');
    await store.backup(7);
    await quotes('of-others');
    await forgetTexts({ store, textsOf: async () => [text('of-others')] }, code, new Set(['hers-empreinte']));
    expect(await bytesIn(dir, 'hers-empreinte')).toEqual([]);
    expect(await bytesIn(dir, 'of-others')).toHaveLength(2);
    await store.close();
  }));

test('a mark on a text that goes at this very moment does not stay', () => {
  let asked = 0;
  const textsOf = async () => {
    asked += 1;
    return asked === 1 ? [text('hers')] : [];
  };
  return withApplication(
    async (application) => {
      const reason = { mark: 'aside', picked: '', words: 'Madame Canari' } as const;
      expect(await markText(application, member('facilitator'), { code, text: 'hers', reason })).toEqual({
        outcome: 'missing',
      });
      expect(await application.store.load('text-mark', 'hers')).toBeUndefined();
    },
    { textsOf },
  );
});
