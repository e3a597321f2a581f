import type { PersonalScenario } from '#domain/results/personal-scenario.ts';
import { criterionCounts, totals } from '#scenario/personal-counts.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { iconOf } from '#web/http/pages/icon-of.ts';
import { grainOf } from '#wording/numbers.ts';
import { placeLists, placeSentences } from '#wording/personal/own-place.ts';
import { directionLines, keptFacts, linkLines } from '#wording/personal/personal-lines.ts';
import { peopleOf } from '#wording/share.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { PersonalPaper } from './personal-paper.ts';

/** Everything a person keeps, domain by domain, and what they expect of it. */
export function personalDetails(paper: PersonalPaper): Html {
  const { scenario, wording } = paper;
  return html`<div class="columns">${joined(scenario.domains.map((domain) => domainPart(domain, wording)))}</div>
<div class="columns">
${expected(paper)}
${directions(paper)}
${besideTheGroup(paper)}
${whereTheyStand(paper)}
</div>`;
}

function domainPart(domain: PersonalScenario['domains'][number], wording: Wording): Html {
  const { say } = wording;
  const facts = domain.kept.map(
    ({ trajectory, ballot }) =>
      html`<li><b>${trajectoryTitle(wording, trajectory)}</b> <span class="quiet">${keptFacts(ballot, wording)}</span>${
        ballot.condition === undefined ? '' : html`<br>${say('card.personal.condition')} ${ballot.condition}`
      }${ballot.concern === undefined ? '' : html`<br>${say('card.personal.concern')} ${ballot.concern}`}</li>`,
  );
  return html`<section><h3>${iconOf(domain.domain)}${domainTitle(wording, domain.domain)}</h3>${
    facts.length === 0
      ? html`<p class="quiet">${say('card.personal.nothing')}</p>`
      : html`<ul>${joined(facts)}</ul>`
  }</section>`;
}

function expected({ scenario, wording }: PersonalPaper): Html {
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

function directions({ scenario, wording }: PersonalPaper): Html {
  const taken = directionLines(scenario, wording);
  const said = [...taken, ...linkLines(scenario, wording)].map((line) => html`<li>${line}</li>`);
  return part(
    wording.say('card.personal.directions'),
    taken.length === 0 ? undefined : html`<ul>${joined(said)}</ul>`,
  );
}

function besideTheGroup({ beside, kind, wording }: PersonalPaper): Html {
  const { say } = wording;
  const rows = beside.map(
    ({ trajectory, n, support }) =>
      html`<tr><th scope="row">${trajectoryTitle(wording, trajectory)}</th><td>${peopleOf({ share: support, n }, 'voices', grainOf(kind), wording)}</td></tr>`,
  );
  return part(
    say('card.personal.beside'),
    rows.length === 0
      ? undefined
      : html`<p>${say('card.personal.beside-lead')}</p><table>${joined(rows)}</table>`,
  );
}

function whereTheyStand({ place, kind, wording }: PersonalPaper): Html {
  if (place === undefined) return html``;
  const { say } = wording;
  const lists = placeLists(place, kind, wording).map(
    ({ title, lines }) => html`<h3>${title}</h3>${atFirst(lines, wording)}`,
  );
  return part(
    say('own-place.heading'),
    html`<p>${say('own-place.lead')}</p>${joined(placeSentences(place, wording).map((one) => html`<p>${one}</p>`))}${joined(lists)}`,
  );
}

/** Of a list that may be long, the first; the others on demand. */
function atFirst(lines: readonly string[], { say }: Wording): Html {
  const list = (some: readonly string[]) =>
    html`<ul>${joined(some.map((line) => html`<li>${line}</li>`))}</ul>`;
  const rest = lines.slice(mostAtFirst);
  if (rest.length === 0) return list(lines);
  return html`${list(lines.slice(0, mostAtFirst))}<details><summary>${say('own-place.more', { n: rest.length })}</summary>${list(rest)}</details>`;
}

const mostAtFirst = 5;

const part = (title: string, content: Html | undefined): Html =>
  content === undefined ? html`` : html`<section><h2>${title}</h2>${content}</section>`;
