import { type Html, html } from '#web/http/pages/html.ts';

/** A share (0..1) as a bar; what it shows is said beside it. `name`: by which a live number finds it. */
export const bar = (share: number, name?: string): Html =>
  drawn(html`<rect class="favour" width="${hundredths(share)}" height="6"${live(name)}/>`);

/**
 * A stance bar, as on the pages: shares (0..1) against and for on either side of those who are neither, who stand in the middle. It is
 * half as wide as its place, so that it fits wherever it leans.
 */
export function stances(against: number, favour: number): Html {
  const half = Math.max(0, 1 - against - favour) / 2;
  const part = (kind: string, from: number, to: number) =>
    html`<rect class="${kind}" x="${hundredths((1 + from) / 2)}" width="${hundredths((to - from) / 2)}" height="6"/>`;
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${part('whole', -half, half)}${part('against', -half - against, -half)}${part('favour', half, half + favour)}</svg>`;
}

const drawn = (parts: Html): Html =>
  html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect class="whole" width="100" height="6"/>${parts}</svg>`;

const live = (name: string | undefined): Html => (name === undefined ? html`` : html` data-share="${name}"`);

const hundredths = (share: number): string => String(Math.round(share * 1000) / 10);
