import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';

/** A town's site on a port of its own: `localhost` is another site than the program's 127.0.0.1. */
export interface Town {
  readonly url: string;
  /** The same pages under an address that nobody allowed. */
  readonly stranger: string;
  close(): Promise<void>;
}

export async function townSite(pages: Readonly<Record<string, string>>): Promise<Town> {
  const server: Server = createServer((request, response) => {
    const body = pages[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    stranger: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** A page of the town's around a line. */
export const around = (line: string, language = 'fr') =>
  `<!doctype html><html lang="${language}"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Bourg-Neuf</title><h1>Notre commune</h1><p>Votre avis :</p>${line}<p id="after">La suite de la page</p>`;

export const inFrame = async (page: Page): Promise<Frame> => {
  const handle = await page.locator('iframe').elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('The page holds no frame');
  return frame;
};

/** Says yes to the consent, and waits for what is asked next. */
export async function consent(frame: Frame | Page): Promise<void> {
  const cards = frame.locator('.theirs .card');
  await cards.last().waitFor();
  const before = await cards.count();
  await cards.last().locator('.ac-pushButton.style-positive').last().click();
  await cards.nth(before).waitFor();
}
