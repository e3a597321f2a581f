import type { Server } from 'restify';

/** A request to one route, with the canary wherever a request can hold it. */
export interface Song {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Route {
  readonly method: string;
  readonly path: string;
}

type Sent = Pick<Song, 'headers' | 'body'>;

interface Caller {
  readonly headers: Readonly<Record<string, string>>;
  /** What their forms carry. */
  readonly token?: string;
}

/** What stands for each parameter of a path when it is to be found; the canary does when it is not. */
type Params = Readonly<Record<string, string>>;

/** Every route that a server has, once for each caller, each kind of body, and parameters that lead somewhere or nowhere. */
export function songs(
  server: Server,
  canary: string,
  callers: readonly Caller[],
  params: Params,
): readonly Song[] {
  const query = new URLSearchParams(
    ['t', 'lang', 'vers', 'code', 'state', 'error'].map((name) => [name, canary]),
  );
  const song = ({ method, path }: Route, params: Params, caller: Caller, body: Sent): Song => ({
    method,
    path: `${filled(path, params, canary)}?${query}`,
    ...body,
    headers: { ...everywhere(canary), ...body.headers, ...caller.headers },
  });
  return routesOf(server).flatMap((route) =>
    callers.flatMap((caller) => {
      const sent = bodies(route.method, canary, caller);
      return [
        ...sent.map((body) => song(route, params, caller, body)),
        song(route, {}, caller, sent[0] ?? { headers: {} }),
      ];
    }),
  );
}

/** Those that only read come first, so that the others have something to spoil. */
export function routesOf(server: Server): readonly Route[] {
  const rank = ({ method }: Route) => ['DELETE', 'PATCH', 'PUT', 'POST', 'HEAD', 'GET'].indexOf(method);
  return Object.values(server.router.getRoutes())
    .map(({ method, path }) => ({ method: `${method}`, path: `${path}` }))
    .toSorted((a, b) => rank(b) - rank(a));
}

const filled = (path: string, params: Params, canary: string) =>
  path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? canary);

/** `animation` is the session's cookie: the canary is a forged one. */
const everywhere = (canary: string) => ({
  authorization: `Bearer ${canary}`,
  cookie: `animation=${canary}; passage=${canary}; langue=${canary}`,
  referer: `http://127.0.0.1/?${canary}`,
  'user-agent': canary,
  'if-match': canary,
  'if-none-match': canary,
  'x-forwarded-for': canary,
  'accept-language': canary,
});

function bodies(method: string, canary: string, { token = canary }: Caller): readonly Sent[] {
  if (method === 'GET' || method === 'HEAD') return [{ headers: {} }];
  const fields = ['title', 'name', 'text', 'reason', 'url', 'code', 'retour', 'organisation', 'quote'];
  const form = new URLSearchParams([['jeton', token], ...fields.map((name) => [name, canary])]);
  const json = JSON.stringify({
    ...Object.fromEntries(fields.map((name) => [name, canary])),
    type: 'message',
    from: { id: canary },
  });
  return [
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `${form}` },
    { headers: { 'content-type': 'application/json' }, body: json },
    { headers: { 'content-type': 'application/json' }, body: `{"text": ${canary}` },
    {
      headers: { 'content-type': `multipart/form-data; boundary=${canary}` },
      body: `--${canary}\r\n${canary}`,
    },
  ];
}
