import { flows } from '#charts/flows.ts';
import type { Movement, Round, VoteResult } from '#domain/room/live-session.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { movementTable, movementTold } from '#wording/room/movement.ts';
import { pointLabels } from '#wording/room/subject.ts';
import type { Wording } from '#wording/wording.ts';
import { bar } from '../projection-screen/bar.ts';

/** What was revealed of a round: the first vote; after the debate both, and what moved between them. */
export function resultPart({ subject, vote, first, second, movement }: Round, view: Wording): Html {
  const labels = pointLabels(subject, view);
  if (vote === 1 || second === undefined) return first === undefined ? html`` : one(first, labels, view);
  return html`<div class="both"><div>${both(first, second, labels, view)}</div>
<div>${moved(movement ?? { shown: 'nothing' }, subject, view)}</div></div>`;
}

function one(result: VoteResult, labels: readonly string[], view: Wording): Html {
  const { say, consultation } = view;
  const lead = html`<p class="lead">${say('room.result.answers', { n: result.n })}</p>`;
  if (result.shown !== 'exact')
    return html`${lead}<p>${say(`room.result.${result.shown}`, { minGroup: consultation.minGroup })}</p>`;
  const { counts, n } = result;
  const rows = labels.map(
    (label, i) =>
      html`<li><span class="name">${label}</span><span class="measure">${bar((counts[i] ?? 0) / n)}<span class="said">${say('room.result.of', { n: counts[i] ?? 0, all: n })}</span></span></li>`,
  );
  return html`${lead}<ul class="bars">${joined(rows)}</ul>`;
}

/** Each point with both votes, one under the other. */
function both(
  first: VoteResult | undefined,
  second: VoteResult,
  labels: readonly string[],
  view: Wording,
): Html {
  const { say, consultation } = view;
  const votes = [first, second].flatMap((result, i) =>
    result?.shown === 'exact' ? [{ name: i === 0 ? 'first' : 'second', result } as const] : [],
  );
  const told = [first, second].flatMap((result, i) => {
    if (result === undefined) return [];
    const which = i === 0 ? 'first' : 'second';
    const why =
      result.shown === 'exact'
        ? ''
        : html` ${say(`room.result.${result.shown}`, { minGroup: consultation.minGroup })}`;
    return [html`<p class="legend ${which}">${say(`room.result.${which}`, { n: result.n })}${why}</p>`];
  });
  const rows = labels.map(
    (label, i) =>
      html`<li><span class="name">${label}</span><span class="measure">${joined(
        votes.map(
          ({ name, result }) =>
            html`<span class="vote ${name}"><span class="unseen">${say(`room.result.in.${name}`)}</span>${bar((result.counts[i] ?? 0) / result.n)}<span class="said">${String(result.counts[i] ?? 0)}</span></span>`,
        ),
      )}</span></li>`,
  );
  return html`${joined(told)}${votes.length === 0 ? '' : html`<ul class="bars twice">${joined(rows)}</ul>`}`;
}

function moved(movement: Movement, subject: Round['subject'], view: Wording): Html {
  const { say } = view;
  const told = movementTold(movement, subject, view);
  const table = movementTable(movement, subject, view);
  const title = html`<h2 class="moved">${say('room.movement.title')}</h2>`;
  if (table === undefined || !('flows' in movement))
    return html`${title}${joined(told.map((line) => html`<p class="lead">${line}</p>`))}`;
  const picture = flows(say('room.movement.label'), {
    ...{ titles: table.titles, cells: movement.flows, hasNowhere: true },
  });
  return html`${title}<div class="flows">${{ html: picture.svg }}</div>${joined(told.map((line) => html`<p class="unseen">${line}</p>`))}
<div class="unseen"><table><caption>${say('room.movement.label')}</caption><thead><tr>${joined(table.head.map((cell) => html`<th scope="col">${cell}</th>`))}</tr></thead><tbody>${joined(
    table.rows.map(
      ([name = '', ...cells]) =>
        html`<tr><th scope="row">${name}</th>${joined(cells.map((cell) => html`<td>${cell}</td>`))}</tr>`,
    ),
  )}</tbody></table></div>`;
}
