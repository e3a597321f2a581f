import { DomainId } from '#domain/catalogue/domains.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { grainOf } from '#wording/numbers.ts';
import type { ReleasedGroup } from '#wording/reading/standing.ts';
import type { Paragraph, Sentence } from '#wording/sentence.ts';
import { synthesis } from '#wording/synthesis.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';
import { expectedBenefits, expectedWhen, stances, synergyNetwork, waysOfSeeing } from './pictures.ts';

/** A released result: in sentences, then in pictures with their figures. */
export function groupContent(
  { scenario, kind }: Pick<ReleasedGroup, 'scenario' | 'kind'>,
  vision: VisionView,
  wording: Wording,
): Html {
  const { say } = wording;
  const grain = grainOf(kind);
  return html`<section><h2>${say('results.synthesis')}</h2>
${sentences(synthesis(scenario, vision, grain, wording), wording)}
<p class="quiet screen pointer">${say('results.sources')}</p></section>
<section><h2>${say('results.stances')}</h2>
<p class="quiet">${say('results.legend')}</p>
<div class="columns">${joined(scenario.domains.map((domain) => stances(domain, grain, wording)))}</div></section>
<div class="columns">
${waysOfSeeing(scenario, wording)}
${vision.state === 'composed' ? synergyNetwork(vision.vision, wording) : ''}
${expectedBenefits(scenario, grain, wording)}
${expectedWhen(scenario, wording)}
</div>
<p class="quiet">${say('results.reading')}</p>`;
}

/** Paragraphs of which each sentence carries its figures: as data, and in words for whoever points at it. */
function sentences(paragraphs: readonly Paragraph[], wording: Wording): Html {
  const one = ({ text, figures }: Sentence) => {
    const told = Object.entries(figures).map(([name, value]) =>
      wording.say('results.source', { name: named(name, wording), value: written(name, value, wording) }),
    );
    return told.length === 0
      ? html`<span>${text}</span>`
      : html`<span data-figures="${JSON.stringify(figures)}" title="${told.join('\n')}">${text}</span>`;
  };
  return joined(paragraphs.map((paragraph) => html`<p>${joined(paragraph.map(one), ' ')}</p>\n`));
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
  if (group !== null) return say('results.figure.group', { n: Number(group[1]) });
  return text.roles[name] ?? say(`results.figure.${name}`);
}
