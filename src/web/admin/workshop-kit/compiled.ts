import { horizons } from '#domain/participant/ballot.ts';
import type { WorkshopScenario } from '#scenario/workshop.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import { whoseJudgements } from '#wording/vision/judgements.ts';
import type { Wording } from '#wording/wording.ts';

type CompiledDomain = WorkshopScenario['domains'][number];
type Kept = CompiledDomain['kept'][number];

/** What the tables say together, counted apart from what persons answered. */
export function compiled(scenario: WorkshopScenario, view: Wording): Html {
  const { say } = view;
  const { tables, people, domains } = scenario;
  if (tables === 0) return html``;
  return html`<section id="compiled"><h2>${say('workshop-kit.compiled.title')}</h2>
<p><b>${say('workshop-kit.compiled.lead', { tables, people })}</b> ${say('workshop-kit.compiled.apart')}</p>
${visions(scenario, view)}
${synergiesPart(scenario, view)}
${joined(domains.map((domain) => domainPart(domain, view)))}</section>`;
}

/** Whether what each table chose holds together. */
function visions({ visions: all }: WorkshopScenario, view: Wording): Html {
  const { say } = view;
  if (Object.keys(view.catalogue.crossImpacts).length === 0)
    return html`<p>${say('card.vision.no-judgements')}</p>`;
  const lines = all.map(({ table, inconsistency }) => {
    const how = inconsistency === 0 ? 'holds' : inconsistency === 1 ? 'nearly' : 'loose';
    return html`<li>${say(`workshop-kit.compiled.${how}`, { table })}</li>`;
  });
  return html`<h3>${say('workshop-kit.compiled.together')}</h3>
<p class="quiet">${say(`workshop-kit.compiled.judged.${whoseJudgements(view)}`)}</p>
${lines.length === 0 ? html`<p>${say('workshop-kit.compiled.none-whole')}</p>` : html`<ul>${joined(lines)}</ul>`}`;
}

function synergiesPart({ synergies }: WorkshopScenario, { say }: Wording): Html {
  if (synergies.length === 0) return html``;
  const lines = synergies.map(({ because, ...said }) => {
    const line =
      because === undefined
        ? say('workshop-kit.compiled.synergy', said)
        : say('workshop-kit.compiled.because', { ...said, because });
    return html`<li>${line}</li>`;
  });
  return html`<h3>${say('workshop-kit.compiled.synergies')}</h3><ul>${joined(lines)}</ul>`;
}

function domainPart(domain: CompiledDomain, view: Wording): Html {
  const { say, text } = view;
  const title = domainTitle(view, domain.domain);
  const orientations = domain.orientations.map(({ orientation, tables, people }) => [
    text.orientations[orientation]?.title ?? orientation,
    say('workshop-kit.compiled.count', { tables, people }),
  ]);
  const chosen = domain.orientations.some(({ tables }) => tables > 0);
  const kept = domain.kept.map((one) => [
    trajectoryTitle(view, one.trajectory),
    say('workshop-kit.compiled.count', { tables: one.tables, people: one.people }),
    when(one, view),
    one.conditions
      .map((said) => say('workshop-kit.compiled.said', { table: said.table, text: said.condition }))
      .join('\n'),
  ]);
  const notes = domain.notes.map(
    ({ table, note }) => html`<li>${say('workshop-kit.compiled.said', { table, text: note })}</li>`,
  );
  return html`<h3>${title}</h3>
<p class="quiet">${say('workshop-kit.compiled.domain', { tables: domain.tables, people: domain.people })}</p>
${chosen ? grid(title, ['orientation', 'tables'], orientations, view) : html`<p>${say('workshop-kit.compiled.no-orientation')}</p>`}
${kept.length === 0 ? '' : grid(title, ['trajectory', 'tables', 'when', 'condition'], kept, view)}
${notes.length === 0 ? '' : html`<p><b>${say('workshop-kit.compiled.notes')}</b></p><ul>${joined(notes)}</ul>`}`;
}

function when({ horizons: dated }: Kept, { say, text }: Wording): string {
  return horizons
    .filter((id) => dated[id] > 0)
    .map((id) => say('workshop-kit.compiled.when', { horizon: text.horizons[id], n: dated[id] }))
    .join('\n');
}

/** The first cell of a row names it; lines of a cell stay apart. */
function grid(
  title: string,
  head: readonly ('orientation' | 'trajectory' | 'tables' | 'when' | 'condition')[],
  rows: readonly (readonly string[])[],
  { say }: Wording,
): Html {
  const label = `${title} · ${say(`workshop-kit.compiled.head.${head[0] ?? 'orientation'}`)}`;
  const table = { head: head.map((key) => say(`workshop-kit.compiled.head.${key}`)), rows };
  return wideTable(label, table, { look: 'compiled' });
}
