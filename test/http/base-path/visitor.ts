/** A browser without a script: it keeps cookies by their path, and follows nothing by itself. */
export interface Visitor {
  fetch(address: URL, init?: RequestInit): Promise<Response>;
  /** Every cookie it was given, as it came. */
  readonly given: readonly string[];
}

/** `bearer`: the key shown to the programming interface. */
export function visitor(bearer?: string): Visitor {
  const jar = new Map<string, { readonly path: string; readonly pair: string }>();
  const given: string[] = [];
  const sent = ({ pathname }: URL) =>
    [...jar.values()].filter(({ path }) => isUnder(pathname, path)).map(({ pair }) => pair);
  return {
    given,
    async fetch(address, init = {}) {
      const headers = new Headers(init.headers);
      headers.set('cookie', sent(address).join('; '));
      if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
      const answer = await fetch(address, { redirect: 'manual', ...init, headers });
      for (const line of answer.headers.getSetCookie()) {
        given.push(line);
        const [pair = ''] = line.split(';');
        const path = /;\s*Path=([^;]*)/i.exec(line)?.[1] ?? '/';
        jar.set(`${pair.split('=')[0]} ${path}`, { path, pair });
      }
      return answer;
    },
  };
}

/** As RFC 6265 matches paths (5.1.4). */
const isUnder = (path: string, cookie: string): boolean =>
  path === cookie || path.startsWith(cookie.endsWith('/') ? cookie : `${cookie}/`);
