import type { Request } from 'restify';

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
