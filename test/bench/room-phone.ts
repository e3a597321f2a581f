import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';

/** One telephone of the room: a kept connection for its taps, and one on which the server tells of each step. */
export interface BenchPhone {
  /** What is asked, as the last step told it; settles with the next one that takes answers in the vote. */
  asked(vote: string): Promise<Readonly<Record<string, string>>>;
  /** Sends an answer and resolves once the server has acknowledged it; tries again for as long as it cannot be reached. */
  tap(fields: Readonly<Record<string, string>>, point: number): Promise<void>;
  close(): void;
}

/**
 * Node's own client costs more than the server under measure, on the same processors: this one writes a request in one piece and
 * reads no more of the answer than it needs.
 */
export async function benchPhone(url: string, code: string): Promise<BenchPhone> {
  const path = `/c/${code}/direct`;
  const page = await fetch(`${url}${path}?lang=fr`);
  await page.arrayBuffer();
  const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const { hostname, port, host } = new URL(url);
  const open = () => createConnection({ host: hostname, port: Number(port), noDelay: true });
  let isOver = false;
  let last = '';
  let told = Promise.withResolvers<void>();
  let stream: Socket;
  const follow = () => {
    stream = open();
    stream.on('connect', () =>
      stream.write(`GET ${path}/flux?lang=fr HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`),
    );
    stream.on('data', (chunk) => {
      const text = String(chunk);
      if (!text.includes('data: ')) return;
      last = text;
      told.resolve();
      told = Promise.withResolvers();
    });
    stream.on('error', () => {});
    // As a browser does it.
    stream.on('close', () => isOver || setTimeout(follow, 300));
  };
  follow();
  const post = async (body: string): Promise<string> => {
    const socket = open();
    try {
      await once(socket, 'connect');
      socket.write(
        `POST ${path}?lang=fr HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
      const [answer] = await Promise.race([
        once(socket, 'data'),
        once(socket, 'close').then(() => {
          throw new Error('closed');
        }),
      ]);
      return String(answer);
    } finally {
      socket.destroy();
    }
  };
  return {
    async asked(vote) {
      for (;;) {
        const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(last)?.[1] ?? '';
        if (field('vote') === vote) return { seance: field('seance'), tour: field('tour'), vote };
        await told.promise;
      }
    },
    async tap(fields, point) {
      const body = new URLSearchParams({ ...fields, point: `${point}` }).toString();
      for (;;) {
        const answer = await post(body).catch(() => '');
        if (/^HTTP\/1\.1 303/.test(answer) && !answer.includes('dit=')) return;
        if (answer !== '') throw new Error(`The server answered ${answer.slice(0, 200)}`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
    close() {
      isOver = true;
      stream.destroy();
    },
  };
}
