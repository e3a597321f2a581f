import { z } from 'zod';
import { type PublicationOutcome, publishResult } from '#application/results/publish-result.ts';
import { shownResult } from '#application/results/shown-result.ts';
import { markedQuotes, publishedQuotes } from '#application/texts/quotes.ts';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import type { Admin } from '../admin.ts';
import { lastDone } from '../at-once/last-done.ts';
import { meetShort, oneField } from '../at-once/met-page.ts';
import type { AdminOptions } from '../options.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, withProblems } from '../visit.ts';
import { mountPlan } from './mount-plan.ts';
import { type Publishable, publishPage, quotesLeaf } from './publish-page.ts';

type PublishParts = Pick<AdminOptions, 'application' | 'drawn' | 'publicUrl'>;

const Publication = z.object({ citations: z.array(z.string()) });

/** `/animation/c/{code}/publier`: the result on its way to everyone, and the texts that go with it to the public page. */
export function mountPublish(admin: Admin, parts: PublishParts): void {
  const { application } = parts;
  const page = async (
    visit: Member,
    its: Consultation,
    after: Pick<Publishable, 'told' | 'problems'> = {},
  ): Promise<AdminAnswer> => {
    const { group, vision } = await shownResult(application, its);
    const marked = await markedQuotes(application, its.id);
    const published = (await publishedQuotes(application, its)).map(({ id }) => id);
    const address = addressOf(its, parts);
    const body = publishPage({
      ...{ its, visit, group, vision, views: viewsOf(its, visit, parts), quotes: { marked, published } },
      ...(address !== undefined && { address }),
      ...after,
    });
    return withProblems(tabPage('publish', its, visit, body), after.problems !== undefined);
  };
  admin.pageOf('/c/:code/publier', 'reader', (visit, its) => page(visit, its));
  admin.actOf('/c/:code/publier', 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const given = form.read(Publication);
    if (given === undefined) return { kind: 'missing' };
    const marked = await markedQuotes(application, its.id);
    const published = (await publishedQuotes(application, its)).map(({ id }) => id);
    const chosen = marked.flatMap(({ id }) => (given.citations.includes(id) ? [id] : []));
    const told = (ids: string) =>
      marked.flatMap(({ id, text }) => (ids.split('\n').includes(id) ? [`« ${text} »`] : [])).join(' ');
    const met = await meetShort({
      ...{ visit, form, mine: quotesLeaf(chosen), now: quotesLeaf(published), timeZone: its.timeZone },
      ...{
        words: oneField(visit.say('publishing.quotes.title'), told),
        title: visit.say('admin.tab.publish'),
      },
      of: { its, at: 'publish' },
      by: () => lastDone(application.audit, its.id, ['published']),
    });
    if ('page' in met) return met.page;
    const wish = { code: its.id, ...(!met.isTheirs && { quotes: given.citations }) };
    const done = await publishResult(application, visit.actor, wish);
    if (done.outcome === 'missing' || done.outcome === 'forbidden') return { kind: done.outcome };
    const latest = 'consultation' in done ? done.consultation : its;
    return page(visit, latest, { told: toldOf(done, visit) });
  });
  mountPlan(admin, application, page);
}

function toldOf(
  done: Exclude<PublicationOutcome, { outcome: 'missing' | 'forbidden' }>,
  { say }: Member,
): string {
  switch (done.outcome) {
    case 'published':
      return [
        say('publishing.done', { n: done.conversations }),
        ...(done.kind === 'provisional' ? [say('publishing.done-provisional')] : []),
      ].join(' ');
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
function viewsOf(its: Consultation, { language, languages }: Member, { drawn }: PublishParts) {
  const held = languages.filter((one) => its.languages?.includes(one) ?? true);
  const [first = language, ...others] = [
    ...held.filter((one) => one === language),
    ...held.filter((one) => one !== language),
  ];
  return [drawn(its, first), ...others.map((one) => drawn(its, one))] as const;
}
