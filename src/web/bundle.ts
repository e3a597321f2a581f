import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compressedOnce } from '#web/http/compression/compression.ts';
import type { Addresses, Asset, Assets, Within } from '#web/http/pages/assets.ts';

const types = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
} as const;
type Extension = keyof typeof types;

/** What an installed page is known by, as devices ask for it; `npm run icons` draws them anew. */
const iconNames = ['icon-192', 'icon-512', 'maskable-192', 'maskable-512'];

/**
 * The page's script and style in memory, minified and compressed, for a site that is served under a path (`base`). Takes about a
 * second the first time: call it at start.
 */
export async function bundlePage(base = ''): Promise<Assets> {
  bundled ??= bundle();
  const { addresses, ...rest } = await bundled;
  return { addresses: { ...addresses, base }, ...rest };
}

let bundled: ReturnType<typeof bundle> | undefined;

async function bundle(): Promise<
  Omit<Assets, 'addresses'> & { readonly addresses: Omit<Addresses, 'base'> }
> {
  const files = new Map<string, Asset>();
  /** Keeps a file at an address that changes with what it holds, and returns that. */
  const file = async (name: string, extension: Extension, content: Promise<Buffer>): Promise<string> => {
    const plain = await content;
    const hash = createHash('sha256').update(plain).digest('hex').slice(0, 12);
    const path = `/assets/${name}-${hash}.${extension}`;
    files.set(path, { type: types[extension], ...(await compressedOnce(plain)) });
    return path;
  };
  const chatStyle = built('./chat-client/style/main.css');
  const [
    script,
    style,
    catalogueStyle,
    resultsStyle,
    entryScript,
    adminScript,
    adminStyle,
    projectionStyle,
    teamsScript,
    teamsStyle,
    roomScript,
    roomStyle,
    tableScript,
    tableStyle,
    icon,
    ...icons
  ] = await Promise.all([
    file('page', 'js', built('./chat-client/main.ts')),
    file('page', 'css', chatStyle),
    file('catalogue', 'css', built('./public/catalogue/style/catalogue.css')),
    file('results', 'css', built('./public/results/style/results.css')),
    file('code', 'js', built('./chat-client/entry-code.ts')),
    file('animation', 'js', built('./admin/client/main.ts')),
    file('animation', 'css', built('./admin/style/admin.css')),
    file('projection', 'css', built('./admin/style/projection.css')),
    file('teams', 'js', built('./public/teams/client/main.ts')),
    file('teams', 'css', built('./public/teams/style/teams.css')),
    file('room', 'js', built('./public/room/client/phone.ts')),
    file('room', 'css', built('./public/room/style/room.css')),
    file('table', 'js', built('./public/table/client/table.ts')),
    file('table', 'css', built('./public/table/style/table.css')),
    file('icon', 'svg', readFile(new URL('./public/chat/icons/icon.svg', import.meta.url))),
    ...iconNames.map((name) =>
      file(name, 'png', readFile(new URL(`./public/chat/icons/${name}.png`, import.meta.url))),
    ),
  ]);
  const [opening, drawing, pageStyle] = await Promise.all([
    // Its first lines know where the site is by the script that the page names before them.
    built('./chat-client/first/opening.ts', { 'import.meta.url': 'document.scripts.script.src' }),
    built('./chat-client/first/draw.ts', { 'import.meta.url': '"http://localhost/assets/"' }, 'page'),
    chatStyle,
  ]);
  return {
    addresses: {
      ...{
        script,
        style,
        catalogueStyle,
        resultsStyle,
        entryScript,
        adminScript,
        adminStyle,
        projectionStyle,
      },
      ...{ teamsScript, teamsStyle, roomScript, roomStyle, tableScript, tableStyle, icon, icons },
    },
    files,
    within: { style: within(pageStyle), opening: within(opening) },
    drawing: drawing.toString(),
  };
}

let building = 0;

/** `known`: what stands for names that the page's modules have and other scripts have not; `as`: the name of what it exports. */
async function built(entry: string, known?: Readonly<Record<string, string>>, as?: string): Promise<Buffer> {
  // Loaded here only: the bundler stays out of the way of a start.
  const { build, stop } = await import('esbuild');
  building += 1;
  const built = build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: known === undefined ? 'esm' : 'iife',
    ...(known && { define: known }),
    ...(as !== undefined && { globalName: as }),
    // Older browsers lack methods that the page calls as well, `findLast` among them.
    target: 'es2022',
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

/** In an element of a page, as it is. */
function within(content: Buffer): Within {
  const text = content.toString();
  return { text, source: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
}
