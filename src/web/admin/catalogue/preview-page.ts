import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { AdminAnswer, Member } from '#web/admin/visit.ts';
import { document } from '#web/http/pages/document.ts';
import { html, joined } from '#web/http/pages/html.ts';
import { type CatalogueParts, catalogueAddress } from './catalogue-parts.ts';

/** The cards of one domain as people see them, in one language. Nothing of it answers. */
export async function previewPage(
  { assets, drawn, drawReplies }: CatalogueParts,
  its: Consultation,
  catalogue: Catalogue,
  visit: Member,
): Promise<AdminAnswer> {
  const { say, query } = visit;
  const language =
    catalogue.languages.find((one) => one === query.get('langue')) ?? catalogue.languages[0] ?? 'fr';
  const text = catalogue.text[language];
  const domain = catalogue.domains.find(({ id }) => id === query.get('domaine')) ?? catalogue.domains[0];
  if (text === undefined || domain === undefined) return { kind: 'missing' };
  const total = domain.questions.length + domain.trajectories.length;
  const replies: Reply[] = [
    ...domain.questions.map(
      ({ id }, i): Reply => ({
        label: 'question',
        question: id,
        domain: domain.id,
        position: { index: i + 1, total },
      }),
    ),
    ...domain.trajectories.map(
      ({ id }, i): Reply => ({
        label: 'trajectory',
        trajectory: id,
        domain: domain.id,
        position: { index: domain.questions.length + i + 1, total },
      }),
    ),
  ];
  const view = { ...drawn(its, language), catalogue, text, language };
  const cards = await drawReplies(replies, view);
  const { addresses } = await assets;
  const home = catalogueAddress(its.id);
  const link = (one: string, to: string, label: string) =>
    html`<a href="${home}/apercu?domaine=${to}&langue=${one}">${label}</a>`;
  const ways = [
    ...catalogue.domains
      .filter(({ id }) => id !== domain.id)
      .map(({ id }) => link(language, id, text.domains[id]?.title ?? id)),
    ...catalogue.languages
      .filter((one) => one !== language)
      .map((one) => link(one, domain.id, say(`town-catalogue.language.${one}`))),
  ];
  const title = say('town-catalogue.preview.title', { domain: text.domains[domain.id]?.title ?? domain.id });
  const links = html`<script type="module" src="${addresses.adminScript}"></script>`;
  const body = html`<main class="preview"><p><a href="${home}">${say('town-catalogue.back')}</a></p><h1>${title}</h1><p>${say('town-catalogue.preview.how')}</p>
<nav aria-label="${say('town-catalogue.preview.others')}"><p>${joined(ways, ' · ')}</p></nav><div inert lang="${language}" id="log" data-met>${cards}</div></main>`;
  return { kind: 'whole', html: document({ language: visit.language, title, addresses, links }, body) };
}
