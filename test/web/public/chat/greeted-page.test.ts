import { expect, test } from '@jest/globals';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { packOf } from '#domain/catalogue/language.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { pageText } from '#web/public/chat/chat-page.ts';
import { createDrawnOnce } from '#web/public/chat/greeted-page.ts';

const loaded = loadPhrases('catalogue');
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
const { phrases } = loaded;
const consultation = newConsultation();

/** The first words as `code` draws them, and what is logged meanwhile. */
function drawnBy(code: string, said = () => []) {
  const logged: unknown[] = [];
  const drawn = createDrawnOnce({
    assets: Promise.resolve({ drawing: code }),
    firstWords: () => said,
    log: { error: (fields: unknown) => logged.push(fields) },
  });
  const ask = (language: string) => {
    const pack = packOf(phrases.packs, language);
    return drawn(consultation, language, pageText({ ...phrases, consultation }, pack));
  };
  return { ask, logged };
}

test('a crowd that comes at once is drawn for once, in each language', async () => {
  const { ask, logged } = drawnBy('var times = 0; var page = { draw: () => String(++times) };');
  const crowd = await Promise.all(Array.from({ length: 50 }, () => ask('fr')));
  expect(new Set(crowd.map((html) => html?.html))).toEqual(new Set(['1']));
  expect((await ask('en'))?.html).toBe('2');
  expect(logged).toEqual([]);
});

test('a drawing that fails leaves the first words out, is logged once, and is tried again at the next visit', async () => {
  let isBroken = true;
  const { ask, logged } = drawnBy('var page = { draw: () => "drawn" };', () => {
    if (isBroken) throw new Error('No card of it');
    return [];
  });
  const crowd = await Promise.all(Array.from({ length: 5 }, () => ask('fr')));
  expect(crowd).toEqual(crowd.map(() => undefined));
  expect(logged).toEqual([{ failure: new Error('No card of it'), consultation: consultation.id }]);
  isBroken = false;
  expect((await ask('fr'))?.html).toBe('drawn');
});

test('drawing code that cannot run is no reason for no page', async () => {
  const { ask, logged } = drawnBy('throw new Error("broken")');
  expect(await ask('fr')).toBeUndefined();
  expect(await ask('fr')).toBeUndefined();
  expect(logged).toHaveLength(2);
});
