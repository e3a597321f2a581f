import type { Browser, CDPSession } from 'playwright-core';
import { visitor } from '../../browser/chromium.ts';

/** A phone's way to the server, as Chromium plays it. */
export interface Network {
  readonly name: string;
  /** Milliseconds between a request and the first byte of its answer, at least. */
  readonly latency: number;
  /** Kilobits a second, down and up. */
  readonly kbps: number;
}

/** One newcomer's first moments; milliseconds since they followed the link. */
export interface Visit {
  readonly firstPaint: number;
  readonly firstCard: number;
  /** Bytes over the network, headers and socket included, when the first card could be answered, then once all was still. */
  readonly bytes: number;
  readonly bytesInAll: number;
  /** From a tap on the card's way forward, made as soon as the card is there, to the first frame that shows it was felt. */
  readonly reaction: number;
  readonly secondCard: number;
}

/** The way forward of a card, ours or Web Chat's. */
const forward = '.ac-pushButton';

export async function visit(
  browser: Browser,
  url: string,
  network: Network,
  socketBytes: () => number,
): Promise<Visit> {
  const { page } = await visitor(browser, { viewport: { width: 360, height: 740 }, hasTouch: true });
  page.setDefaultTimeout(120_000);
  const session = await page.context().newCDPSession(page);
  const wire = await listen(session, socketBytes);
  await slow(session, network);
  await page.addInitScript(watch, forward);
  await page.goto(url, { waitUntil: 'commit' });
  const firstCard = await page.waitForFunction(
    () => performance.getEntriesByName('first-card')[0]?.startTime,
  );
  const bytes = wire.bytes();
  const { x, y } = await page.evaluate(wayForward, forward);
  await page.touchscreen.tap(x, y);
  const secondCard = await page.waitForFunction(
    () => performance.getEntriesByName('second-card')[0]?.startTime,
  );
  await wire.still();
  const told = await page.evaluate(() => ({
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    reaction: performance.getEntriesByName('reaction')[0]?.duration ?? Number.NaN,
  }));
  const result = {
    ...told,
    firstCard: Number(await firstCard.jsonValue()),
    secondCard: Number(await secondCard.jsonValue()),
    ...{ bytes, bytesInAll: wire.bytes() },
  };
  await page.context().close();
  return result;
}

/** In the page: brings the first card's way forward into sight, and says where it is. */
function wayForward(forward: string) {
  const all = [...document.querySelectorAll(forward)].filter((one) => one.getClientRects().length > 0);
  const button = all.find((one) => one.matches('.style-positive')) ?? all[0];
  button?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
  return { x: x + width / 2, y: y + height / 2 };
}

/** In the page: notes the frame in which the first card stands, the one that shows a tap was felt, and the next card. */
function watch(forward: string) {
  const cards = () =>
    [...document.querySelectorAll('.ac-adaptiveCard')].filter((card) => card.querySelector(forward)).length;
  const seen = (name: string) => performance.getEntriesByName(name).length > 0;
  let tapped: number | undefined;
  let before = '';
  const shown = () => `${document.querySelectorAll('[aria-busy=true], .mine, .webchat__bubble').length}`;
  addEventListener(
    'pointerdown',
    ({ timeStamp }) => {
      tapped ??= timeStamp;
      before = shown();
    },
    true,
  );
  const frame = () => {
    const now = performance.now();
    const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
    if (!seen('first-card') && painted && cards() > 0) performance.mark('first-card');
    if (tapped !== undefined && !seen('reaction') && shown() !== before)
      performance.measure('reaction', { start: tapped, end: now });
    if (seen('first-card') && !seen('second-card') && cards() > 1) performance.mark('second-card');
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

async function slow(session: CDPSession, { latency, kbps }: Network): Promise<void> {
  const throughput = (kbps * 1000) / 8;
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Counts what comes and goes; of a file under way, what has come of it. */
async function listen(session: CDPSession, socketBytes: () => number) {
  const before = socketBytes();
  let done = 0;
  let last = performance.now();
  const came = new Map<string, number>();
  const note = () => {
    last = performance.now();
  };
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    came.set(requestId, (came.get(requestId) ?? 0) + encodedDataLength);
    note();
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    came.delete(requestId);
    done += encodedDataLength;
    note();
  });
  session.on('Network.webSocketFrameReceived', note);
  await session.send('Network.enable');
  return {
    bytes: () => socketBytes() - before + done + [...came.values()].reduce((sum, part) => sum + part, 0),
    async still() {
      while (performance.now() - last < 2_000) await new Promise((next) => setTimeout(next, 100));
    },
  };
}
