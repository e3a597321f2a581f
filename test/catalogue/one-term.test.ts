import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../../catalogue/', import.meta.url));

/** What a thing is not called, and what it is called everywhere: one thing has one name, in design and glossary. */
const others: Readonly<Record<'fr' | 'en', readonly (readonly [other: RegExp, term: string])[]>> = {
  fr: [
    [
      /\b(types?|genres?|sortes?) de (territoires?|communes?)\b|\b(genres?|sortes?) de lieux?\b/i,
      'type de lieu',
    ],
    [/\brelanc(e|es|er|ez|ée?s?)\b/i, 'rappel'],
    [/\b(chiffre|nombre|cellule)s? (caché|occulté|supprimé|secret)/i, 'masqué'],
    [/\bconsultations? (est |s'est |sont )?(terminée|fermée|finie|achevée)s?\b/i, 'close'],
    [/\b(questionnaire|enquête|sondage)s?\b/i, 'consultation'],
    [/\b(fiche|planche|feuillet)s?\b/i, 'feuille'],
    [/\b(participant|répondant|sondé)(e|s|es)?\b/i, 'personne'],
    [/\borientations?\b/i, 'direction'],
    [/\b(groupes? d'opinions?|clusters?)\b/i, 'façon de voir'],
    [/\bseuils?\b/i, 'plus petit groupe'],
    [/\b(facilitat(eur|rice)|administrat(eur|rice)|propriétaire)s?\b/i, 'animation, responsable'],
    [/\bscénarios? collectifs?\b/i, 'scénario du groupe'],
    [/\bjournal d'audit\b|\bjournaux\b/i, 'journal'],
    [/\binstantanés?\b/i, 'moment gardé'],
  ],
  en: [
    [
      /\b(kinds?|types?|sorts?) of (territor(y|ies)|municipalit(y|ies))\b|\b(types?|sorts?) of places?\b/i,
      'kind of place',
    ],
    [/\bnudges?\b|\bfollow-up (message|letter)s?\b/i, 'reminder'],
    [/\b(figure|number|cell)s? (is |are )?(withheld|masked|suppressed|concealed)\b/i, 'hidden'],
    [/\bconsultation (is over|has ended|is finished|ended)\b/i, 'closed'],
    [/\b(questionnaire|survey|poll)s?\b/i, 'consultation'],
    [/\b(leaflet|handout)s?\b/i, 'sheet'],
    [/\b(participant|respondent)s?\b/i, 'person'],
    [/\borientations?\b/i, 'direction'],
    [/\b(opinion groups?|clusters?)\b/i, 'way of seeing'],
    [/\bthresholds?\b/i, 'smallest group'],
    [/\b(moderator|administrator)s?\b/i, 'facilitator, owner'],
    [/\bcollective scenarios?\b/i, 'group scenario'],
    [/\bsnapshots?\b/i, 'moment kept'],
  ],
};

/** Every sentence of the interface in a language, with its place; keys and comments are not read by people. */
function sentences(language: string): readonly (readonly [place: string, text: string])[] {
  const within = (value: unknown, place: string): readonly (readonly [string, string])[] => {
    if (typeof value === 'string') return [[place, value.replaceAll('’', "'")]];
    if (value === null || typeof value !== 'object') return [];
    return Object.entries(value).flatMap(([key, one]) => within(one, `${place}.${key}`));
  };
  const files = readdirSync(`${folder}${language}/interface`).map((name) => `interface/${name}`);
  return [...files, 'common.yaml', 'glossary.yaml'].flatMap((name) =>
    // The words by which a phrase chooses are the program's.
    within(parse(readFileSync(`${folder}${language}/${name}`, 'utf8')), name).map(
      ([place, text]) => [place, text.replace(/[\w-]+ (?=\{(?!\w+[,}]))/g, '')] as const,
    ),
  );
}

test.each(['fr', 'en'] as const)('one thing has one name in the interface (%s)', (language) => {
  const wrong = sentences(language).flatMap(([place, text]) =>
    others[language].flatMap(([other, term]) => {
      const [found] = other.exec(text) ?? [];
      return found === undefined ? [] : [`${place}: « ${found} » is called « ${term} »`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('the sweep finds what it looks for', () => {
  expect(sentences('fr').length).toBeGreaterThan(1000);
  const [kinds] = others.fr;
  expect(kinds?.[0].test('Par type de territoire')).toBe(true);
});
