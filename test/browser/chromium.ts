import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** Where Chromium is on this machine, as people have it, if anywhere. */
export const findChromium = () => find(names);

/** The same engine without windows nor settings, at half the cost of a processor; without it, Chromium. */
export const findEngine = () => find(['chromium-headless-shell', ...names]);

function find(names: readonly string[]): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const candidates = [
    process.env.CHROMIUM_PATH ?? '',
    ...names.flatMap((name) => folders.map((it) => join(it, name))),
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
}

export const remedy =
  'No Chromium on this machine: the browser tests are skipped. Install it (Debian: apt-get install chromium chromium-headless-shell) or set CHROMIUM_PATH.';

const quiet = ['background-networking', 'component-update', 'sync', 'quic', 'gpu'];
export const flags = ['--no-sandbox', '--no-first-run', ...quiet.map((it) => `--disable-${it}`)];

/** The browser that the run opened for all its suites; what a suite opens in it is closed with the suite's connection. */
export function launch(executablePath = findEngine() ?? ''): Promise<Browser> {
  const shared = process.env.TEST_BROWSER;
  return shared === undefined ? chromium.launch({ executablePath, args: flags }) : chromium.connect(shared);
}

export interface Watched {
  readonly page: Page;
  /** What the browser complained about: errors, warnings, breaches of the content policy. */
  readonly complaints: string[];
}

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

/** A new visitor, with nothing remembered. */
export async function visitor(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: desktop,
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (said) => {
    if (['error', 'warning'].includes(said.type())) complaints.push(said.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.violatedDirective}`),
    );
  });
  return { page, complaints };
}
