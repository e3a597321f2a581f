import { expect, test } from '@jest/globals';
import type { Request } from 'restify';
import { askedLanguage } from '#web/http/pages/page-language.ts';

const asked = (query: string, languages: readonly string[]) =>
  askedLanguage({ getQuery: () => query } as Request, languages);

test.each([
  ['lang=en', ['fr', 'en'], 'en'],
  ['lang=EN', ['fr', 'en'], 'en'],
  ['lang=fr-falc', ['fr', 'en', 'fr-falc'], 'fr-falc'],
  // Of a kind that is not offered, the language itself.
  ['lang=fr-falc', ['fr', 'en'], 'fr'],
  ['lang=en-GB', ['fr', 'en'], 'en'],
  // Nothing of it is offered: the browser's is for the page to find.
  ['lang=en', ['fr'], undefined],
  ['lang=de', ['fr', 'en'], undefined],
  ['lang=', ['fr', 'en'], undefined],
  ['lang=../../etc', ['fr', 'en'], undefined],
  ['', ['fr', 'en'], undefined],
])('an address with ?%s where %j are spoken asks for %s', (query, languages, language) => {
  expect(asked(query, languages)).toBe(language);
});
