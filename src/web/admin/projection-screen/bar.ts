import { type Html, html } from '#web/http/pages/html.ts';

/** A share (0..1) as a bar; what it shows is said beside it. `name`: by which a live number finds it. */
export const bar = (share: number, name?: string): Html =>
  drawn(html`<rect class="favour" width="${hundredths(share)}" height="6"${live(name)}/>`);

/** Two shares (0..1) that face each other: against from the left, for from the right. */
export const facing = (against: number, favour: number): Html =>
  drawn(html`<rect class="against" width="${hundredths(against)}" height="6"/>
<rect class="favour" x="${hundredths(1 - favour)}" width="${hundredths(favour)}" height="6"/>`);

const drawn = (parts: Html): Html =>
  html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="6"/>${parts}</svg>`;

const live = (name: string | undefined): Html => (name === undefined ? html`` : html` data-share="${name}"`);

const hundredths = (share: number): string => String(Math.round(share * 1000) / 10);
