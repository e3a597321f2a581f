import { spawn } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Recogniser, startRecogniser } from '#domain/reading/recogniser.ts';

const freezing = [
  'cent '.repeat(15),
  'vingt-'.repeat(400),
  'million '.repeat(40),
  'quatre-vingt-dix-neuf mille '.repeat(10),
];

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work;
  expect(performance.now() - start).toBeLessThan(ms);
  return result;
}

describe('a warm recogniser', () => {
  let recogniser: Recogniser;
  beforeAll(async () => {
    recogniser = startRecogniser({ deadlineMs: 2_000 });
    await recogniser.ready;
  }, 60_000);
  afterAll(() => recogniser.close());

  test.each([
    ['soixante-quinze', 'fr', [75]],
    ['deux mille trente-cinq', 'fr', [2035]],
    ['twenty-five', 'en', [25]],
    ['quatre virgule cinq', 'fr', [4.5]],
  ])('finds the number in %s', async (text, language, numbers) => {
    expect((await recogniser.recognise(text, language)).numbers).toEqual(numbers);
  });

  test.each([
    ['c’est un grand oui', 'fr', true],
    ['c’est un grand non', 'fr', false],
    ['a big yes from me', 'en', true],
    ['je ne sais pas', 'fr', undefined],
    ['4 sur 5', 'fr', undefined],
    ['il y a un truc', 'fr', undefined],
    ['oui et non', 'fr', undefined],
  ])('hears %s rightly', async (text, language, yesNo) => {
    expect((await recogniser.recognise(text, language)).yesNo).toBe(yesNo);
  });

  test('recognises nothing in a language it does not know', async () => {
    expect(await recogniser.recognise('vier', 'constructor')).toEqual({ numbers: [] });
  });
});

test('nothing is recognised while it warms up, at once', async () => {
  const recogniser = startRecogniser();
  expect(await within(50, recogniser.recognise('vingt-cinq', 'fr'))).toEqual({ numbers: [] });
  await recogniser.close();
  await recogniser.ready;
  expect(await recogniser.recognise('vingt-cinq', 'fr')).toEqual({ numbers: [] });
}, 60_000);

test.each(freezing)(
  'a reply that freezes the recognizers holds nobody up: %.20s',
  async (text) => {
    const recogniser = startRecogniser();
    await recogniser.ready;
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const frozen = within(1_000, recogniser.recognise(text, 'fr'));
    expect((await within(250, recogniser.recognise('vingt-cinq', 'fr'))).numbers).toEqual([25]);
    await frozen;
    await new Promise((resolve) => setTimeout(resolve, 100));
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(50);
    await recogniser.close();
  },
  60_000,
);

test('worker and spare both frozen: everybody is answered, then both are replaced', async () => {
  const recogniser = startRecogniser();
  await recogniser.ready;
  const stuck = Array.from({ length: 60 }, () =>
    within(1_000, recogniser.recognise('cent '.repeat(60), 'fr')),
  );
  expect(await Promise.all(stuck)).toEqual(stuck.map(() => ({ numbers: [] })));
  const deadline = performance.now() + 30_000;
  let numbers: readonly number[] = [];
  while (numbers.length === 0 && performance.now() < deadline) {
    ({ numbers } = await recogniser.recognise('vingt-cinq', 'fr'));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(numbers).toEqual([25]);
  await recogniser.close();
}, 60_000);

test('a recogniser that nobody closes keeps no process alive', async () => {
  const source = "import { startRecogniser } from './src/domain/reading/recogniser.ts'; startRecogniser();";
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: 'ignore' });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect(code).toBe(0);
}, 30_000);
