import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { readMessages } from '#catalogue/phrases/messages.ts';
import { type Asked, saidKeys, scan } from './said-keys.ts';
import { catalogueFolder } from './workbench.ts';

const languages = ['fr', 'en'];
const project = fileURLToPath(new URL('../..', import.meta.url));

describe('the phrases of the interface', () => {
  const { asked, literals } = saidKeys(project, ['src', 'dialogs', 'cards'], languages);
  const keys = new Map(
    languages.map((language) => [language, [...readMessages(catalogueFolder, language).messages.keys()]]),
  );

  test.each(languages)('that the code says by name all exist in %s', (language) => {
    const known = new Set(keys.get(language));
    const missing = asked.filter(({ key }) => key !== undefined && !known.has(key));
    expect(missing.map(said)).toEqual([]);
  });

  test.each(languages)('that the code says by a pattern exist in %s', (language) => {
    const known = keys.get(language) ?? [];
    const missing = asked.filter(({ pattern }) => pattern && !known.some((key) => pattern.test(key)));
    expect(missing.map(said)).toEqual([]);
  });

  test('that the code chooses begin with a literal part', () => {
    expect(asked.filter(({ written }) => /^`\$\{/.test(written)).map(said)).toEqual([]);
  });

  test.each(languages)('in %s are all used', (language) => {
    const used = (key: string) => literals.has(key) || asked.some(({ pattern }) => pattern?.test(key));
    expect((keys.get(language) ?? []).filter((key) => !used(key))).toEqual([]);
  });

  test('are the same in every language', () => {
    const [first, ...others] = languages.map((language) => [...(keys.get(language) ?? [])].sort());
    for (const other of others) expect(other).toEqual(first);
  });

  test('are calm: no exclamation mark', () => {
    for (const language of languages) {
      const loud = [...readMessages(catalogueFolder, language).messages.values()].filter(({ elements }) =>
        JSON.stringify(elements).includes('!'),
      );
      expect(loud.map(({ key }) => `${language} ${key}`)).toEqual([]);
    }
  });
});

describe('the scan of what the code says', () => {
  test.each<[string, (string | RegExp)[]]>([
    ["say('a.b')", ['a.b']],
    ["view.say('a.b', { n })", ['a.b']],
    ["phrases.say(language)('a.b')", ['a.b']],
    ["phrases.say('fr')('a.b')", ['a.b']],
    ["const speak = say(language); speak('a.b')", ['a.b']],
    ["const say = phrases.say('fr')", []],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code under test
    ["say(some ? 'a' : (other ? 'b' : `c.${d}`))", ['a', 'b', /^c\..+$/]],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code under test
    ['say(`a.${b}.c`)', [/^a\..+\.c$/]],
    ['say(`a.b`)', ['a.b']],
    ["say(person, notice('noted'))", []],
    ["essay('a.b')", []],
    ["say(\n  'a.b',\n)", ['a.b']],
    ["// say('a.b')", []],
  ])('of %j finds %j', (code, found) => {
    const asked: Asked[] = [];
    scan('one.ts', code, languages, asked, new Set());
    expect(asked.map(({ key, pattern }) => key ?? pattern?.source)).toEqual(
      found.map((it) => (typeof it === 'string' ? it : it.source)),
    );
  });
});

const said = ({ where, written }: Asked): string => `${where} ${written}`;
