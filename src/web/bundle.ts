import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Addresses, Asset, Assets } from '#web/http/pages/assets.ts';

const types = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
} as const;
type Extension = keyof typeof types;

/**
 * The page's script and style in memory, minified and compressed, for a site that is served under a path (`base`). Takes about a
 * second the first time: call it at start.
 */
export async function bundlePage(base = ''): Promise<Assets> {
  bundled ??= bundle();
  const { addresses, files } = await bundled;
  return { addresses: { ...addresses, base }, files };
}

let bundled: ReturnType<typeof bundle> | undefined;

async function bundle(): Promise<
  Omit<Assets, 'addresses'> & { readonly addresses: Omit<Addresses, 'base'> }
> {
  const [script, style, catalogueStyle, resultsStyle, adminScript, adminStyle, projectionStyle, icon] =
    await Promise.all([
      file('page', 'js', built('./chat-client/main.ts')),
      file('page', 'css', built('./chat-client/style/main.css')),
      file('catalogue', 'css', built('./public/catalogue/style/catalogue.css')),
      file('results', 'css', built('./public/results/style/results.css')),
      file('animation', 'js', built('./admin/client/main.ts')),
      file('animation', 'css', built('./admin/style/admin.css')),
      file('projection', 'css', built('./admin/style/projection.css')),
      file('icon', 'svg', readFile(new URL('./public/chat/icon.svg', import.meta.url))),
    ]);
  const all = [script, style, catalogueStyle, resultsStyle, adminScript, adminStyle, projectionStyle, icon];
  return {
    addresses: {
      script: script.path,
      style: style.path,
      catalogueStyle: catalogueStyle.path,
      resultsStyle: resultsStyle.path,
      adminScript: adminScript.path,
      adminStyle: adminStyle.path,
      projectionStyle: projectionStyle.path,
      icon: icon.path,
    },
    files: new Map(all.map(({ path, asset }) => [path, asset])),
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
  content: Promise<Buffer>,
): Promise<{ path: string; asset: Asset }> {
  const plain = await content;
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
