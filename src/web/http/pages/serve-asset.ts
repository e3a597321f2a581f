import type { Request, Response } from 'restify';
import type { Asset } from './assets.ts';

/** Sends a file of the page in the smallest encoding that the browser takes, to be kept for a year. */
export function serveAsset(asset: Asset, req: Request, res: Response): void {
  const encoding = chosen(req.header('accept-encoding', ''));
  res.sendRaw(200, asset[encoding], {
    'Content-Type': asset.type,
    ...(encoding !== 'plain' && { 'Content-Encoding': encoding }),
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
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
