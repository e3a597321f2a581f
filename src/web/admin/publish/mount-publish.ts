import type { View } from '#cards/view.ts';
import type { Publish, Published } from '#channels/publish.ts';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import type { Store } from '#store/store.ts';
import type { Admin, Done } from '../admin.ts';
import { actOn, ofConsultation, tabPage } from '../of-consultation.ts';
import { type ResultsParts, shownOf } from '../results/results-parts.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { publishPage } from './publish-page.ts';
import type { PublishedQuotes } from './published-quotes.ts';

export interface PublishParts extends ResultsParts {
  /** As its message in the chat is drawn. */
  readonly viewOf: (its: Consultation, language: string) => View;
  readonly quotes: PublishedQuotes;
  readonly publish: Publish;
  /** Where people reach the program, without a final slash. */
  readonly publicUrl: () => string;
}

/** `/animation/c/{code}/publier`: the result on its way to everyone, and the texts that go with it to the public page. */
export function mountPublish(admin: Admin, parts: PublishParts): void {
  const { store, quotes, publish } = parts;
  const page = async (visit: Member, its: Consultation, told?: string): Promise<AdminAnswer> => {
    const { group, vision } = await shownOf(its, visit.now, parts);
    const marked = await quotes.marked(its.id);
    const published = (await quotes.published(its)).map(({ id }) => id);
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
    actOn(store, async (visit, its, form): Promise<Done> => {
      const wanted = new Set(form.all('citations'));
      const chosen = (await quotes.marked(its.id)).filter(({ id }) => wanted.has(id)).map(({ id }) => id);
      const before = (await quotes.published(its)).map(({ id }) => id);
      const done = await publish(its.id);
      if (done.outcome === 'unknown') return { kind: 'missing' };
      const isOther = chosen.join(' ') !== before.join(' ');
      const isDone = done.outcome === 'published' || (done.outcome === 'unchanged' && isOther);
      if (isDone) await saveQuotes(its.id, chosen, store);
      const latest = (await store.load('consultation', its.id)) ?? its;
      const facts = {
        quotes: chosen.length,
        ...(done.outcome === 'published' && { conversations: done.conversations }),
      };
      return {
        ...(await page(visit, latest, toldOf(done, isOther, visit))),
        ...(isDone && { wrote: { action: 'published', consultation: its.id, facts } }),
      };
    }),
  );
}

/** A result may be released at this very moment: tried again on what is there then. */
async function saveQuotes(code: string, quotes: readonly string[], store: Store): Promise<void> {
  const its = await store.load('consultation', code);
  if (its === undefined) return;
  const saved = await store.save('consultation', { ...its, quotes: [...quotes] });
  if (saved.outcome === 'conflict') await saveQuotes(code, quotes, store);
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
