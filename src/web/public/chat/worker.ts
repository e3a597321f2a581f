import type { Addresses } from '#web/http/pages/assets.ts';

/**
 * The service worker of the chat pages: it holds the shell (page, script, style, icon), so that a reload offline shows what the
 * browser holds of the conversation. It never touches an answer: what is no shell passes as if it were not there.
 * A new edition of the files makes a new worker, which waits until the last page of the former is closed, then lets go of
 * its files: a page that is open never misses one of its own. It is text, like `/integration.js`: a few lines to be read.
 */
export function workerScript({ base, script, style, icon }: Addresses): string {
  const files = [script, style, icon].map((path) => base + path);
  return `const prefix = 'trajectoires:${base}/ ';
const files = ${JSON.stringify(files)};
const name = prefix + files.join(' ');
const patience = 5000;
const isPage = ({ pathname }) => /^${base.replace(/[/.]/g, '\\$&')}\\/(c\\/[^/]+)?$/.test(pathname);
const bare = (url) => url.origin + url.pathname;

async function hold(url) {
  const answer = await fetch(url, { cache: 'no-cache' });
  if (answer.ok) await (await caches.open(name)).put(url, answer);
}

async function install() {
  const cache = await caches.open(name);
  await cache.addAll(files);
  const open = (await clients.matchAll({ includeUncontrolled: true, type: 'window' })).map(({ url }) => url);
  const former = [];
  for (const other of await ours()) for (const { url } of await (await caches.open(other)).keys()) former.push(url);
  const pages = new Set([...open, ...former].map((url) => new URL(url)).filter(isPage).map(bare));
  await Promise.all([...pages].map((url) => hold(url).catch(() => undefined)));
}

const ours = async () => (await caches.keys()).filter((each) => each.startsWith(prefix) && each !== name);

async function page(request) {
  const url = bare(new URL(request.url));
  const held = await (await caches.open(name)).match(url);
  const late = new Promise((done) => setTimeout(done, patience));
  try {
    const fresh = fetch(request);
    const answer = held ? await Promise.race([fresh, late]) : await fresh;
    if (answer === undefined) return held;
    if (answer.ok && !answer.redirected) await (await caches.open(name)).put(url, answer.clone());
    return answer.status < 500 ? answer : (held ?? answer);
  } catch (error) {
    if (held) return held;
    throw error;
  }
}

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) =>
  event.waitUntil(ours().then((former) => Promise.all(former.map((each) => caches.delete(each))))),
);
addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && isPage(url)) event.respondWith(page(request));
  else if (files.includes(url.pathname)) event.respondWith(caches.match(request, { cacheName: name }).then((held) => held ?? fetch(request)));
});
`;
}
