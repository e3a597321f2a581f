import { addressesIn, type Named } from './addresses.ts';
import { type Visitor, visitor } from './visitor.ts';

interface Walked {
  /** Every path that was looked at. */
  readonly paths: readonly string[];
  /** What is named outside the place of the site, and where it is named. */
  readonly outside: readonly string[];
  /** What is named and does not answer. */
  readonly silent: readonly string[];
}

/** Follows every address that the site names from some of them on; each path once. `place`: where the site is. */
export async function walk(place: URL, from: readonly URL[], by: Visitor): Promise<Walked> {
  const known = new Set<string>();
  const paths: string[] = [];
  const outside: string[] = [];
  const silent: string[] = [];
  const ways: (Named & { readonly on: string })[] = from.map((address) => ({
    ...{ address, method: 'GET', on: 'the start' },
  }));
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const { address, method, on } = way;
    const { pathname } = address;
    const told = `${method} ${pathname} (on ${on})`;
    if (!`${pathname}/`.startsWith(place.pathname)) outside.push(told);
    else if (!known.has(kindOf(way))) {
      known.add(kindOf(way));
      paths.push(pathname);
      const { answer, text } = await looked(address, method, by);
      if ([404, 405].includes(answer.status) || answer.status >= 500)
        silent.push(`${told}: ${answer.status}`);
      ways.push(...addressesIn(answer, text, address).map((one) => ({ ...one, on: pathname })));
    }
  }
  return { paths, outside, silent };
}

/** Of the pages of trajectories, which are all alike, one is looked at. */
const kindOf = ({ address, method }: Named): string =>
  `${method} ${address.pathname.replace(/(\/catalogue\/[^/]+)\/.+/, '$1/…')}`;

/** What is posted changes nothing, and what takes long to make is not made: both are asked for by a stranger. */
async function looked(address: URL, method: Named['method'], by: Visitor) {
  const asked = method === 'POST' || isMade.test(address.pathname) ? visitor() : by;
  const leaving = new AbortController();
  const answer = await asked.fetch(address, {
    method,
    signal: leaving.signal,
    ...(method === 'POST' && { body: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  });
  const lasts = answer.headers.get('content-type')?.startsWith('text/event-stream');
  if (lasts) leaving.abort();
  return { answer, text: lasts ? '' : await answer.text() };
}

/** Documents and pictures of the space. */
const isMade = /\/animation\/.*\b(pdf|docx|pptx|xlsx|zip|png|all)$/;
