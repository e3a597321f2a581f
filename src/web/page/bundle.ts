import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Asset, Assets } from './assets.ts';

const types = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
} as const;
type Extension = keyof typeof types;

/** Builds the page's script and style in memory, minified and compressed. Takes about a second; call it once at start. */
export async function bundlePage(): Promise<Assets> {
  const [script, style, catalogueStyle, resultsStyle, icon] = await Promise.all([
    built('client/main.ts'),
    built('client/style/main.css'),
    built('../catalogue/style/catalogue.css'),
    built('../results/style/results.css'),
    readFile(new URL('icon.svg', import.meta.url)),
  ]);
  const named = await Promise.all([
    file('page', 'js', script),
    file('page', 'css', style),
    file('catalogue', 'css', catalogueStyle),
    file('results', 'css', resultsStyle),
    file('icon', 'svg', icon),
  ]);
  const [scriptPath = '', stylePath = '', cataloguePath = '', resultsPath = '', iconPath = ''] = named.map(
    ({ path }) => path,
  );
  return {
    addresses: {
      script: scriptPath,
      style: stylePath,
      catalogueStyle: cataloguePath,
      resultsStyle: resultsPath,
      icon: iconPath,
    },
    files: new Map(named.map(({ path, asset }) => [path, asset])),
  };
}

let building = 0;

async function built(entry: string): Promise<Buffer> {
  // Loaded here only: the bundler stays out of the way of a start.
  const { build, stop } = await import('esbuild');
  building += 1;
  const built = build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const { outputFiles } = await built.finally(() => {
    building -= 1;
    // Its process would wait beside ours for ever.
    if (building === 0) void stop();
  });
  return Buffer.concat(outputFiles.map(({ contents }) => contents));
}

async function file(
  name: string,
  extension: Extension,
  plain: Buffer,
): Promise<{ path: string; asset: Asset }> {
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 12);
  const [gzipped, br] = await Promise.all([
    promisify(gzip)(plain, { level: 9 }),
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
  ]);
  return {
    path: `/assets/${name}-${hash}.${extension}`,
    asset: { type: types[extension], plain, gzip: gzipped, br },
  };
}
