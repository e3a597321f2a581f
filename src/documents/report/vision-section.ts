import type { GroupScenario } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { grainOf } from '#wording/numbers.ts';
import { opinionLead } from '#wording/results/opinion-group.ts';
import { setAsideSentences } from '#wording/results/opinion-spread.ts';
import { domainTitle } from '#wording/titles.ts';
import { noVision, visionCaution } from '#wording/vision/judgements.ts';
import {
  type Told,
  type ToldSection,
  visionLead,
  visionSections,
  visionTitle,
} from '#wording/vision/vision-lines.ts';
import type { Wording } from '#wording/wording.ts';
import { synergyNetwork } from '../figures/synergies.ts';
import { waysOfSeeing } from '../figures/ways-of-seeing.ts';
import type { Result } from '../result.ts';
import { type Block, charted, heading, note, paragraph } from './block.ts';

/** The groups of people who answer alike, or that none stands out; nothing until it is known. */
export function opinionSection(scenario: GroupScenario, wording: Wording): readonly Block[] {
  const { opinion } = scenario;
  if (opinion === undefined || opinion.placed === 0) return [];
  const { say } = wording;
  const { groups, spread } = opinion;
  const title = heading(1, say('results.map'));
  const aside = setAsideSentences(opinion, wording).map((line) => note(line));
  if (spread !== undefined) {
    const figure = charted(waysOfSeeing(scenario, wording));
    // The picture says it under itself.
    const said = figure.length === 0 ? [paragraph(opinionLead(opinion, wording))] : figure;
    return [title, ...said, ...aside];
  }
  if (groups.length === 0) return [title, paragraph(opinionLead(opinion, wording)), ...aside];
  return [
    title,
    paragraph(opinionLead(opinion, wording)),
    ...charted(waysOfSeeing(scenario, wording)),
    ...aside,
    note(say('card.opinion.caution')),
  ];
}

/** The directions that hold together and that the group supports most, what links them and what does not go without saying. */
export function visionSection({ vision: shown, wording }: Result): readonly Block[] {
  const { say } = wording;
  const title = heading(
    1,
    shown.state === 'composed' ? visionTitle(shown.vision, wording) : say('card.vision.heading'),
  );
  switch (shown.state) {
    case 'none':
      return [title, paragraph(noVision(shown.reason, wording))];
    case 'waiting':
      return [title, paragraph(say('card.group.waiting', { needed: shown.needed }))];
    case 'composed':
      return [title, ...composed(shown, wording)];
  }
}

type Composed = Extract<VisionView, { state: 'composed' }>;

function composed({ vision, kind }: Composed, wording: Wording): readonly Block[] {
  const { say, text, consultation } = wording;
  const { orientations, inconsistency } = vision.best;
  const partial = vision.domains.length < consultation.domains.length;
  const { before, after } = visionSections(vision, Number.POSITIVE_INFINITY, wording);
  const section = ({ kind: about, ...its }: ToldSection) =>
    under(its.title, about === 'helping' ? charted(synergyNetwork(vision, wording)) : told(its.told));
  return [
    paragraph(visionLead(vision, grainOf(kind), wording)),
    ...before.flatMap(section),
    {
      kind: 'table',
      title: say('report.vision.chosen'),
      head: ['domain', 'direction', 'meaning'].map((key) => say(`report.vision.${key}`)),
      widths: [2, 3, 5],
      rows: orientations.map((id, j) => [
        domainTitle(wording, vision.domains[j] ?? 'mobility'),
        text.orientations[id]?.title ?? id,
        text.orientations[id]?.description ?? '',
      ]),
    },
    paragraph(say(inconsistency === 0 ? 'card.vision.holds' : 'card.vision.nearly')),
    ...(partial ? [note(say('card.vision.partial'))] : []),
    ...after.flatMap(section),
    note(visionCaution(wording)),
  ];
}

const under = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [heading(2, title), ...blocks];

const told = (all: readonly Told[]): readonly Block[] =>
  all.length === 0
    ? []
    : [{ kind: 'list', ordered: false, items: all.map(({ lead, rest }) => ({ text: lead, more: rest })) }];
