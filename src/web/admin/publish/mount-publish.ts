import { z } from 'zod';
import { type PublicationOutcome, publishResult } from '#application/results/publish-result.ts';
import { shownResult } from '#application/results/shown-result.ts';
import { markedQuotes, publishedQuotes } from '#application/texts/quotes.ts';
import type { View } from '#cards/view.ts';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import type { Admin } from '../admin.ts';
import { actOn, ofConsultation, tabPage } from '../of-consultation.ts';
import type { ResultsParts } from '../results/results-parts.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { publishPage } from './publish-page.ts';

export interface PublishParts extends ResultsParts {
  /** As its message in the chat is drawn. */
  readonly viewOf: (its: Consultation, language: string) => View;
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
}

const Publication = z.object({ citations: z.array(z.string()) });

/** `/animation/c/{code}/publier`: the result on its way to everyone, and the texts that go with it to the public page. */
export function mountPublish(admin: Admin, parts: PublishParts): void {
  const { application } = parts;
  const { store } = application;
  const page = async (visit: Member, its: Consultation, told?: string): Promise<AdminAnswer> => {
    const { group, vision } = await shownResult(application, its);
    const marked = await markedQuotes(application, its.id);
    const published = (await publishedQuotes(application, its)).map(({ id }) => id);
    const address = addressOf(its, parts);
    const body = publishPage({
      ...{ its, visit, group, vision, views: viewsOf(its, visit, parts), quotes: { marked, published } },
      ...(address !== undefined && { address }),
      ...(told !== undefined && { told }),
    });
    return tabPage('publish', its, visit, body);
  };
  admin.page(
    '/c/:code/publier',
    'reader',
    ofConsultation(store, (visit, its) => page(visit, its)),
  );
  admin.act(
    '/c/:code/publier',
    'facilitator',
    actOn(store, async (visit, its, form): Promise<AdminAnswer> => {
      const given = form.read(Publication);
      if (given === undefined) return { kind: 'missing' };
      const wish = { code: its.id, quotes: given.citations };
      const done = await publishResult(application, visit.actor, wish);
      if (done.outcome === 'missing' || done.outcome === 'forbidden') return { kind: done.outcome };
      const latest = 'consultation' in done ? done.consultation : its;
      return page(visit, latest, toldOf(done, visit));
    }),
  );
}

function toldOf(
  done: Exclude<PublicationOutcome, { outcome: 'missing' | 'forbidden' }>,
  { say }: Member,
): string {
  switch (done.outcome) {
    case 'published':
      return say('publishing.done', { n: done.conversations });
    case 'waiting':
      return say('publishing.waiting', { n: done.needed });
    case 'quotes-changed':
    case 'unchanged':
      return say(`publishing.${done.outcome}`);
  }
}

const addressOf = ({ id, minGroup }: Consultation, { publicUrl }: PublishParts): string | undefined =>
  minGroup < minGroups.public ? undefined : `${publicUrl()}/c/${id}/resultats`;

/** In the languages that the consultation is held in, that of the visit first if it is one of them. */
function viewsOf(its: Consultation, { language, languages }: Member, { viewOf }: PublishParts) {
  const held = languages.filter((one) => its.languages?.includes(one) ?? true);
  const [first = language, ...others] = [
    ...held.filter((one) => one === language),
    ...held.filter((one) => one !== language),
  ];
  return [viewOf(its, first), ...others.map((one) => viewOf(its, one))] as const;
}
