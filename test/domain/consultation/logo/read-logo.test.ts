import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pixels } from '#documents/pdf/raster.ts';
import { readLogo } from '#domain/consultation/logo/read-logo.ts';
import { runs } from '#test/runs.ts';
import { chunk, jpeg, png, segment } from './pictures.ts';

const secret = 'taken by Ana, rue des Lilas';
const bytesOf = (text: string) => [...Buffer.from(text)];

describe('a logo', () => {
  test('is known by its bytes, and its size read from them', () => {
    expect(readLogo(png(320, 90))).toMatchObject({
      picture: { type: 'image/png', width: 320, height: 90 },
    });
    expect(readLogo(jpeg())).toMatchObject({ picture: { type: 'image/jpeg', width: 8, height: 8 } });
  });

  test('keeps nothing of who took it, where and when', () => {
    const besides = [
      chunk('tEXt', Buffer.from(`Author\0${secret}`)),
      chunk('eXIf', Buffer.from(secret)),
      chunk('tIME', Buffer.alloc(7)),
      chunk('acTL', Buffer.alloc(8)),
    ];
    const segments = [segment(0xe1, bytesOf(`Exif\0\0${secret}`)), segment(0xfe, bytesOf(secret))];
    for (const [given, plain] of [
      [png(40, 40, { besides }), png(40, 40)],
      [Buffer.concat([png(40, 40), Buffer.from(secret)]), png(40, 40)],
      [jpeg(segments), jpeg()],
      [Buffer.concat([jpeg(), Buffer.from(secret)]), jpeg()],
    ] as const) {
      const read = readLogo(given);
      expect('picture' in read && Buffer.from(read.picture.bytes)).toEqual(plain);
    }
  });

  test('is drawn as it is kept', () => {
    for (const made of [png(20, 10, { colour: [200, 10, 10] }), jpeg()]) {
      const read = readLogo(made);
      if ('problem' in read) throw new Error(read.problem.code);
      const { type, bytes } = read.picture;
      const href = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><image href="${href}" width="8" height="8" preserveAspectRatio="none"/></svg>`;
      expect(pixels(svg, { width: 8 }).pixels.at(-1)).toBe(255);
    }
  });

  const others: readonly (readonly [string, Uint8Array, object])[] = [
    ['no file', new Uint8Array(), { code: 'none' }],
    [
      'a drawing with scripts',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      { code: 'other-kind' },
    ],
    ['a GIF', Buffer.from('GIF89a'), { code: 'other-kind' }],
    ['a PDF', Buffer.from('%PDF-1.7'), { code: 'other-kind' }],
    ['a PNG that is cut', png(40, 40).subarray(0, 60), { code: 'broken' }],
    ['a PNG without its end', png(40, 40).subarray(0, -12), { code: 'broken' }],
    ['a JPEG that is cut', jpeg().subarray(0, 100), { code: 'broken' }],
    ['a JPEG without its end', jpeg().subarray(0, -2), { code: 'broken' }],
    ['a PNG of no width', png(0, 40), { code: 'broken' }],
    ['a PNG that is too wide', png(4_001, 2), { code: 'wide', width: 4_001, height: 2 }],
    ['a file that is too heavy', Buffer.alloc(200 * 1024 + 1), { code: 'heavy', kilobytes: 201 }],
  ];
  test.each(others)('is not %s', (_, bytes, problem) => {
    expect(readLogo(bytes)).toEqual({ problem });
  });

  test('is the same when what is kept of it is read again', () => {
    const read = readLogo(jpeg([segment(0xe1, bytesOf(secret))]));
    if ('problem' in read) throw new Error(read.problem.code);
    expect(readLogo(read.picture.bytes)).toEqual(read);
  });

  test('is read or refused, whatever is done to its bytes', () => {
    const made = fc.constantFrom(png(30, 20), jpeg([segment(0xe0, bytesOf('JFIF\0'))]));
    const change = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 });
    fc.assert(
      fc.property(made, change, fc.nat(500), (whole, changes, length) => {
        const bytes = new Uint8Array(whole.subarray(0, length));
        for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
        const read = readLogo(bytes);
        if ('picture' in read) expect(read.picture.bytes.length).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: runs(300, 20_000) },
    );
  });
});
