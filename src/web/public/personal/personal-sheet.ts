import type { Beside, PersonalScenario } from '#domain/results/personal-scenario.ts';
import { byHorizon, criterionCounts, totals } from '#scenario/personal-counts.ts';
import { document, type Head } from '#web/http/pages/document.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { directionLines, keptFacts, linkLines } from '#wording/personal-lines.ts';
import { people } from '#wording/share.ts';
import { consultationNames, dated, domainTitle, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

interface Sheet {
  readonly scenario: PersonalScenario;
  readonly beside: Beside;
  readonly at: string;
  readonly wording: Wording;
  readonly addresses: Head['addresses'];
  /** Where the same is as data. */
  readonly data: string;
}

/** A person's scenario as a page that prints on one sheet. */
export function personalSheet(sheet: Sheet): string {
  const { wording, scenario, addresses, at, data } = sheet;
  const { say, language } = wording;
  return document(
    { language, title: say('card.personal.heading'), addresses },
    html`
<main>
<h1>${say('card.personal.heading')}</h1>
<p class="quiet">${consultationNames(wording).title} · ${dated(wording, at)}</p>
<p>${say('card.personal.lead', totals(scenario))}</p>
${timeline(sheet)}
<div class="columns">${joined(scenario.domains.map((domain) => domainPart(domain, wording)))}</div>
<div class="columns">
${expected(sheet)}
${directions(sheet)}
${besideTheGroup(sheet)}
</div>
<p class="quiet">${say('card.personal.yours')}</p>
<p class="screen"><a href="${data}" download>${say('page.sheet.data')}</a></p>
</main>`,
  );
}

function timeline({ scenario, wording }: Sheet): Html {
  if (totals(scenario).kept === 0) return html``;
  const steps = byHorizon(scenario).map(
    ({ horizon, trajectories }) =>
      html`<li><strong>${wording.text.horizons[horizon]}</strong>${joined(
        trajectories.map((trajectory) => html`<p>${trajectoryTitle(wording, trajectory)}</p>`),
      )}</li>`,
  );
  return html`<h2>${wording.say('card.personal.timeline')}</h2><ol class="times">${joined(steps)}</ol>`;
}

function domainPart(domain: PersonalScenario['domains'][number], wording: Wording): Html {
  const { say } = wording;
  const facts = domain.kept.map(
    ({ trajectory, ballot }) =>
      html`<li><b>${trajectoryTitle(wording, trajectory)}</b> <span class="quiet">${keptFacts(ballot, wording)}</span>${
        ballot.condition === undefined ? '' : html`<br>${say('card.personal.condition')} ${ballot.condition}`
      }${ballot.concern === undefined ? '' : html`<br>${say('card.personal.concern')} ${ballot.concern}`}</li>`,
  );
  return html`<section><h3>${domainTitle(wording, domain.domain)}</h3>${
    facts.length === 0
      ? html`<p class="quiet">${say('card.personal.nothing')}</p>`
      : html`<ul>${joined(facts)}</ul>`
  }</section>`;
}

function expected({ scenario, wording }: Sheet): Html {
  const { kept } = totals(scenario);
  const rows = criterionCounts(scenario).map(({ id, n }) => {
    const said = wording.say('card.personal.criterion', { criterion: wording.text.criteria[id], n });
    return html`<tr><th scope="row">${said}</th><td><meter max="${String(kept)}" value="${String(n)}"></meter></td></tr>`;
  });
  return part(
    wording.say('card.personal.criteria'),
    rows.length === 0 ? undefined : html`<table>${joined(rows)}</table>`,
  );
}

function directions({ scenario, wording }: Sheet): Html {
  const taken = directionLines(scenario, wording);
  const said = [...taken, ...linkLines(scenario, wording)].map((line) => html`<li>${line}</li>`);
  return part(
    wording.say('card.personal.directions'),
    taken.length === 0 ? undefined : html`<ul>${joined(said)}</ul>`,
  );
}

function besideTheGroup({ beside, wording }: Sheet): Html {
  const { say } = wording;
  const rows = beside.map(
    ({ trajectory, n, support }) =>
      html`<tr><th scope="row">${trajectoryTitle(wording, trajectory)}</th><td>${people({ share: support, n }, 'coarse', wording)}</td></tr>`,
  );
  return part(
    say('card.personal.beside'),
    rows.length === 0
      ? undefined
      : html`<p>${say('card.personal.beside-lead')}</p><table>${joined(rows)}</table>`,
  );
}

const part = (title: string, content: Html | undefined): Html =>
  content === undefined ? html`` : html`<section><h2>${title}</h2>${content}</section>`;
