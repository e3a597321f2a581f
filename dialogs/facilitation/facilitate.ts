import { isPublished, stageOf } from '#domain/consultation/consultation.ts';
import type { Word } from '#domain/conversation/submit.ts';
import { notice } from '../turn.ts';
import type { Decision, World } from '../world.ts';
import { emptyForm } from './new-consultation.ts';

/** The words of whoever facilitates. */
const facilitating = ['publish', 'create', 'invite', 'progress', 'remind', 'close'] as const;
export type FacilitatingWord = (typeof facilitating)[number];

export const isFacilitating = (word: Word): word is FacilitatingWord =>
  facilitating.some((one) => one === word);

/** Whether somebody may say a word: everyone but those who facilitate is told no, kindly. */
export const mayFacilitate = (word: FacilitatingWord, { facilitator, creates }: World): boolean =>
  word === 'create' ? creates : facilitator;

/**
 * What whoever facilitates asks for. In a channel everyone reads what is said: what is theirs alone opens from a button.
 */
export function facilitate(word: FacilitatingWord, world: World, at: 'chat' | 'channel'): Decision {
  if (!mayFacilitate(word, world)) return { replies: [notice('not-for-you')] };
  const { consultation } = world;
  switch (word) {
    case 'publish':
      return publish(world);
    case 'create':
      return at === 'channel' ? desk(word) : { replies: [emptyForm(world)] };
    case 'invite':
      if (isOver(world)) return { replies: [notice('already-closed')] };
      if (at === 'channel') return { replies: [], effect: 'invite' };
      return { replies: [notice('invite-how', { code: consultation.id })] };
    case 'progress':
      return at === 'channel' ? desk(word) : { replies: [standing(world)] };
    case 'remind':
      return { replies: [], effect: 'remind' };
    case 'close':
      if (isOver(world)) return { replies: [notice('already-closed')] };
      return at === 'channel' ? desk(word) : { replies: [{ label: 'confirmation', of: 'closing' }] };
  }
}

/** The second time of asking: the consultation takes no more answers, or it goes on. */
export function close(sure: boolean, world: World): Decision {
  if (!world.facilitator) return { replies: [notice('not-for-you')] };
  if (isOver(world)) return { replies: [notice('already-closed')] };
  return sure ? { replies: [notice('closed-now')], effect: 'close' } : { replies: [standing(world)] };
}

function publish(world: World): Decision {
  const group = world.group();
  if (group.state === 'waiting') return { replies: [notice('publish-waiting', { needed: group.needed })] };
  if (isPublished(world.consultation, group.at)) return { replies: [notice('publish-unchanged')] };
  return { replies: [notice('published', { n: group.scenario.n })], effect: 'publish' };
}

const desk = (opens: 'create' | 'progress' | 'close'): Decision => ({
  replies: [{ label: 'facilitation', of: 'desk', opens }],
});

const standing = (world: World) =>
  ({
    label: 'facilitation',
    of: 'standing',
    ...world.standing(),
    stage: stageOf(world.consultation, world.now),
  }) as const;

const isOver = ({ consultation, now }: World) => stageOf(consultation, now) === 'closed';
