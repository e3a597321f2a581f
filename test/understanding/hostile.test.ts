import { expect, test } from '@jest/globals';
import { read } from '#understanding/read.ts';
import type { Recognise } from '#understanding/reading.ts';
import { expectations } from './expectations.ts';

const nothing: Recognise = async () => ({ numbers: [] });

/** Shapes that make a careless reader slow: repeated words of each lexicon, marks, spaces, accents. */
const seeds = [
  'cent ',
  'vingt-',
  'million ',
  'vélo ',
  'pas ',
  'très très ',
  'plutôt 4 ',
  '1, ',
  '1,',
  '- ',
  '+',
  'ou ',
  'et ',
  'a b c ',
  'je ne sais ',
  'tout sauf ',
  'dans dix ans ',
  '2035 ',
  'aaaaaaaa',
  'abcdefgh ',
  ' ',
  '\n',
  '. ',
  '\u0301',
  '\u0316\u0301',
  '👍',
  '<b>',
  '[vélo](x) ',
  '\ud83d',
  '\u0000',
  '4.',
  '4,5',
  '(e)',
  '·e',
  "'",
  'transporst ',
  '999999999',
];

const times = (seed: string, length: number) => seed.repeat(Math.ceil(length / seed.length)).slice(0, length);

/** The shortest of several runs, in ms: what the reading costs, not what the machine was doing beside it. */
async function cost(work: () => Promise<unknown>): Promise<number> {
  const runs: number[] = [];
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    await work();
    runs.push(performance.now() - start);
  }
  return Math.min(...runs);
}

test.each([1000, 10_000])(
  'a reply of %i characters takes under 20 ms, whatever is asked',
  async (length) => {
    const slow: string[] = [];
    for (const seed of seeds) {
      for (const expected of expectations) {
        const text = `é ${times(seed, length - 4)} 4`;
        const ms = await cost(() => read(text, expected, 'fr', nothing));
        if (ms >= 20) slow.push(`${JSON.stringify(seed)} ${expected.kind}: ${ms.toFixed(1)} ms`);
      }
    }
    expect(slow).toEqual([]);
  },
  60_000,
);

test('10,000 characters are too long for anything', async () => {
  for (const expected of expectations) {
    const reading = await read(times('vélo ', 10_000), expected, 'fr', nothing);
    expect(reading).toEqual({ kind: 'unclear', reason: 'too-long' });
  }
});

test('10,000 spaces are nothing at all', async () => {
  for (const expected of expectations) {
    expect(await read(' '.repeat(10_000), expected, 'fr', nothing)).toEqual({
      kind: 'unclear',
      reason: 'empty',
    });
  }
});

test('HTML and Markdown are text like any other, and no option', async () => {
  const [choice] = expectations;
  const text = { kind: 'text', longest: 1000 } as const;
  if (choice === undefined) throw new Error('no expectation');
  expect(await read('<script>alert(1)</script>', choice, 'fr', nothing)).toMatchObject({ kind: 'unclear' });
  for (const own of ['<script>alert(1)</script>', '[un lien](https://example.org)', '**gras**']) {
    expect(await read(own, text, 'fr', nothing)).toEqual({ kind: 'text', value: own });
  }
});

test('control characters, lone surrogates and reversed text leave no trace in a text', async () => {
  const reading = await read(
    '\u0007un\u0000 \ud83dbus\u202e \udc4d\r\nle soir\u2028 👩‍👧',
    { kind: 'text', longest: 50 },
    'fr',
    nothing,
  );
  expect(reading).toEqual({ kind: 'text', value: 'un bus \nle soir\n 👩‍👧' });
});

test('the recognizers see only short texts, with plain quotes and spaces', async () => {
  const seen: string[] = [];
  const recognise: Recognise = async (text) => {
    seen.push(text);
    return { numbers: [] };
  };
  const replies = [
    'cent '.repeat(15),
    'vingt-'.repeat(400),
    'quatre-vingt-dix-neuf mille '.repeat(9),
    'c’est\u00a0un grand “oui”',
  ];
  for (const reply of replies)
    for (const expected of expectations) await read(reply, expected, 'fr', recognise);
  expect(seen).toContain('c\'est un grand "oui"');
  expect(
    seen.filter((text) => text.length > 40 || text.split(' ').length > 8 || /[’“”\u00a0]/.test(text)),
  ).toEqual([]);
});
