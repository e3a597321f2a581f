import type { IncomingMessage, ServerResponse } from 'node:http';
import onHeaders from 'on-headers';
import type { Server } from 'restify';

/**
 * Serves a site under a path of its host, such as `/consultation`; none: at its root. Inside, every address is written from
 * the site's root. Here the path is taken off what comes in, whether or not a proxy did so before, and put on what goes
 * out in headers. Pages put it on their own addresses (`./pages/document.ts`).
 */
export function serveUnder({ server: http }: Server, base: string): void {
  if (base === '') return;
  const answered = (request: IncomingMessage, response: ServerResponse) => {
    enter(request, base);
    onHeaders(response, () => leave(response, base));
  };
  // Before all who look at the address, the guard and the preflight of Direct Line among them.
  for (const event of ['request', 'checkContinue', 'checkExpectation']) http.prependListener(event, answered);
  http.prependListener('upgrade', (request: IncomingMessage) => enter(request, base));
}

/** The path of an address under which a site is served, without a final slash; empty at a host's root. */
export const basePathOf = (publicUrl: string): string => new URL(publicUrl).pathname.replace(/\/+$/, '');

/** What the addresses of the site begin with: a path that begins so could not be told from them. */
export const ownFolders: readonly string[] = [
  'accessibilite',
  'animation',
  'api',
  'assets',
  'c',
  'catalogue',
  'confidentialite',
  'facilitator',
  'healthz',
  'integration.js',
  'mentions',
  'readyz',
  'schemas',
  't',
  'teams',
  'v3',
  'worker.js',
];

function enter(request: IncomingMessage, base: string): void {
  const { url = '' } = request;
  if (!url.startsWith(base)) return;
  const rest = url.slice(base.length);
  // `/consultations` is not under `/consultation`.
  if (/^[/?]|^$/.test(rest)) request.url = `/${rest.replace(/^\/+/, '')}`;
}

function leave(response: ServerResponse, base: string): void {
  const location = response.getHeader('Location');
  if (typeof location === 'string' && /^\/(?!\/)/.test(location))
    response.setHeader('Location', base + location);
  const cookies = [response.getHeader('Set-Cookie') ?? []].flat().map(String);
  // No `__Host-` before their names: it demands the path `/`, and other programs of the host would receive them.
  if (cookies.length > 0)
    response.setHeader(
      'Set-Cookie',
      cookies.map((cookie) => cookie.replace(/(;\s*Path=)(?=\/)/i, `$1${base}`)),
    );
}
