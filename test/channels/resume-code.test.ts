import { expect, test } from '@jest/globals';
import { isOfNow, newResumeCode, resumeCodeIn } from '#channels/resume-code.ts';

test('every code is known again without its hyphens, in small letters, and with letters taken for others', () => {
  for (let drawn = 0; drawn < 500; drawn++) {
    const code = newResumeCode();
    const known = { code, isShort: false };
    expect(isOfNow(code)).toBe(true);
    for (const typed of [
      code.toLowerCase().replaceAll('-', ' '),
      code.replaceAll('-', ''),
      ` ${code.replaceAll('-', ' – ')} `,
      code.replaceAll('-', '.'),
      code.replaceAll('V', 'U').replace('8', 'B'),
    ])
      expect([typed, resumeCodeIn(typed)]).toEqual([typed, known]);
  }
});

test('a code cannot be found by trying: over 60 bits, and no two alike', () => {
  const drawn = Array.from({ length: 5_000 }, newResumeCode);
  const letters = new Set(drawn.join('').replaceAll('-', ''));
  const length = drawn[0]?.replaceAll('-', '').length ?? 0;
  expect(Math.log2(letters.size) * length).toBeGreaterThan(60);
  expect(new Set(drawn).size).toBe(drawn.length);
  expect([...letters].join('')).not.toMatch(/[BGILOQSUWZ01]/);
});

test.each([
  ['KTMP-4P7R', 'KTMP-4P7R'],
  ['ktmp 4p7r', 'KTMP-4P7R'],
  ['KTMP4P7R', 'KTMP-4P7R'],
])('one of before is known: %s', (typed, code) => {
  expect(resumeCodeIn(typed)).toEqual({ code, isShort: true });
  expect(isOfNow(code)).toBe(false);
});

test.each([
  'oui',
  'bonjour',
  'recommandations',
  'peut-être demain',
  'APPRENTISSAGES',
  'PARFAITEMENT EXACT',
  '2 rampes a creer',
  'x'.repeat(400),
  '12345-67890-12345',
  '____4-____4-____4',
  'dans 3 ans',
  'dans 5 ans',
  'dans3ans',
  'DANS 3 ANS',
  'peut-etre',
  'PEUT-ETRE',
  'peut etre',
  'ds 3 anns',
  'sept-sept',
])('words are no code: %s', (typed) => {
  expect(resumeCodeIn(typed)).toBeUndefined();
});
