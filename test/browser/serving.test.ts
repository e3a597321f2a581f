import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundlePage } from '#web/bundle.ts';
import { type App, startApp } from './app.ts';

const get = (url: string, headers: Record<string, string> = {}) => fetch(url, { headers });

describe('what the page is made of', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  }, 60_000);
  afterAll(() => app?.close(), 30_000);

  test('weighs at most 200 KB on the wire', async () => {
    const { files } = await bundlePage();
    const sizes = [...files.values()].map(({ gzip }) => gzip.length);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(200 * 1024);
  }, 30_000);

  test.each([
    ['fr-CH, en;q=0.8', 'fr'],
    ['en-GB,en;q=0.9,fr;q=0.1', 'en'],
    ['de', 'fr'],
    ['fr;q=0, en;q=0.2', 'en'],
    ['', 'fr'],
  ])('speaks to a browser that asks for "%s" in %s', async (accepted, language) => {
    const page = await get(app.url, { 'Accept-Language': accepted });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain(`<html lang="${language}">`);
  });

  test('lets no script in but its own', async () => {
    const page = await get(app.url);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    const html = await page.text();
    const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(
      scripts.filter((tag) => !tag.includes('application/json') && !tag.includes('src="/assets/')),
    ).toEqual(['<script>']);
    // What stands in the page is let in by what it is, to the letter.
    for (const element of [/<script>([\s\S]*?)<\/script>/, /<style>([\s\S]*?)<\/style>/]) {
      const text = element.exec(html)?.[1] ?? '';
      expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    }
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
  });

  test.each(['/', '/confidentialite', '/catalogue', '/v3/directline/tokens/generate'])(
    'says %s in few bytes, the same in every encoding',
    async (path) => {
      const post = path.startsWith('/v3') && { method: 'POST', body: '{"consultation":"decouverte"}' };
      const ask = (encoding: string) =>
        fetch(app.url + path, {
          headers: { 'Accept-Encoding': encoding, 'Content-Type': 'application/json' },
          ...post,
        });
      const [plain, gzip, br] = await Promise.all(['identity', 'gzip', 'gzip, br'].map(ask));
      const text = (await plain?.text()) ?? '';
      // What fits in a packet is sent as it is.
      const encoded = text.length >= 1_400;
      expect(plain?.headers.get('content-encoding')).toBeNull();
      expect(gzip?.headers.get('content-encoding')).toBe(encoded ? 'gzip' : null);
      expect(br?.headers.get('content-encoding')).toBe(encoded ? 'br' : null);
      if (encoded) expect([await gzip?.text(), await br?.text()]).toEqual([text, text]);
    },
  );

  test('does not compress what is said to whoever bears a cookie beside a secret', async () => {
    const headers = { 'Accept-Encoding': 'br', Cookie: 'some=thing' };
    const page = await get(`${app.url}/confidentialite`, headers);
    expect(page.headers.get('content-encoding')).toBeNull();
  });

  test('keeps its files in the browser for ever, in the smallest encoding', async () => {
    const html = await (await get(app.url)).text();
    const paths = [...html.matchAll(/\/assets\/[\w-]+\.\w+/g)].map(([path]) => path);
    expect(new Set(paths).size).toBe(2);
    for (const path of paths) {
      const file = await get(app.url + path, { 'Accept-Encoding': 'gzip, br' });
      expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(file.headers.get('content-encoding')).toBe('br');
      expect(file.headers.get('vary')).toContain('Accept-Encoding');
      await file.arrayBuffer();
    }
  });

  test('is the same in every encoding', async () => {
    const { files } = await bundlePage();
    for (const { plain, gzip, br } of files.values()) {
      expect(gunzipSync(gzip).equals(plain)).toBe(true);
      expect(brotliDecompressSync(br).equals(plain)).toBe(true);
    }
  }, 30_000);

  test('finds a consultation by a code copied from paper', async () => {
    expect((await get(`${app.url}/c/D%C3%A9couverte`)).status).toBe(200);
  });

  test.each([
    ['fr', 'Cette page n’existe pas', '/c/rien-ici'],
    ['en', 'This page does not exist', '/c/rien-ici'],
    ['fr', 'Cette page n’existe pas', '/c/%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
  ])('tells kindly, in %s, that a code is unknown', async (language, title, path) => {
    const page = await get(app.url + path, { 'Accept-Language': language });
    expect(page.status).toBe(404);
    const html = await page.text();
    expect(html).toContain(title);
    expect(html).toContain('href="/"');
    expect(html).not.toContain('<script>alert');
  });
});
