import type { Request, Response } from 'restify';

/** One file of the page, ready to be sent in each encoding. */
export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly br: Buffer;
}

/** Where the page finds its files, from the site's root; the name changes with the content, so that a browser may keep them for ever. */
export interface Addresses {
  /** The path under which the site is served, without a final slash; empty at a host's root. */
  readonly base: string;
  readonly script: string;
  readonly style: string;
  readonly catalogueStyle: string;
  readonly resultsStyle: string;
  readonly adminScript: string;
  readonly adminStyle: string;
  readonly projectionStyle: string;
  readonly icon: string;
}

export interface Assets {
  readonly addresses: Addresses;
  /** By path, `/assets/...`. */
  readonly files: ReadonlyMap<string, Asset>;
}

/** Sends a file of the page in the smallest encoding that the browser takes, to be kept for a year. */
export function serveAsset(asset: Asset, req: Request, res: Response): void {
  const encoding = chosen(req.header('accept-encoding', ''));
  res.sendRaw(200, asset[encoding], {
    'Content-Type': asset.type,
    ...(encoding !== 'plain' && { 'Content-Encoding': encoding }),
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
    // A frame that was given no origin asks as a stranger.
    'Access-Control-Allow-Origin': '*',
  });
}

/** The best of ours that is accepted; `q=0` refuses one (RFC 9110). */
function chosen(accepted: string): 'br' | 'gzip' | 'plain' {
  const offers = accepted.split(',').map((offer) => offer.trim().toLowerCase());
  const takes = (name: string) =>
    offers.some((offer) => offer.split(';')[0]?.trim() === name && !/;\s*q=0(\.0*)?$/.test(offer));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'plain';
}
