import type { GroupScenario } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import { joined } from '#web/http/pages/joined.ts';
import { synthesis } from '#wording/synthesis.ts';
import type { Wording } from '#wording/wording.ts';
import { expectedBenefits, expectedWhen, stances, synergyNetwork, waysOfSeeing } from './pictures.ts';
import { sentences } from './sentences.ts';

/** A released result: in sentences, then in pictures with their figures. */
export function groupContent(scenario: GroupScenario, vision: VisionView, wording: Wording): Html {
  const { say } = wording;
  return html`<section><h2>${say('results.synthesis')}</h2>
${sentences(synthesis(scenario, vision, wording), wording)}
<p class="quiet screen pointer">${say('results.sources')}</p></section>
<section><h2>${say('results.stances')}</h2>
<p class="quiet">${say('results.legend')}</p>
<div class="columns">${joined(scenario.domains.map((domain) => stances(domain, wording)))}</div></section>
<div class="columns">
${waysOfSeeing(scenario, wording)}
${vision.state === 'composed' ? synergyNetwork(vision.vision, wording) : ''}
${expectedBenefits(scenario, wording)}
${expectedWhen(scenario, wording)}
</div>
<p class="quiet">${say('results.reading')}</p>`;
}
