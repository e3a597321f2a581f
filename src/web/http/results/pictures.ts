import { stanceBars } from '#charts/stance-bars.ts';
import * as benefits from '#documents/figures/benefits.ts';
import type { Charted } from '#documents/figures/charted.ts';
import { namedBars, stanceRows } from '#documents/figures/stances.ts';
import * as synergies from '#documents/figures/synergies.ts';
import * as timeline from '#documents/figures/timeline.ts';
import * as ways from '#documents/figures/ways-of-seeing.ts';
import { type GroupScenario, isKnown, type KnownTrajectory } from '#domain/results/group-scenario.ts';
import type { SharedVision } from '#domain/results/shared-vision.ts';
import type { Grain } from '#wording/numbers.ts';
import { domainTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html } from '../pages/html.ts';
import { figure } from './figure.ts';

type Domain = GroupScenario['domains'][number];

/** One domain: for and against each trajectory. */
export function stances({ domain, trajectories }: Domain, grain: Grain, wording: Wording): Html {
  const { say } = wording;
  const title = domainTitle(wording, domain);
  const known = trajectories.filter(isKnown);
  const left = trajectories.length - known.length;
  const hidden = left === 0 ? html`` : html`<p class="quiet">${say('results.hidden', { n: left })}</p>`;
  if (known.length === 0) return html`<section><h3>${title}</h3>${hidden}</section>`;
  const picture = stanceBars(
    say('results.stances-picture', { domain: title }),
    namedBars(known, grain, wording),
  );
  return html`<section><h3>${title}</h3>${figure({ title, picture, table: tableOf(known, grain, wording) }, wording)}${hidden}</section>`;
}

function tableOf(known: readonly KnownTrajectory[], grain: Grain, wording: Wording) {
  const { say } = wording;
  return {
    head: ['trajectory', 'verdict', 'voices', 'favour', 'against', 'dont-know', 'kept'].map((key) =>
      say(`results.${key}`),
    ),
    rows: stanceRows(known, 'results.between', grain, wording),
  };
}

/** When the group expects what it wishes for. */
export const expectedWhen = (scenario: GroupScenario, wording: Wording): Html =>
  part(wording.say('results.timeline'), timeline.expectedWhen(scenario, wording), wording);

/** Which benefits people name, over everything they examined. */
export const expectedBenefits = (scenario: GroupScenario, grain: Grain, wording: Wording): Html =>
  part(wording.say('results.profile'), benefits.expectedBenefits(scenario, grain, wording), wording);

/** The opinion groups as shapes. */
export const waysOfSeeing = (scenario: GroupScenario, wording: Wording): Html =>
  part(wording.say('results.map'), ways.waysOfSeeing(scenario, wording), wording);

/** What helps what between the directions of the shared vision. */
export const synergyNetwork = (vision: SharedVision, wording: Wording): Html =>
  part(wording.say('results.network'), synergies.synergyNetwork(vision, wording), wording);

/** As in the report, with its table one tap away. */
function part(title: string, charted: Charted | undefined, wording: Wording): Html {
  if (charted === undefined) return html``;
  const { picture, caption } = charted.figure;
  return html`<section><h2>${title}</h2>${figure({ title, picture, note: caption, table: charted.table }, wording)}</section>`;
}
