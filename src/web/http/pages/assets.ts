import type { Request, Response } from 'restify';
import { type Compressed, chosenEncoding } from '#web/http/compression/compression.ts';

/** One file of the page, ready to be sent in each encoding. */
export interface Asset extends Compressed {
  readonly type: string;
}

/** What a page bears within itself, to be seen without another request. */
export interface Within {
  readonly text: string;
  /** As the content policy names it, by its hash. */
  readonly source: string;
}

/** Where the page finds its files, from the site's root; the name changes with the content, so that a browser may keep them for ever. */
export interface Addresses {
  /** The path under which the site is served, without a final slash; empty at a host's root. */
  readonly base: string;
  readonly script: string;
  readonly style: string;
  readonly catalogueStyle: string;
  readonly resultsStyle: string;
  /** For a consultation that asks for a code. */
  readonly entryScript: string;
  readonly adminScript: string;
  readonly adminStyle: string;
  readonly projectionStyle: string;
  /** For the pages that Teams shows within itself. */
  readonly teamsScript: string;
  readonly teamsStyle: string;
  /** The page of whoever is in the room. */
  readonly roomScript: string;
  readonly roomStyle: string;
  /** The page of a workshop's table. */
  readonly tableScript: string;
  readonly tableStyle: string;
  readonly icon: string;
  /** PNG, their kind and their size in pixels in their names: `/assets/maskable-192-….png`. */
  readonly icons: readonly string[];
}

export interface Assets {
  readonly addresses: Addresses;
  /** By path, `/assets/...`. */
  readonly files: ReadonlyMap<string, Asset>;
  /** The style of the chat page, and its first lines. */
  readonly within: { readonly style: Within; readonly opening: Within };
  /** The code of the page that draws what the assistant says, for the server to run. */
  readonly drawing: string;
}

/** Sends a file of the page in the smallest encoding that the browser takes, to be kept for a year. */
export function serveAsset(asset: Asset, req: Request, res: Response): void {
  const encoding = chosenEncoding(req.header('accept-encoding', ''));
  // What a page may do is said with the page; a file does nothing of itself, and half a kilobyte each is a moment on a slow network.
  res.removeHeader('Permissions-Policy');
  res.sendRaw(200, asset[encoding], {
    'Content-Security-Policy': "default-src 'none'",
    'Content-Type': asset.type,
    ...(encoding !== 'plain' && { 'Content-Encoding': encoding }),
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
    // A frame that was given no origin asks as a stranger.
    'Access-Control-Allow-Origin': '*',
  });
}
