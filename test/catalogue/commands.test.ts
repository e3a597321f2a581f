import { afterAll, describe, expect, test } from '@jest/globals';
import { fold } from '#domain/conversation/fold.ts';
import { words } from '#domain/conversation/submit.ts';
import { phraseProblems, phrasesOf, smallTalk } from './talk.ts';
import { clearWorkbenches } from './workbench.ts';

afterAll(clearWorkbenches);

describe('the words of command', () => {
  const { words: heard } = phrasesOf(smallTalk('a: Un', 'a: One'));

  test.each([
    ['Aide', 'help'],
    ['/aide', 'help'],
    ['au secours !', 'help'],
    ['À L’AIDE', 'help'],
    ['?', 'help'],
    ['Help me.', 'help'],
    ['menu', 'menu'],
    ['Précédent', 'back'],
    ['suivant', 'skip'],
    ['passer', 'skip'],
    ['Next', 'skip'],
    ['pause', 'pause'],
    ['Reprendre.', 'resume'],
    ['changer une réponse', 'change'],
    ['Mon scénario', 'my-scenario'],
    ['scenario', 'my-scenario'],
    ['« le groupe »', 'group'],
    ['Scénario du groupe', 'group'],
    ['mes donnees', 'my-data'],
    ['Effacer mes données', 'erase'],
    ['supprimer', 'erase'],
    ['publier', 'publish'],
  ])('hear %j as %s', (typed, word) => {
    expect(heard.get(fold(typed))).toBe(word);
  });

  test.each(['oui', 'non', 'je ne sais pas', 'yes', 'no', '4', 'plutôt', ''])(
    'leave %j for an answer',
    (typed) => {
      expect(heard.has(fold(typed))).toBe(false);
    },
  );

  test('are all there, each folded', () => {
    expect(new Set(heard.values())).toEqual(new Set(words));
    for (const typed of heard.keys()) expect(fold(typed)).toBe(typed);
  });

  test('that would mean two things are refused, across languages too', () => {
    const bench = smallTalk('a: Un', 'a: One');
    const line = bench.edit('en/words.yaml', 'skip: [skip, pass,', 'skip: [skip, Retour !,');
    expect(phraseProblems(bench)).toEqual([
      {
        file: 'en/words.yaml',
        line,
        place: 'skip.1',
        message: '“retour” already means back',
        remedy: 'Keep it under one of the two, in every language.',
      },
    ]);
  });

  test('that are missing, unknown or empty are refused', () => {
    const bench = smallTalk('a: Un', 'a: One');
    bench.edit('fr/words.yaml', 'pause: [', 'paws: [');
    bench.edit('en/words.yaml', '    erase,\n', "    '/',\n");
    expect(phraseProblems(bench).map(({ file, place, message }) => [file, place, message])).toEqual([
      ['fr/words.yaml', 'pause', 'is missing'],
      ['fr/words.yaml', 'paws', '“paws” is not known here'],
      ['en/words.yaml', 'erase.0', 'is empty once read'],
    ]);
  });
});
