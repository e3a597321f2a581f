import { minGroups } from '#domain/consultation/consultation.ts';
import type { Grain } from '#wording/numbers.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';
import type { PagePart } from './part.ts';

const classes = ['common-ground', 'contested', 'set-aside', 'open'] as const;
const points = ['selective', 'unsure', 'agreement', 'smallest', 'groups', 'vision', 'assistant'] as const;

/** How it was counted: what the words mean, and what the figures cannot say. */
export function countingPart(grain: Grain, wording: Wording): PagePart {
  const { say, consultation } = wording;
  const facts = { minGroup: consultation.minGroup, least: minGroups.facilitator };
  const named = classes.map((it) =>
    say('report.reading.class', { name: say(`card.class.${it}`), meaning: say(`report.reading.${it}`) }),
  );
  const told = [
    ...points.map((point) => say(`report.method.${point}`, facts)),
    say(grain === 'exact' ? 'report.method.margin' : 'reading.page.counted-coarse'),
    say('reading.page.confirm'),
  ];
  return {
    id: 'methode',
    title: say('reading.page.counting'),
    body: html`<details><summary>${say('reading.page.counting-what')}</summary>${list(named)}${list(told)}</details>`,
  };
}

const list = (lines: readonly string[]): Html =>
  html`<ul>${joined(lines.map((line) => html`<li>${line}</li>`))}</ul>`;
