import { DomainId } from '#domain/catalogue/domains.ts';
import { groupLetter } from '#wording/results/opinion-group.ts';
import type { Paragraph, Sentence } from '#wording/synthesis/sentence.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';

/** Sentences that open, by tap or by keyboard, on the figures they come from; they carry them as data too. */
export function sentences(paragraphs: readonly Paragraph[], wording: Wording): Html {
  return joined(
    paragraphs.map(
      (paragraph) =>
        html`<div class="sentences">${joined(paragraph.map((one) => opening(one, wording)))}</div>\n`,
    ),
  );
}

function opening({ text, figures }: Sentence, wording: Wording): Html {
  const told = Object.entries(figures);
  if (told.length === 0) return html`<p>${text}</p>`;
  const items = told.map(
    ([name, value]) =>
      html`<li>${wording.say('results.source', { name: named(name, wording), value: written(name, value, wording) })}</li>`,
  );
  return html`<details data-figures="${JSON.stringify(figures)}"><summary>${text}</summary><ul>${joined(items)}</ul></details>`;
}

const shares = new Set(['against', 'support', 'low', 'high', 'opposition', 'dont-know', 'inside', 'outside']);

function written(name: string, value: number, { language, say }: Wording): string {
  if (shares.has(name)) return say('results.percent', { share: Math.round(value * 100) });
  return new Intl.NumberFormat(language).format(value);
}

function named(name: string, wording: Wording): string {
  const { say, text } = wording;
  const domain = DomainId.safeParse(name);
  if (domain.success) return domainTitle(wording, domain.data);
  const group = /^group (\d+)$/.exec(name);
  if (group !== null) return say('results.figure.group', { letter: groupLetter(Number(group[1]) - 1) });
  return text.roles[name] ?? say(`results.figure.${name}`);
}
