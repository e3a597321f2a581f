import { mayDo } from '#application/actor.ts';
import { publishedBeside } from '#application/results/published-beside.ts';
import { overYears } from '#scenario/over-years.ts';
import type { Admin } from '#web/admin/admin.ts';
import { tabAddress } from '#web/admin/frame.ts';
import { tabPage } from '#web/admin/tab-page.ts';
import { html } from '#web/http/pages/html.ts';
import { overYearsContent } from '#web/http/results/over-years-content.ts';
import { titlesIn } from '#web/http/results/titles-in.ts';
import { consultationNames } from '#wording/titles.ts';
import type { ResultsParts } from '../results-parts.ts';

/** `…/resultats/annees`: the published results of the same territory beside each other, those that whoever looks may read. */
export function mountYears(admin: Admin, { application, viewOf }: ResultsParts): void {
  admin.pageOf('/c/:code/resultats/annees', 'reader', async (visit, its) => {
    const { say, language, actor } = visit;
    const isTheirs = (code: string) => mayDo(actor, 'results:read', code);
    const beside = await publishedBeside(application, its, isTheirs);
    const wordings = beside.map(({ consultation }) => viewOf(consultation, language));
    const view = viewOf(its, language);
    const named = beside.map((one, i) => ({
      ...one,
      title: consultationNames(wordings[i] ?? view).title,
      address: isTheirs(one.code)
        ? tabAddress(one.code, 'results')
        : `/c/${one.code}/resultats?lang=${language}`,
    }));
    const content =
      named.length < 2
        ? html`<p>${say('over-years.none')}</p>`
        : overYearsContent(overYears(beside), named, titlesIn(wordings), view);
    const back = html`<p><a href="${tabAddress(its.id, 'results')}">${say('outcome.back')}</a></p>`;
    return tabPage('results', its, visit, html`${back}${content}`, say('over-years.title'));
  });
}
