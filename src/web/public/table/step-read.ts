import type { Domain } from '#domain/catalogue/catalogue.ts';
import { synergyNumbers, synergyParts } from '#domain/results/workshop-result.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { trajectoryTitle } from '#wording/titles.ts';
import { momentsOf } from '#wording/workshop/table-sheet.ts';
import { told } from './step-fields.ts';
import type { TableView } from './table-view.ts';

/** What a table noted of a domain, for a phone that does not write. */
export function domainRead(domain: Domain, view: TableView): Html {
  const { say, text } = view.wording;
  const { of, said } = standingIn(view);
  const chosen = text.orientations[of(`orientation-${domain.id}`)]?.title;
  const moments = momentsOf(view.wording);
  const trajectories = domain.trajectories.map(({ id }, i) => {
    const isKept = of(`kept-${id}`) !== '';
    const horizon = moments.find((one) => one.id === of(`horizon-${id}`))?.title ?? '';
    const title = say('workshop-kit.form.trajectory', {
      number: i + 1,
      title: trajectoryTitle(view.wording, id),
    });
    return html`<section class="trajectory"><h3>${title}</h3>${told(id, view)}${
      isKept
        ? html`<p class="noted"><b>${say('breakout.phone.kept')}</b></p>${said('horizon', horizon)}${said('condition', of(`condition-${id}`))}`
        : ''
    }</section>`;
  });
  return html`${chosen === undefined ? '' : html`<p class="noted">${say('breakout.phone.orientation', { title: chosen })}</p>`}
<h2>${say('breakout.phone.trajectories')}</h2>
${joined(trajectories)}${said('note', of(`note-${domain.id}`))}`;
}

/** The same of what goes from one domain to another. */
export function wholeRead(view: TableView): Html {
  const { say } = view.wording;
  const { of } = standingIn(view);
  const rows = synergyNumbers.flatMap((number) => {
    const lines = synergyParts.flatMap((part) => {
      const text = of(`${part}-${number}`);
      return text === '' ? [] : [html`<dt>${say(`workshop-kit.asked.${part}`)}</dt><dd>${text}</dd>`];
    });
    return lines.length === 0
      ? []
      : [
          html`<section class="trajectory"><h2>${say('workshop-kit.form.synergy', { number })}</h2><dl>${joined(lines)}</dl></section>`,
        ];
  });
  return rows.length === 0 ? html`<p>${say('breakout.minutes.nothing')}</p>` : joined(rows);
}

function standingIn({ standing, wording: { say } }: TableView) {
  return {
    of: (name: string) => standing.get(name) ?? '',
    said: (what: 'horizon' | 'condition' | 'note', text: string) =>
      text === ''
        ? html``
        : html`<p class="noted">${say(`breakout.phone.${what}`, what === 'horizon' ? { horizon: text } : { text })}</p>`,
  };
}
