import type { Next, Request, Response } from 'restify';
import { chosenEncoding, compressedNow, type Encoding } from './compression.ts';

/** In bytes: what is smaller fits in one packet as it is; what is longer would hold up the others' turns. */
const worthIt = { least: 1_400, most: 262_144 };

/**
 * Compresses the texts that leave by `sendRaw`. Not those for whoever bears a cookie: a page that holds a secret beside what its
 * address says would tell of the secret by its length (BREACH, https://breachattack.com).
 */
export function compressAnswers(request: Request, response: Response, next: Next): void {
  const accepted = request.headers['accept-encoding'];
  const encoding = accepted === undefined ? 'plain' : chosenEncoding(accepted);
  const isKnown = request.headers.cookie !== undefined;
  if (encoding !== 'plain' && request.method !== 'HEAD' && !isKnown) compressing(response, encoding);
  next();
}

function compressing(response: Response, encoding: Exclude<Encoding, 'plain'>): void {
  const send = response.sendRaw.bind(response);
  const sendRaw = (status: number, body: string | Buffer, headers: Readonly<Record<string, string>> = {}) => {
    const { length } = body;
    if (!isText(headers) || length < worthIt.least || length > worthIt.most) send(status, body, headers);
    // At once: restify counts on it that an answer leaves while its handler runs.
    else
      send(status, compressedNow(Buffer.from(body), encoding), { ...headers, ...encoded(encoding, headers) });
  };
  Object.assign(response, { sendRaw });
}

/** What says its encoding already is sent as it is. */
const isText = (headers: Readonly<Record<string, string>>): boolean =>
  headers['Content-Encoding'] === undefined &&
  /^(text\/(?!event-stream)|application\/(json|[\w.-]+\+json|xml)|image\/svg\+xml)/.test(
    headers['Content-Type'] ?? '',
  );

const encoded = (encoding: string, { Vary: vary }: Readonly<Record<string, string>>) => ({
  'Content-Encoding': encoding,
  Vary: vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding`,
});
