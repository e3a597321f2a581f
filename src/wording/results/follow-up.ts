import { onPaper, packOf } from '#domain/catalogue/language.ts';
import {
  type FollowUp,
  type FollowUpState,
  type FollowUpTopic,
  followUpTopics,
} from '#domain/consultation/follow-up/follow-up.ts';
import { dated, trajectoryTitle } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** One answer as it is told. */
export interface ToldFollowUp {
  readonly id: string;
  readonly state: FollowUpState;
  /** "Retenu, le 12 mars 2027". */
  readonly said: string;
  readonly why: string;
  /** The language it was written in, where that is another. */
  readonly whyIn?: string;
  /** Who is in charge, in a sentence. */
  readonly charge?: string;
}

/** What was answered on one thing. */
export interface ToldTopic {
  readonly trajectory?: string;
  readonly title: string;
  readonly latest: ToldFollowUp;
  readonly earlier: readonly ToldFollowUp[];
}

/** All that was answered, the whole of the consultation first, then trajectories in the order of the catalogue. */
export function toldFollowUps(wording: Wording): readonly ToldTopic[] {
  const { consultation, catalogue, say } = wording;
  const order = catalogue.domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id));
  return followUpTopics(consultation.followUps ?? [], order).map(
    ({ trajectory, latest, earlier }: FollowUpTopic) => ({
      ...(trajectory !== undefined && { trajectory }),
      title: trajectory === undefined ? say('follow-up.whole') : trajectoryTitle(wording, trajectory),
      latest: told(latest, wording),
      earlier: earlier.map((one) => told(one, wording)),
    }),
  );
}

/** The same in one line, for plain words: what it is on, what became of it, why, and who is in charge. */
export const followUpLine = (
  { title, latest: { said, why, charge } }: ToldTopic,
  { say }: Wording,
): string =>
  charge === undefined
    ? say('follow-up.line', { title, said, why })
    : say('follow-up.line-charge', { title, said, why, charge });

function told(one: FollowUp, wording: Wording): ToldFollowUp {
  const { say, consultation, catalogue, language } = wording;
  const { id, state, why, charge, at, correctedAt } = one;
  const onPage = onPaper(packOf(catalogue.packs, language));
  const spoken = [language, onPage, consultation.language].find((known) => why[known] !== undefined);
  const whyIn = spoken ?? Object.keys(why)[0] ?? onPage;
  const facts = { day: dated(wording, at), state };
  const said =
    correctedAt === undefined
      ? say('follow-up.said', facts)
      : say('follow-up.said-corrected', { ...facts, corrected: dated(wording, correctedAt) });
  return {
    ...{ id, state, said, why: why[whyIn] ?? '' },
    ...(whyIn !== language && { whyIn }),
    ...(charge !== undefined && { charge: say('follow-up.charge', { charge }) }),
  };
}
