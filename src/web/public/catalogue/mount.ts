import type { Request, Response, Server } from 'restify';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import { trajectoryOf } from '#domain/catalogue/trajectory-of.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import { missingPage } from '#web/http/pages/missing-page.ts';
import { pageLanguage } from '#web/http/pages/page-language.ts';
import { serveGet } from '#web/http/serve-get.ts';
import { deckPage } from './deck-page.ts';
import { readQuery } from './filter.ts';
import { type CatalogueSheet, home } from './frame.ts';
import { trajectoryPage } from './trajectory-page.ts';

export interface CataloguePages extends Pick<Phrases, 'languages' | 'say'> {
  /** The first is the one that `/catalogue` shows. */
  readonly catalogues: readonly [Catalogue, ...Catalogue[]];
  readonly assets: Promise<Assets>;
  /** The catalogue written for a consultation that people may see, by its own id. */
  readonly writtenFor: (id: string) => Promise<Catalogue | undefined>;
}

/** The public pages of the catalogues: the deck, then one page a trajectory, at addresses that stay. No script. */
export function mountCatalogue(server: Server, pages: CataloguePages): void {
  for (const path of ['/catalogue', '/catalogue/:catalogue', '/catalogue/:catalogue/:trajectory'])
    serveGet(server, path, (req, res) => send(pages, req, res));
}

async function send(pages: CataloguePages, req: Request, res: Response): Promise<void> {
  const { catalogues } = pages;
  const named = req.params.catalogue;
  const catalogue =
    named === undefined
      ? catalogues[0]
      : (catalogues.find(({ id }) => id === named) ?? (await pages.writtenFor(`${named}`)));
  const sheet = await sheetFor(pages, req, catalogue ?? catalogues[0]);
  const page = catalogue === undefined ? undefined : pageOf(pages, req, sheet);
  if (page === undefined) {
    res.sendRaw(
      404,
      missingPage(sheet.say('catalogue.missing'), sheet.language, sheet.say, sheet.addresses),
      {
        ...headers,
        'Cache-Control': 'no-store',
      },
    );
    return;
  }
  res.sendRaw(200, page, headers);
}

function pageOf({ catalogues }: CataloguePages, req: Request, sheet: CatalogueSheet): string | undefined {
  const { catalogue } = sheet;
  const id = req.params.trajectory;
  if (id === undefined) {
    const others = catalogues.filter((one) => one.id !== catalogue.id);
    const named = others.map((one) => ({ id: one.id, title: textIn(one, sheet.language).title }));
    return deckPage(sheet, readQuery(sheet.query, catalogue), named);
  }
  const found = trajectoryOf(catalogue, id);
  return found && trajectoryPage(sheet, found);
}

/** In the language of the address, else that of the browser, among those that the catalogue and the pages both speak. */
async function sheetFor(pages: CataloguePages, req: Request, catalogue: Catalogue): Promise<CatalogueSheet> {
  const { searchParams: query } = new URL(req.url ?? '/', 'http://localhost');
  const spoken = catalogue.languages.filter((one) => pages.languages.includes(one));
  const asked = spoken.find((one) => one === query.get('lang'));
  const language = asked ?? pageLanguage(req.header('accept-language'), spoken);
  const other = spoken.find((one) => one !== language);
  const { trajectory } = req.params;
  query.delete('lang');
  return {
    catalogue,
    text: textIn(catalogue, language),
    say: pages.say(language),
    language,
    pinned: asked !== undefined,
    path:
      trajectory === undefined
        ? home(catalogue)
        : `${home(catalogue)}/${encodeURIComponent(String(trajectory))}`,
    query,
    ...(other !== undefined && { other }),
    addresses: (await pages.assets).addresses,
  };
}

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'public, max-age=300',
  Vary: 'Accept-Language',
};
