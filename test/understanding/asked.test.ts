import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { holdsContact } from '#understanding/asked/contact-details.ts';
import { correctionIn } from '#understanding/asked/correction.ts';
import { findTopic } from '#understanding/asked/find-topic.ts';
import { withoutPoliteness } from '#understanding/asked/plain-wish.ts';
import { repeatsTitle } from '#understanding/asked/repeats-title.ts';
import { apartCondition } from '#understanding/replies/condition.ts';
import { catalogue } from '../conversations/world.ts';

const loaded = loadPhrases('catalogue');
if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems));
const { asked } = loaded.phrases;
const glossary = catalogue.text.fr?.glossary ?? {};

const topicOf = (text: string, isFreeText = false) => findTopic(text, asked, glossary, isFreeText)?.topic;

test.each([
  'Pourquoi n’y a-t-il pas de bus le soir ?',
  'Aller à la gare sans voiture, c’est long.',
  'je voudrais un bus pour voir le médecin',
  'Recommencer les navettes du marché',
  'Merde, y’a jamais de train',
  'un humain au guichet',
  'que les résultats servent à quelque chose',
  'Anonyme ou pas, peu importe',
  'Why is there no bus at night?',
])('one’s own words are one’s own: %s', (text) => {
  expect(topicOf(text, true)).toBeUndefined();
});

test.each([
  'pourquoi pas',
  'le bus ?',
  'la mairie',
  'anonyme',
  'que ce soit anonyme',
  '3 ?',
  'ni oui ni non',
])('a reply is no question: %s', (text) => {
  expect(topicOf(text)).toBeUndefined();
});

test('what means distress counts in a long text too, and a word it shares with others does not', () => {
  const long = `${'Il n’y a plus de bus le soir et le dimanche. '.repeat(20)} Parfois j’ai envie d’en finir.`;
  expect(topicOf(long, true)).toBe('distress');
  expect(topicOf('il faut en finir avec les bouchons', true)).toBeUndefined();
});

test.each([
  ['06 12 34 56 78', true],
  ['appelez le 0612345678 svp', true],
  ['+33 6 12 34 56 78', true],
  ['0033612345678', true],
  ['jean.dupont@example.org', true],
  ['dans 1 200 mois', false],
  ['en 2035', false],
  ['12 345 678', false],
])('%s holds a way to reach somebody: %s', (text, holds) => {
  expect(holdsContact(text)).toBe(holds);
});

test.each([
  ['non en fait 3', { instead: '3', isPlain: true }],
  ['Non, en fait : le bus', { instead: 'le bus', isPlain: true }],
  ['oups, je voulais dire le vélo', { instead: 'le vélo', isPlain: true }],
  ['je me suis trompée', { instead: '', isPlain: true }],
  ['en fait 3', { instead: '3', isPlain: false }],
  ['sorry, i meant 4', { instead: '4', isPlain: true }],
  ['non, plutôt contre', undefined],
  ['non', undefined],
])('the correction in %s', (text, correction) => {
  expect(correctionIn(text)).toEqual(correction);
});

test.each([
  ['souhaitable si c’est gratuit', 'souhaitable', 'c’est gratuit'],
  ['à condition que ce soit gratuit', '', 'que ce soit gratuit'],
  ['oui, à condition d’être aidé', 'oui', 'd’être aidé'],
  ['pour, tant que ça reste public', 'pour', 'tant que ça reste public'],
  ['contre sauf si c’est gratuit', 'contre', 'sauf si c’est gratuit'],
  ['Très souhaitable s’il y a un guichet', 'Très souhaitable', 'il y a un guichet'],
  ['desirable if it is free', 'desirable', 'it is free'],
  ['against unless it is free', 'against', 'unless it is free'],
  ['souhaitable même si c’est cher', 'souhaitable même si c’est cher', undefined],
  ['je ne sais pas si c’est utile', 'je ne sais pas si c’est utile', undefined],
  ['la sixième', 'la sixième', undefined],
  ['souhaitable si', 'souhaitable si', undefined],
])('the condition in %s', (text, said, condition) => {
  expect(apartCondition(text)).toEqual({ said, ...(condition !== undefined && { condition }) });
});

test.each([
  ['je voudrais voir les resultats svp', 'les resultats'],
  ['bonjour, peux-tu effacer', 'effacer'],
  ['can i see my data please', 'my data'],
  ['menu', 'menu'],
])('%s asks for %s', (typed, word) => {
  expect(withoutPoliteness(typed)).toBe(word);
});

test('an answer as it stands is an answer, were it worded as a question', () => {
  const options = [{ id: 'why', title: 'Pourquoi cette question ?' }];
  expect(repeatsTitle('pourquoi cette question ?', { kind: 'choice', options })).toBe(true);
  expect(repeatsTitle('pourquoi ?', { kind: 'choice', options })).toBe(false);
});

const distress = readFileSync(new URL('./distress.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

test.each(distress)('%s (%s): %s', (means, _, said = '') => {
  for (const isFreeText of [true, false])
    expect({ isFreeText, isDistress: topicOf(said, isFreeText) === 'distress' }).toEqual({
      isFreeText,
      isDistress: means === 'alarm',
    });
});
