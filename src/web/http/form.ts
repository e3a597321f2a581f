import type { Request } from 'restify';
import { decoded } from '#documents/tables/csv/decoded.ts';
import { defaultLimits } from './limits.ts';

/** What a form sent: every value a text, several of one name. */
export interface Form {
  /** The first value of a name, without spaces around it; empty when there is none. */
  one(name: string): string;
  all(name: string): readonly string[];
  /** The same as it came, with its line ends. */
  text(name: string): string;
}

const most = 5_000;

/** Reads a form as browsers send it (`application/x-www-form-urlencoded`, or `multipart/form-data` with files of text); nothing when it is none. */
export async function readForm(request: Request): Promise<Form | undefined> {
  const { body } = request;
  const type = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data\b/i.test(type)) {
    const bytes = await received(request);
    return bytes && parts(bytes, type);
  }
  if (typeof body !== 'string' || !/^application\/x-www-form-urlencoded\b/i.test(type)) return undefined;
  return formOf([...new URLSearchParams(body)]);
}

/** The body of a form with files, which restify's parser leaves unread; nothing when it is too long. */
async function received(request: Request): Promise<Buffer<ArrayBuffer> | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > defaultLimits.body) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A form of given pairs. */
function formOf(pairs: readonly (readonly [string, string])[]): Form {
  const taken = pairs.slice(0, most);
  const all = (name: string) => taken.flatMap(([key, value]) => (key === name ? [value] : []));
  const text = (name: string) => all(name)[0] ?? '';
  return { all, text, one: (name) => text(name).trim() };
}

async function parts(body: Buffer<ArrayBuffer>, type: string): Promise<Form | undefined> {
  try {
    const data = await new Response(body, { headers: { 'content-type': type } }).formData();
    const pairs: [string, string][] = [];
    for (const [name, value] of data)
      pairs.push([name, typeof value === 'string' ? value : decoded(await value.bytes())]);
    return formOf(pairs);
  } catch {
    return undefined;
  }
}

/**
 * Whether a form came from a page of ours: by `Sec-Fetch-Site` (Fetch Metadata), else by `Origin` (RFC 6454).
 * A browser that sends neither is held to the form's own token alone.
 */
export function isOurs(request: Request): boolean {
  const { host } = request.headers;
  const [site, origin] = [request.header('sec-fetch-site'), request.header('origin')];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
