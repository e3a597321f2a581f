import type { Grain } from '#wording/numbers.ts';
import { classMeanings, methodPoints } from '#wording/reading/method.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';
import type { PagePart } from './part.ts';

/** How it was counted: what the words mean, and what the figures cannot say. */
export function countingPart(grain: Grain, wording: Wording): PagePart {
  const { say } = wording;
  return {
    id: 'methode',
    title: say('reading.page.counting'),
    body: html`<details><summary>${say('reading.page.counting-what')}</summary>${list(classMeanings(wording))}${list(methodPoints(grain, wording))}</details>`,
  };
}

const list = (lines: readonly string[]): Html =>
  html`<ul>${joined(lines.map((line) => html`<li>${line}</li>`))}</ul>`;
