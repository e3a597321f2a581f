/**
 * What a newcomer's phone makes of the first page: `npm run bench -- page [folder of another checkout]`. Our page and
 * Microsoft's Web Chat (fetched from npm for the run), from one server, over two slow networks, on a processor four times slower.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findChromium, launch, remedy } from '../browser/chromium.ts';
import { startCheckout } from './memory/checkout.ts';
import { type Front, frontOf } from './page/front.ts';
import { type Network, type Visit, visit } from './page/visit.ts';

const networks: readonly Network[] = [
  { name: '150 ms, 1.6 Mbps', latency: 150, kbps: 1600 },
  { name: '400 ms, 400 kbps', latency: 400, kbps: 400 },
];
const visits = Number(process.env.VISITS ?? 5);
const chromium = findChromium();
if (chromium === undefined) throw new Error(remedy);
const dir = await mkdtemp(join(tmpdir(), 'trajectoires-bench-'));
const program = await startCheckout(resolve(process.argv[3] ?? '.'), join(dir, 'data'));
const browser = await launch(chromium);
try {
  const front = await frontOf(program.url, dir, 'decouverte');
  for (const network of networks) console.table(await rows(front, network));
  front.close();
} finally {
  await browser.close();
  await program.stop();
  await rm(dir, { recursive: true, force: true });
}

async function rows({ url, socketBytes }: Front, network: Network) {
  // Once unmeasured: what is compressed or drawn at the first look is what a second person gets.
  await visit(browser, `${url}/c/decouverte`, { name: '', latency: 0, kbps: 100_000 }, socketBytes);
  const ours = [];
  for (let i = 0; i < visits; i++)
    ours.push(await visit(browser, `${url}/c/decouverte`, network, socketBytes));
  const theirs =
    process.env.WEB_CHAT === '0' ? [] : [await visit(browser, `${url}/web-chat`, network, socketBytes)];
  return { [`ours, ${network.name}`]: row(ours), ...(theirs.length > 0 && { 'Web Chat': row(theirs) }) };
}

/** The median of each figure. */
function row(all: readonly Visit[]) {
  const of = (figure: keyof Visit) =>
    Math.round(
      all.map((one) => one[figure]).toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN,
    );
  return {
    'first paint ms': of('firstPaint'),
    'first card ms': of('firstCard'),
    'KB then': of('bytes') / 1000,
    'KB in all': of('bytesInAll') / 1000,
    'tap to reaction ms': of('reaction'),
    'next card ms': of('secondCard'),
  };
}
