import { qrSvg } from '#documents/print/qr.ts';
import type { phaseOf } from '#domain/consultation/consultation.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { iconOf } from '#web/http/pages/icon-of.ts';
import { consultationNames, dated } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { bar } from './bar.ts';
import { type LiveNumbers, liveDomains } from './live.ts';
import type { Slide } from './slide.ts';
import { iconWidth, type SlideRow, spread, tall } from './spread.ts';

interface Welcome {
  readonly phase: ReturnType<typeof phaseOf>;
  /** Where people take part. */
  readonly address: string;
  readonly logo: Html | undefined;
}

/** What the room looks at as it fills: what this is about, and how to take part. */
export function welcome(view: Wording, { phase, address, logo }: Welcome): Slide {
  const { say, consultation } = view;
  const { title, territory } = consultationNames(view);
  const words = html`<p class="territory">${territory}</p>`;
  const isOver = phase === 'closed' || phase === 'archived';
  const how =
    phase === 'open'
      ? html`<p>${say('projection.welcome.scan')}</p><p>${say('projection.welcome.free')}</p>`
      : html`<p>${say(`projection.welcome.${phase}`, { day: dated(view, consultation.opensAt) })}</p>`;
  return {
    id: 'welcome',
    title,
    look: 'welcome',
    body: html`${logo ?? ''}${words}<div class="how">${how}</div>${isOver || phase === 'draft' ? '' : code(view, address)}`,
  };
}

/** Letters as large as the width takes. */
function code({ say }: Wording, address: string): Html {
  const letters = address.replace(/^https:\/\//, '');
  const size = letters.length <= 30 ? 'large' : letters.length <= 44 ? 'medium' : 'small';
  const picture = { html: qrSvg(address, { label: say('projection.welcome.code', { address }) }).svg };
  return html`<div class="code">${picture}</div>
<p class="letters ${size}">${letters}</p>`;
}

/** How many take part, as it is now; a script keeps it up to date. */
export function participation(view: Wording, { texts, shares }: LiveNumbers): readonly Slide[] {
  const { say } = view;
  const leads = ['took', 'finished'].map((name) => ({ name, text: texts[name] ?? '' }));
  const first: SlideRow = {
    height: leads.reduce((sum, { text }) => sum + 1.25 * tall(text, 29, 'bold') + 0.5, 0),
    html: html`<div class="leads">${joined(
      leads.map(({ name, text }) => html`<p class="lead" data-live="${name}">${text}</p>`),
    )}</div>`,
  };
  const rows = liveDomains(view).map(
    ({ id, title }): SlideRow => ({
      height: Math.max(tall(title, 19.5 - iconWidth), tall(texts[id] ?? '', 11.5)),
      html: html`<span>${iconOf(id)}${title}</span>${bar(shares[id] ?? 0, id)}<span data-live="${id}">${texts[id] ?? ''}</span>`,
    }),
  );
  const title = say('projection.live.title');
  return spread({ id: 'live', title, rows: [first, ...rows], look: 'live' }, say);
}

/** In the place of results: how many people are missing. */
export function waiting({ say, consultation }: Wording, { texts }: LiveNumbers): Slide {
  return {
    id: 'results',
    title: say('projection.waiting.title'),
    body: html`<p class="lead" data-live="waiting">${texts.waiting ?? ''}</p>
<p>${say('card.group.waiting-why', { minGroup: consultation.minGroup })}</p>`,
  };
}
