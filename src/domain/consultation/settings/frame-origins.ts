import { type Part, unchanged } from './part.ts';
import { type ConsultationSettings, wrong } from './settings.ts';

/** The sites that may show a conversation, as somebody wrote them; or what is wrong, line by line. */
type Origins = { readonly origins: readonly string[] } | { readonly wrong: readonly WrongLine[] };

/** `n`: from 1 on; `instead`: what to write in its place. */
type WrongLine = { readonly n: number; readonly text: string } & Wrong;
type Wrong =
  | { readonly why: 'instead'; readonly origin: string }
  | { readonly why: 'no-address' }
  | { readonly why: 'too-many' };

export const mostOrigins = 20;
const longest = 200;

/**
 * Reads one origin a line (RFC 6454). Only what a Content-Security-Policy takes as one host passes: no joker that lets
 * in a whole domain, no sign that could end the list of sources.
 */
export function readOrigins(text: string): Origins {
  const lines = text
    .split(/\r?\n/)
    .map((line, i) => ({ n: i + 1, text: line.trim() }))
    .filter(({ text }) => text !== '');
  const origins = new Set<string>();
  const wrong: WrongLine[] = [];
  for (const line of lines) {
    const read = judged(line.text);
    if ('why' in read) wrong.push({ n: line.n, text: line.text.slice(0, longest), ...read });
    else if (origins.size < mostOrigins || origins.has(read.origin)) origins.add(read.origin);
    else wrong.push({ ...line, why: 'too-many' });
  }
  return wrong.length > 0 ? { wrong } : { origins: [...origins] };
}

function judged(text: string): { readonly origin: string } | Wrong {
  const isHttp = /^http:\/\//i.test(text);
  const origin = siteOf(isHttp || /^https:\/\//i.test(text) ? text : `https://${text}`);
  if (origin === undefined) return { why: 'no-address' };
  if (isHttp && !thisMachine.has(new URL(origin).hostname))
    return { why: 'instead', origin: origin.replace(/^http/, 'https') };
  // Alone, with or without a last slash.
  return /^https?:\/\/[^/?#@\\]+\/?$/i.test(text) ? { origin } : { why: 'instead', origin };
}

/** The site of an address, if it has one that can be named alone. */
function siteOf(address: string): string | undefined {
  if (address.length > longest || !URL.canParse(address)) return undefined;
  const { origin, hostname } = new URL(address);
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) || thisMachine.has(hostname);
  return isName ? origin : undefined;
}

/** Where a site is tried out before it is put on line: no certificate is needed there. */
const thisMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/** The sites that may show the conversation in a frame. */
export function framesOf({ frameOrigins }: ConsultationSettings): Part {
  if (frameOrigins === undefined) return unchanged;
  const read = readOrigins(frameOrigins.map((one) => one.replace(/\s+/g, ' ')).join('\n'));
  if ('wrong' in read)
    return {
      ...unchanged,
      problems: read.wrong.map(({ n, ...line }) =>
        wrong('frameOrigins', 'origin', [`${n - 1}`], { ...line }),
      ),
    };
  return {
    changed: read.origins.length === 0 ? {} : { frameOrigins: [...read.origins] },
    drop: ['frameOrigins'],
    problems: [],
  };
}
