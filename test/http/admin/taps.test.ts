import { expect, test } from '@jest/globals';
import { removeFolder } from '../app/running.ts';
import { entering, readable } from './member.ts';
import { agreed, peopled } from './peopled.ts';

const here = '/animation/c/decouverte/textes';

test('one button marks a text with its reason, on a page or in its place; another value marks nothing', async () => {
  const wrote = {
    'mobility-own-words': { kind: 'text' as const, value: 'Un bus le soir', shared: true as const },
  };
  const app = await peopled([agreed('ada', { answers: wrote })]);
  const owner = await entering(app.spaceLink);
  const id = /<li id="texte-([^"]+)"/.exec((await owner.get(here)).text)?.[1] ?? '';
  const send = (fields: Record<string, string>, to = id) => owner.post(`${here}/${to}`, fields, here);
  expect((await send({ tap: 'quote:identifying' })).status).toBe(404);
  expect(readable((await send({ tap: 'quote:rare' })).text)).toContain('À citer Point de vue rare');
  const inPlace = await send({ tap: 'aside:off-topic', 'sur-place': '1' });
  expect(inPlace.text).toMatch(/^<ul data-sorted><li id="texte-/);
  expect(inPlace.text).toContain('data-mark="aside" data-reason="off-topic"');
  expect(readable(inPlace.text)).toContain('À classer : 0 · À citer : 0 · Mis de côté : 1');
  expect((await send({ none: '1', 'sur-place': '1' })).text).not.toContain('data-mark');
  expect(readable((await send({ tap: 'quote:rare', 'sur-place': '1' }, 'nobody')).text)).toContain(
    'n’est plus là',
  );
  expect((await send({ quote: '1', 'sur-place': '1' })).status).toBe(422);
  await app.stop();
  await removeFolder(app.dataDir);
});
