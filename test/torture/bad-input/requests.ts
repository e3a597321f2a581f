import type { Rng } from '#src/tools/simulate/rng.ts';
import { oddObject, oddText, oddValue } from './odd.ts';

/** What makes a request go further than the first check. */
export interface Credentials {
  readonly cookie: string;
  readonly formToken: string;
  readonly apiKey: string;
  readonly lineToken: string;
}

export interface Route {
  readonly method: string;
  readonly path: string;
}

/** A request as its bytes, and whether its body is as long as it says. */
export interface OddRequest {
  readonly bytes: Buffer;
  readonly isWhole: boolean;
}

/** One request for a route, with something odd in one place or in many. */
export function oddRequest(
  rng: Rng,
  route: Route,
  { cookie, formToken, apiKey, lineToken }: Credentials,
  names: readonly string[],
): OddRequest {
  const path = route.path.replace(/:(\w+)/g, (_, name) => value(rng, name));
  const query = rng.chance(0.3)
    ? `?${rng.pick(['lang', 't', 'watermark', 'x', 'categories'])}=${bare(oddText(rng))}`
    : '';
  const headers: [string, string][] = [['Host', rng.chance(0.05) ? bare(oddText(rng)) : '127.0.0.1']];
  if (rng.chance(0.7)) headers.push(['Cookie', rng.chance(0.85) ? cookie : bare(oddText(rng))]);
  if (rng.chance(0.7)) {
    const token = path.startsWith('/v3') ? lineToken : apiKey;
    headers.push(['Authorization', rng.chance(0.85) ? `Bearer ${token}` : bare(oddText(rng))]);
  }
  for (const name of odd) if (rng.chance(0.05)) headers.push([name, bare(oddText(rng)).slice(0, 300)]);
  const method = rng.chance(0.05)
    ? rng.pick(['PUT', 'PATCH', 'OPTIONS', 'TRACE', 'SEARCH', 'HEAD'])
    : route.method;
  const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(rng, formToken, names);
  const isWhole = body === undefined || rng.chance(0.97);
  if (body !== undefined) {
    headers.push(['Content-Type', body.type]);
    const length = isWhole ? `${body.bytes.length}` : rng.pick(['-1', '1e9', '99', 'x']);
    headers.push(['Content-Length', length]);
  }
  headers.push(['Connection', 'close']);
  const head = [`${method} ${path}${query} HTTP/1.1`, ...headers.map(([name, its]) => `${name}: ${its}`)];
  return {
    isWhole,
    bytes: Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body?.bytes ?? Buffer.alloc(0)]),
  };
}

const odd = [
  'Accept-Language',
  'Content-Encoding',
  'Origin',
  'If-Match',
  'X-Forwarded-For',
  'Accept',
  'Range',
  'Expect',
  'Accept-Version',
];

/** In the place of a parameter: something that is there more often than not. */
function value(rng: Rng, name: string): string {
  const known = { code: 'decouverte', catalogue: 'trajectoires', format: 'json', file: 'page.js' }[name];
  return known !== undefined && rng.chance(0.7)
    ? known
    : encodeURIComponent(oddText(rng).toWellFormed()).slice(0, 2000) || '-';
}

/** Without what would end a line of the request. */
const bare = (text: string): string => encodeURI(text.toWellFormed()).replaceAll('%25', '%').slice(0, 4000);

function bodyOf(rng: Rng, formToken: string, names: readonly string[]): { type: string; bytes: Buffer } {
  const json = () => Buffer.from(JSON.stringify(oddObject(rng, names)));
  switch (rng.below(6)) {
    case 0:
    case 1:
      return { type: 'application/json', bytes: json() };
    case 2:
    case 3:
      return { type: 'application/x-www-form-urlencoded', bytes: formOf(rng, formToken, names) };
    case 4:
      return {
        type: rng.pick([
          'application/json',
          'text/plain',
          'multipart/form-data; boundary=x',
          bare(oddText(rng)),
        ]),
        bytes: noise(rng),
      };
    default:
      return {
        type: 'application/json; charset=utf-8',
        bytes: Buffer.from(JSON.stringify(oddValue(rng, names)) ?? 'x'),
      };
  }
}

function formOf(rng: Rng, formToken: string, names: readonly string[]): Buffer {
  const form = new URLSearchParams(rng.chance(0.9) ? { jeton: formToken } : {});
  for (let i = rng.below(8); i > 0; i--) form.append(rng.pick(names) ?? 'x', oddText(rng).toWellFormed());
  return Buffer.from(form.toString());
}

const noise = (rng: Rng): Buffer => Buffer.from(Array.from({ length: rng.below(300) }, () => rng.below(256)));
