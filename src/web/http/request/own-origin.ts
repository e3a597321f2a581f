import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Whether a request came from a page of ours. */
export type IsOurs = (request: IncomingMessage) => boolean;

/**
 * By `Sec-Fetch-Site` (Fetch Metadata) and `Origin` (RFC 6454), of which neither may say otherwise; a browser that sends
 * neither is held to the form's own token alone. Pages that tell no referrer, as ours, send the origin `null`, which counts
 * for nothing beside the other header. Ours is the origin of the public address, whatever a proxy makes of Host. Without a
 * public address it is the request's own Host, written as an address or as `localhost`: any other name could have been
 * made to lead here.
 */
export function createOriginCheck(publicUrl: string | undefined): IsOurs {
  const known = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  return ({ headers }) => {
    const { origin, host } = headers;
    const site = headers['sec-fetch-site'];
    const isSameOrigin = origin === undefined || origin === (known ?? asReached(host));
    if (site === undefined) return isSameOrigin;
    return (site === 'same-origin' || site === 'none') && (isSameOrigin || origin === 'null');
  };
}

/** The origin of a page under this Host; nothing for a name. */
function asReached(host = ''): string | undefined {
  const address = `http://${host}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname, origin } = new URL(address);
  const isAddress = hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) > 0;
  return isAddress ? origin : undefined;
}

/** Whether the browser says where a request comes from, so that nothing is left to the form's own token. */
export const tellsItsOrigin = ({ headers }: IncomingMessage): boolean =>
  headers['sec-fetch-site'] === undefined
    ? headers.origin !== undefined
    : headers['sec-fetch-site'] === 'same-origin';
