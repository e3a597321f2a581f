import { afterAll, describe, expect, test } from '@jest/globals';
import { phraseProblems, smallTalk } from './talk.ts';
import { clearWorkbenches } from './workbench.ts';

afterAll(clearWorkbenches);

describe('an interface with', () => {
  test.each([
    [
      'a phrase in one language only',
      'a: Un\nb: Deux',
      'a: One',
      [
        [
          'en/interface/talk.yaml',
          undefined,
          'b',
          'has no phrase “b”, which stands in fr/interface/talk.yaml',
          'Write it in this language, or remove it in the other.',
        ],
      ],
    ],
    [
      'other names in another language',
      'a: Un {n}',
      'a: One {count}',
      [
        [
          'en/interface/talk.yaml',
          1,
          'a',
          'is filled by {count}, but by {n} in fr/interface/talk.yaml',
          'Use the same names in every language.',
        ],
      ],
    ],
    [
      'a name too many in another language',
      'a: Un',
      '# here\na: One {n}',
      [
        [
          'en/interface/talk.yaml',
          2,
          'a',
          'is filled by {n}, but by nothing in fr/interface/talk.yaml',
          'Use the same names in every language.',
        ],
      ],
    ],
    [
      'a brace left open',
      'a:\n  b: "Un {n"',
      'a:\n  b: "One {n}"',
      [
        [
          'fr/interface/talk.yaml',
          2,
          'a.b',
          'is no ICU message: EXPECT_ARGUMENT_CLOSING_BRACE',
          'Check the braces, and that every plural and select has an `other`.',
        ],
      ],
    ],
    [
      'a plural without its last resort',
      'a: "{n, plural, one {un}}"',
      'a: "{n, plural, one {one} other {#}}"',
      [
        [
          'fr/interface/talk.yaml',
          1,
          'a',
          'is no ICU message: MISSING_OTHER_CLAUSE',
          'Check the braces, and that every plural and select has an `other`.',
        ],
      ],
    ],
    [
      'a number for a text',
      'a: 3',
      'a: three',
      [
        [
          'fr/interface/talk.yaml',
          1,
          'a',
          'should be a text',
          'Write a text here, in quotes if it looks like a number or true.',
        ],
      ],
    ],
    [
      'a list',
      'a: [un]',
      'a: one',
      [
        [
          'fr/interface/talk.yaml',
          1,
          'a',
          'should be a text',
          'Write a text here, in quotes if it looks like a number or true.',
        ],
      ],
    ],
  ])('%s says so, and only so', (_, fr, en, expected) => {
    expect(phraseProblems(smallTalk(fr, en))).toEqual(
      expected.map(([file, line, place, message, remedy]) => ({
        file,
        ...(line !== undefined && { line }),
        place,
        message,
        remedy,
      })),
    );
  });

  test('one key in two files names both', () => {
    const bench = smallTalk('a:\n  b: Un', 'a:\n  b: One');
    bench.write('fr/interface/zebra.yaml', 'a.b: Deux\n');
    expect(phraseProblems(bench)).toEqual([
      {
        file: 'fr/interface/zebra.yaml',
        line: 1,
        place: 'a.b',
        message: '“a.b” already stands in fr/interface/talk.yaml',
        remedy: 'Keep one of the two.',
      },
    ]);
  });
});
