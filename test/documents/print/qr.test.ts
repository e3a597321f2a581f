import { describe, expect, test } from '@jest/globals';
import { Resvg } from '@resvg/resvg-js';
import { qrPath, qrPng, qrSvg } from '#documents/print/qr.ts';
import { readCode } from './read-code.ts';

const address = 'https://trajectoires.example/c/vallee';

/** What is dark of a picture, one pixel a module. */
function darkness(svg: string): boolean[][] {
  const { pixels, width, height } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => (pixels[4 * (y * width + x)] ?? 255) < 128),
  );
}

describe('the code of an address', () => {
  const { svg } = qrSvg(address, { label: 'Ouvre la consultation <Seille>' });
  const dark = darkness(svg);

  test('read as a telephone reads it, says the address', () => {
    const within = dark.slice(4, -4).map((row) => row.slice(4, -4));
    expect(readCode(within)).toEqual({ text: address, correction: 'M' });
  });

  test('leaves four modules of white on each side, and none more', () => {
    const columns = dark.map((_, x) => dark.some((row) => row[x]));
    const rows = dark.map((row) => row.some(Boolean));
    for (const used of [columns, rows]) {
      expect(used.indexOf(true)).toBe(4);
      expect(used.lastIndexOf(true)).toBe(used.length - 5);
    }
  });

  test('is one black path on white, with its name for those who do not see it', () => {
    expect(svg.match(/<path /g)).toHaveLength(1);
    expect(svg).toContain('fill="#ffffff"');
    expect(svg).toContain('fill="#000000"');
    expect(svg).toContain('<title>Ouvre la consultation &lt;Seille&gt;</title>');
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="Ouvre la consultation &lt;Seille&gt;"/);
  });

  test('as a PNG has whole pixels a module and is no narrower than asked', () => {
    const png = Buffer.from(qrPng(address, 400));
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(width).toBeGreaterThanOrEqual(400);
    expect(width).toBe(height);
    expect(width % qrPath(address).side).toBe(0);
  });
});
