import type { Result } from '#documents/result.ts';
import type { Impact, SharedVision } from '#domain/results/shared-vision.ts';
import { domainOf } from '#wording/titles.ts';
import { whoseJudgements } from '#wording/vision/judgements.ts';
import type { Wording } from '#wording/wording.ts';
import { rounded } from '../table.ts';
import type { VisionForm } from './vision-form.ts';

/** The shared vision as data, every direction that it names with its title. */
export function visionData({ wording, vision }: Result): VisionForm {
  switch (vision.state) {
    case 'waiting':
      return { state: 'none', reason: 'waiting' };
    case 'none':
      return { state: 'none', reason: vision.reason };
    case 'composed':
      return composed(vision.vision, wording);
  }
}

function composed(vision: SharedVision, wording: Wording): VisionForm {
  const { best, others, synergies, tensions, change } = vision;
  return {
    state: 'composed',
    judgements: whoseJudgements(wording),
    orientations: namedIn(vision).map((id) => ({
      domain: domainOf(wording, id),
      id,
      title: wording.text.orientations[id]?.title ?? id,
    })),
    sets: [best, ...others].map(({ orientations, inconsistency }) => ({
      orientations: [...orientations],
      inconsistency,
    })),
    synergies: synergies.map(({ values, ...impact }) => ({
      ...reasoned(impact, wording),
      ...(values && {
        values: {
          economic: rounded(values.economic),
          ecological: rounded(values.ecological),
          social: rounded(values.social),
        },
      }),
    })),
    tensions: tensions.map((tension) => ({
      ...tension,
      causes: tension.causes.map((impact) => reasoned(impact, wording)),
    })),
    ...(change && { change }),
  };
}

function reasoned({ from, to, strength }: Impact, { text }: Wording) {
  const reason = text.crossImpacts[from]?.[to];
  return { from, to, strength, ...(reason !== undefined && { reason }) };
}

function namedIn({ best, others, synergies, tensions, change }: SharedVision): readonly string[] {
  const impacts = [...synergies, ...tensions.flatMap(({ causes }) => causes)];
  return [
    ...new Set([
      ...[best, ...others].flatMap(({ orientations }) => orientations),
      ...impacts.flatMap(({ from, to }) => [from, to]),
      ...tensions.flatMap(({ favourite, chosen }) => [favourite, chosen]),
      ...(change ? [change.from, change.to] : []),
    ]),
  ];
}
