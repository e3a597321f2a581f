import type { Request, Response, Server } from 'restify';
import type { DataLinks } from '#channels/data-links.ts';
import type { Store } from '#store/store.ts';
import { serveGet } from '#web/http/serve-get.ts';
import type { Expired } from './expired.ts';

/** Everything kept of a person, as a file of theirs. */
interface MyData {
  readonly filename: string;
  /** Sent as JSON. */
  readonly body: unknown;
}

export interface MyDataOptions {
  /** What a link's token leads to; nothing when it is forged or past its time, or when the person was erased. */
  readonly myData: (token: string) => Promise<MyData | undefined>;
  readonly expired: Expired;
}

/** `GET /api/my-data?t=…`: a person downloads what is kept of them; past the link's time, they read how to ask again. */
export function mountMyData(server: Server, { myData, expired }: MyDataOptions): void {
  serveGet(server, '/api/my-data', async (request: Request, response: Response) => {
    const token = new URLSearchParams(request.getQuery()).get('t') ?? '';
    const found = token === '' ? undefined : await myData(token);
    if (found === undefined) await expired(request, response);
    else download(response, found);
  });
}

/** Sends what is a person's own as a file. */
export function download(response: Response, { filename, body }: MyData): void {
  const safe = filename.replace(/[^\w.-]+/g, '-').slice(0, 100);
  response.sendRaw(200, `${JSON.stringify(body, undefined, 2)}\n`, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${safe}"`,
    'Cache-Control': 'no-store',
  });
}

/** Everything that is kept of the person a link speaks for. */
export const createMyData =
  (store: Store, dataLinks: DataLinks): MyDataOptions['myData'] =>
  async (token) => {
    const id = dataLinks.read(token);
    const person = id === undefined ? undefined : await store.load('participant', id);
    if (person === undefined) return undefined;
    // What a retry needs is ours, not theirs.
    const { handled: _handled, traces: _traces, ...theirs } = person;
    return { filename: `trajectoires-${person.consultation}.json`, body: theirs };
  };
