import type { Server } from 'restify';
import type { Publish, Published } from '#channels/publish.ts';
import type { Texts } from '#channels/texts.ts';
import { type Consultation, minGroups } from '#domain/consultation.ts';
import { showQuotes } from '../../results/quotes.ts';
import type { Desk, Done } from '../desk.ts';
import { actOn, ofConsultation, tabPage } from '../of-consultation.ts';
import { type ResultsParts, shownOf } from '../results/results-parts.ts';
import type { Member, Outcome } from '../visit.ts';
import { publishPage } from './publish-page.ts';
import { createPublishedQuotes } from './published-quotes.ts';

export interface PublishParts extends ResultsParts {
  readonly texts: Texts;
  readonly publish: Publish;
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
}

/** `/animation/c/{code}/publier`: the result on its way to everyone, and the texts that go with it to the public page. */
export function mountPublish(server: Server, desk: Desk, parts: PublishParts): void {
  const { store, texts, publish } = parts;
  const quotes = createPublishedQuotes(store, texts, parts.groups.ready);
  showQuotes(server, ({ id }) => quotes.published(id));
  const page = async (visit: Member, its: Consultation, after?: After): Promise<Outcome> => {
    const { group, vision } = await shownOf(its, visit.now, parts);
    const marked = await quotes.marked(its.id);
    const published = after?.published ?? (await quotes.published(its.id)).map(({ id }) => id);
    const address = addressOf(its, parts);
    const body = publishPage({
      ...{ its, visit, group, vision, views: viewsOf(its, visit, parts), quotes: { marked, published } },
      ...(address !== undefined && { address }),
      ...(after && { told: after.told }),
    });
    return tabPage('publish', its, visit, body);
  };
  desk.page(
    '/c/:code/publier',
    'reader',
    ofConsultation(store, (visit, its) => page(visit, its)),
  );
  desk.act(
    '/c/:code/publier',
    'facilitator',
    actOn(store, async (visit, its, form): Promise<Done> => {
      const wanted = new Set(form.all('citations'));
      const chosen = (await quotes.marked(its.id)).filter(({ id }) => wanted.has(id)).map(({ id }) => id);
      const before = (await quotes.published(its.id)).map(({ id }) => id);
      const done = await publish(its.id);
      if (done.outcome === 'unknown') return { kind: 'missing' };
      const isOther = chosen.join(' ') !== before.join(' ');
      const isDone = done.outcome === 'published' || (done.outcome === 'unchanged' && isOther);
      const latest = (await store.load('consultation', its.id)) ?? its;
      const facts = {
        quotes: chosen.join(' '),
        ...(done.outcome === 'published' && { conversations: done.conversations }),
      };
      return {
        ...(await page(visit, latest, {
          told: toldOf(done, isOther, visit),
          published: done.outcome === 'waiting' ? before : chosen,
        })),
        ...(isDone && { wrote: { did: 'published', consultation: its.id, facts } }),
      };
    }),
  );
}

/** What became of a publication just asked for, and the texts that are published from now on. */
interface After {
  readonly told: string;
  readonly published: readonly string[];
}

function toldOf(done: Exclude<Published, { outcome: 'unknown' }>, isOther: boolean, { say }: Member): string {
  switch (done.outcome) {
    case 'published':
      return say('publishing.done', { n: done.conversations });
    case 'waiting':
      return say('publishing.waiting', { n: done.needed });
    case 'unchanged':
      return say(isOther ? 'publishing.quotes-changed' : 'publishing.unchanged');
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
