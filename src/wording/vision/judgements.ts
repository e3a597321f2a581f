import type { VisionView } from '#domain/results/shared-vision.ts';
import type { Wording } from '../wording.ts';

type Reason = Extract<VisionView, { state: 'none' }>['reason'];

/** Whose judgements say how directions go together: the catalogue's, or a workshop's own. */
export const whoseJudgements = ({ consultation }: Pick<Wording, 'consultation'>): 'catalogue' | 'workshop' =>
  consultation.crossImpacts === undefined ? 'catalogue' : 'workshop';

/** What a vision is no more than, and whose judgements it stands on. */
export const visionCaution = (wording: Wording): string =>
  wording.say(`card.vision.reading.${whoseJudgements(wording)}`);

/** Why there is no vision. */
export const noVision = (reason: Reason, wording: Wording): string =>
  wording.say(
    reason === 'nothing-holds'
      ? `card.vision.nothing-holds.${whoseJudgements(wording)}`
      : `card.vision.${reason}`,
  );
