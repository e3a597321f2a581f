import { describe, expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import type { MessageElement } from '#catalogue/phrases/message.ts';
import { readMessages } from '#catalogue/phrases/messages.ts';
import { longReplies, longView } from '../cards/samples/longest.ts';
import { samples } from '../cards/samples/replies.ts';
import { viewOf } from '../cards/samples/view.ts';
import { catalogue } from '../conversations/world.ts';

const units =
  '(?:minutes?|heures?|secondes?|jours?|mois|ans?|années?|km|euros?|degrés|caractères?|signes?|Ko|hours?|seconds?|days?|months?|years?|characters?|signs?|KB)(?![\\p{L}\\p{N}])';
const parted = new RegExp(`\\d ${units}`, 'u');
const opensParted = new RegExp(`^ ${units}`, 'u');
/** In French a line never begins by a tall sign, nor ends by an opening quotation mark or within a number. */
const loose = / [;!?»%€]| :(?!:)|« |\d \d{3}(?!\d)/;

/** Every text within data of any shape. */
function texts(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(texts) : [];
}

/** Where what a number stands for is parted from its unit. */
function partedIn(elements: readonly MessageElement[]): readonly string[] {
  return elements.flatMap((element, i) => {
    if ('options' in element) return Object.values(element.options).flatMap(({ value }) => partedIn(value));
    if (!('value' in element) || element.type !== 0) return [];
    const isParted = parted.test(element.value) || (i > 0 && opensParted.test(element.value));
    return isParted ? [element.value] : [];
  });
}

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  const { messages } = readMessages('catalogue', language);

  test('no phrase parts a number from its unit', () => {
    expect(messages.size).toBeGreaterThan(500);
    expect([...messages.values()].flatMap(({ elements }) => partedIn(elements))).toEqual([]);
  });

  test('nor does any text of the catalogue', () => {
    expect(texts(catalogue.text[language]).filter((text) => parted.test(text))).toEqual([]);
  });

  test.each(Object.entries({ ...samples, ...longReplies }))('nor a sentence of %s', (name, reply) => {
    const view = name in longReplies ? longView(language) : viewOf(language);
    // What somebody typed stands as they typed it.
    const said = texts(render(reply, view)).filter((text) => !text.includes('Ma mère de'));
    expect(said.filter((text) => parted.test(text))).toEqual([]);
  });
});

test('in French no phrase begins a line by a tall sign', () => {
  const literals = (elements: readonly MessageElement[]): readonly string[] =>
    elements.flatMap((element) => {
      if ('options' in element) return Object.values(element.options).flatMap(({ value }) => literals(value));
      return element.type === 0 ? [element.value] : [];
    });
  const all = [...readMessages('catalogue', 'fr').messages.values()].flatMap(({ elements }) =>
    literals(elements),
  );
  expect([...all, ...texts(catalogue.text.fr)].filter((text) => loose.test(text))).toEqual([]);
});
