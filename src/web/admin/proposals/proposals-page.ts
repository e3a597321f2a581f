import { orientationsIn } from '#documents/workbook/edit/proposal.ts';
import type { Tables } from '#documents/workbook/table.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { nearTitles } from '#domain/proposal/near-titles.ts';
import { type Proposal, proposalBounds } from '#domain/proposal/proposal.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { button, hidden, line, pick, summary } from '../fields.ts';
import { tabAddress } from '../frame.ts';
import { day } from '../said.ts';
import type { Member } from '../visit.ts';

/** A decision that could not be taken, as it was sent. */
export interface RefusedDecision {
  readonly proposal: string;
  readonly reason: string;
  readonly orientation: string;
  readonly field: 'reason' | 'orientation';
  readonly problem: string;
}

interface ProposalsPage {
  readonly its: Consultation;
  readonly visit: Member;
  readonly view: Wording;
  /** The oldest first. */
  readonly proposals: readonly Proposal[];
  /** What people are asked now. */
  readonly tables: Tables;
  /** Whether it may still become something that people are asked. */
  readonly mayAccept: boolean;
  readonly wrong: RefusedDecision | undefined;
}

export const proposalsAddress = (code: string): string => `/animation/c/${code}/propositions`;

/** What waits, each beside what is like it; then what was decided, and where anyone reads that. */
export function proposalsPage(page: ProposalsPage): Html {
  const { its, visit, proposals, wrong, mayAccept } = page;
  const { say, query } = visit;
  const waiting = proposals.filter(({ state }) => state === 'waiting');
  const problems = wrong === undefined ? {} : { [fieldOf(wrong.proposal, wrong.field)]: wrong.problem };
  // As whoever proposed reads them: titles are alike within one language.
  const titles = new Map<string, Titles>();
  const titlesFor = ({ language }: Proposal) => {
    const known = titles.get(language) ?? titlesIn(language, page);
    titles.set(language, known);
    return known;
  };
  const meanwhile = query.has('entretemps')
    ? html`<p class="told" role="status">${say('proposal.moderation.meanwhile')}</p>`
    : '';
  return html`${summary(problems, say('admin.problems'))}${meanwhile}
<p><a href="${tabAddress(its.id, 'free-texts')}">${say('proposal.moderation.back')}</a></p>
<p class="lead">${say('proposal.moderation.lead', { n: waiting.length, allowed: its.proposals === 'allowed' ? 'yes' : 'no' })}</p>
<p class="notice">${say(mayAccept ? 'proposal.moderation.how' : 'proposal.moderation.too-late')}</p>
${joined(waiting.map((one) => waits(one, titlesFor(one), page)))}
${decidedPart(page)}`;
}

/** Several forms stand on one page: what a field is called says whose it is. */
export const fieldOf = (proposal: string, field: RefusedDecision['field']): string => `${field}-${proposal}`;

function waits(proposal: Proposal, titles: Titles, page: ProposalsPage): Html {
  const { visit, view, its, mayAccept, wrong } = page;
  const { say, token } = visit;
  const { id, title, at } = proposal;
  const sent = wrong?.proposal === id ? wrong : undefined;
  const problem = (field: RefusedDecision['field']) => (sent?.field === field ? sent.problem : undefined);
  const leaning = pick({
    name: fieldOf(id, 'orientation'),
    label: say('proposal.moderation.orientation'),
    hint: say('proposal.moderation.orientation-hint'),
    value: sent?.orientation ?? '',
    choices: [
      { value: '', label: say('proposal.moderation.choose') },
      ...orientationsIn(page.tables, proposal.domain).map((value) => ({
        ...{ value, label: view.text.orientations[value]?.title ?? value },
      })),
    ],
    problem: problem('orientation'),
  });
  const reason = line({
    ...{ name: fieldOf(id, 'reason'), label: say('proposal.moderation.reason'), value: sent?.reason ?? '' },
    ...{ hint: say('proposal.moderation.reason-hint', { most: proposalBounds.reason }) },
    ...{ most: proposalBounds.reason, problem: problem('reason') },
  });
  return html`<section class="panel" id="proposition-${id}"><h2 lang="${proposal.language}">${title}</h2>
<p class="quiet">${domainTitle(view, proposal.domain)} · ${day(at, visit, its.timeZone)}</p>
${said(proposal, visit)}${likeIt(proposal, titles, visit)}
<form method="post" action="${proposalsAddress(its.id)}/${id}">${hidden('jeton', token)}
${mayAccept ? leaning : ''}${reason}
<p class="ways">${mayAccept ? button(say('proposal.moderation.accept'), 'main', 'accept') : ''} ${button(say('proposal.moderation.refuse'), 'beside', 'refuse')}</p></form></section>`;
}

const said = ({ summary: what, benefit, risk, language }: Proposal, { say }: Member): Html =>
  html`<blockquote lang="${language}"><p>${what}</p></blockquote>
<dl><dt>${say('catalogue.benefit')}</dt><dd lang="${language}">${benefit}</dd><dt>${say('catalogue.risk')}</dt><dd lang="${language}">${risk}</dd></dl>`;

interface Titles {
  readonly all: ReadonlyMap<string, { readonly title: string; readonly what: string; readonly of: string }>;
  /** Ids of what is likely the same, the nearest first. */
  readonly near: (title: string) => readonly string[];
}

/** What a title may be like, in the catalogue as a language has it, and among what was proposed. */
function titlesIn(language: string, { view, proposals, visit }: ProposalsPage): Titles {
  const { say } = visit;
  const { trajectories: told } = textIn(view.catalogue, language);
  const known = view.catalogue.domains.flatMap(({ trajectories }) =>
    trajectories.map(({ id }) => {
      const { title = id, summary: what = '' } = told[id] ?? {};
      return [id, { title, what, of: say('proposal.moderation.known') }] as const;
    }),
  );
  const theirs = proposals.map(
    ({ id, title, summary: what, state }) =>
      [id, { title, what, of: say(`proposal.state.${state}`) }] as const,
  );
  const all = new Map([...known, ...theirs]);
  return { all, near: nearTitles(new Map([...all].map(([id, { title }]) => [id, title]))) };
}

/** What bears nearly the same title, side by side. */
function likeIt(proposal: Proposal, titles: Titles, visit: Member): Html {
  const { say } = visit;
  const near = titles.near(proposal.title).filter((id) => id !== proposal.id);
  if (near.length === 0) return html`<p class="quiet">${say('proposal.moderation.alone')}</p>`;
  const shown = near.slice(0, 3).flatMap((id) => titles.all.get(id) ?? []);
  return html`<h3>${say('proposal.moderation.near')}</h3><div class="pair" lang="${proposal.language}">${joined(
    shown.map(
      ({ title, what, of }) =>
        html`<div class="panel"><p class="quiet" lang="${visit.language}">${of}</p><p><b>${title}</b></p><p>${what}</p></div>`,
    ),
  )}</div>`;
}

function decidedPart({ its, visit, proposals }: ProposalsPage): Html {
  const { say, language } = visit;
  const decided = proposals.flatMap((one) => (one.state === 'waiting' ? [] : [one]));
  const rows = decided.map(
    (one) =>
      html`<li><b lang="${one.language}">${one.title}</b> <span class="phase${one.state === 'accepted' ? ' open' : ''}">${say(`proposal.state.${one.state}`)}</span> <small>${day(one.decidedAt, visit, its.timeZone)}${one.reason === undefined ? '' : html` · ${one.reason}`}</small></li>`,
  );
  return html`<section><h2>${say('proposal.moderation.decided')}</h2>
${rows.length === 0 ? html`<p>${say('proposal.moderation.none')}</p>` : html`<ul>${joined(rows)}</ul>`}
<p>${say('proposal.moderation.public')} <a href="/c/${its.id}/propositions.csv?lang=${language}" download>${say('proposal.moderation.download')}</a></p></section>`;
}
