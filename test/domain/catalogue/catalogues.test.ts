import { describe, expect, test } from '@jest/globals';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { cataloguesOf, successor } from '#domain/catalogue/catalogues.ts';
import { catalogue as sample } from '#test/scenario/fixture.ts';

const edition = (id: string, version: string, digest: string): Catalogue => ({
  ...sample,
  id,
  version,
  edition: `${id}@${version}+${digest}`,
});

const old = edition('bourg', '1.9.0', 'aaaa');
const recent = edition('bourg', '1.10.0', 'bbbb');
const other = edition('vallee', '1.0.0', 'cccc');
const served = cataloguesOf([old, recent, other]);

describe('the catalogue of a consultation', () => {
  test('is the edition it pins', () => {
    expect(served.of({ id: 'c', catalogue: old.edition })).toBe(old);
  });

  test('is, where a node of another release took it on, what there is here of the same', () => {
    expect(served.of({ id: 'c', catalogue: 'bourg@1.9.0+dddd' })).toBe(old);
    expect(served.of({ id: 'c', catalogue: 'bourg@2.0.0+dddd' })).toBe(recent);
  });

  test('is never another one by chance', () => {
    expect(() => served.of({ id: 'c', catalogue: 'ville@2.0.0+dddd' })).toThrow('not served');
  });
});

describe('a consultation goes on', () => {
  test.each([
    ['with the very edition, while it is served', 'bourg@1.9.0+aaaa', old],
    ['with its version, reworded since', 'bourg@1.9.0+ffff', old],
    ['with the latest version, once its own is gone', 'bourg@1.0.0+ffff', recent],
    ['with nothing, when no catalogue of that id is served', 'ville@1.0.0+ffff', undefined],
  ])('%s', (_, pinned, expected) => {
    expect(successor(served, pinned)).toBe(expected);
  });
});
