import type { Consultation } from '#domain/consultation/consultation.ts';
import type { AccountRole } from '#domain/records/account.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { inSite } from '#web/http/pages/in-site.ts';
import { createStreams, type LivePart, printOf } from '#web/http/streams.ts';
import type { Admin } from './admin.ts';
import type { AdminOptions } from './options.ts';
import type { Member } from './visit.ts';

/** What changes on a page about a consultation, and how to hear that it may have. */
interface LiveSource {
  watch(its: Consultation, listener: () => void): () => void;
  draw(visit: Member, its: Consultation): Promise<LivePart>;
}

/** Mounts what keeps pages about a consultation up to date, as long as it is there and whoever looks may. */
export function createLiveStreams(
  admin: Admin,
  { application, assets, staying }: Pick<AdminOptions, 'application' | 'assets' | 'staying'>,
): (path: string, least: AccountRole, source: LiveSource) => void {
  const streams = createStreams(staying);
  return (path, least, { watch, draw }) =>
    admin.stream(path, least, async (visit, request, response, mayStill) => {
      const here = () => application.store.load('consultation', visit.params.code ?? '');
      const its = await here();
      if (its === undefined) return void response.sendRaw(404, '', { 'Cache-Control': 'no-store' });
      const seen = request.header('last-event-id') ?? visit.query.get('vu') ?? '';
      await streams.open(visit.token, response, seen, {
        watch: (listener) => watch(its, listener),
        draw: async () => {
          const now = (await mayStill()) ? await here() : undefined;
          if (now === undefined) return undefined;
          const { print, markup } = await draw(visit, now);
          return { print, markup: inSite(markup, (await assets).addresses.base) };
        },
      });
    });
}

/** A part of a page that changes, with a print by which it is known; `stream`: where its next states come from. */
export function livePart(inside: Html, language: string, stream: string): LivePart {
  const print = printOf(language + inside.html);
  const { html: markup } =
    html`<section id="live" data-stream="${stream}" data-print="${print}">${inside}</section>`;
  return { print, markup };
}
