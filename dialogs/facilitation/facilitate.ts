import { isPublished, stageOf } from '#domain/consultation/consultation.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Word } from '#domain/conversation/submit.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { GroupView, WaitingView } from '#domain/results/group-view.ts';
import { sayAndGoOn } from '../closed.ts';
import { unfocused } from '../place/leave.ts';
import { notice } from '../turn.ts';
import type { Decision, Turn, World } from '../world.ts';
import { emptyForm } from './new-consultation.ts';

/** The words of whoever facilitates. */
const facilitating = ['publish', 'create', 'invite', 'progress', 'remind', 'close'] as const;
type FacilitatingWord = (typeof facilitating)[number];

export const isFacilitating = (word: Word): word is FacilitatingWord =>
  facilitating.some((one) => one === word);

/** Whether somebody may say a word: everyone but those who facilitate is told no, kindly. */
const mayFacilitate = (word: FacilitatingWord, { facilitator, creates }: World): boolean =>
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
      return at === 'channel' ? openAdmin(word) : { replies: [emptyForm(world)] };
    case 'invite':
      if (isOver(world)) return { replies: [notice('already-closed')] };
      if (at === 'channel') return { replies: [], effect: 'invite' };
      return { replies: [notice('invite-how', { code: consultation.id })] };
    case 'progress':
      return at === 'channel' ? openAdmin(word) : { replies: [progressReply(world)] };
    case 'remind':
      return { replies: [], effect: 'remind' };
    case 'close':
      if (isOver(world)) return { replies: [notice('already-closed')] };
      return at === 'channel' ? openAdmin(word) : { replies: [{ label: 'confirmation', of: 'closing' }] };
  }
}

/** A word of whoever facilitates, in a conversation of their own: they are a person who may answer too. */
export function facilitateInChat(person: Participant, word: FacilitatingWord, world: World): Turn {
  if (!mayFacilitate(word, world)) return sayAndGoOn(person, world, notice('not-for-you'));
  const decision = facilitate(word, world, 'chat');
  const asked = decision.replies.some(({ label }) => label === 'confirmation');
  return { participant: asked ? { ...person, focus: { on: 'closing' } } : person, ...decision };
}

/** The second time of asking whether to close. */
export function closeOrNot(person: Participant, sure: boolean, world: World): Turn {
  return { participant: person.focus?.on === 'closing' ? unfocused(person) : person, ...close(sure, world) };
}

/** The second time of asking: the consultation takes no more answers, or it goes on. */
function close(sure: boolean, world: World): Decision {
  if (!world.facilitator) return { replies: [notice('not-for-you')] };
  if (isOver(world)) return { replies: [notice('already-closed')] };
  return sure ? { replies: [notice('closed-now')], effect: 'close' } : { replies: [progressReply(world)] };
}

function publish(world: World): Decision {
  const group = world.group();
  if (group.state === 'waiting') return { replies: [tooEarly(group)] };
  if (isPublished(world.consultation, group.at)) return { replies: [notice('publish-unchanged')] };
  const told =
    group.kind === 'provisional'
      ? notice('published-provisional')
      : notice('published', { n: group.scenario.n });
  return { replies: [told], effect: 'publish' };
}

function tooEarly({ until, needed }: WaitingView): Reply {
  switch (until) {
    case 'end':
      return notice('publish-at-end');
    case 'reopening':
      return notice('publish-too-few');
    default:
      return notice('publish-waiting', { needed });
  }
}

const openAdmin = (opens: 'create' | 'progress' | 'close'): Decision => ({
  replies: [{ label: 'facilitation', of: 'desk', opens }],
});

function progressReply({ consultation, now, participation, group }: World): Reply {
  const { counts, ...channels } = participation();
  const stage = stageOf(consultation, now);
  return {
    ...{ label: 'facilitation', of: 'standing', standing: counts, ...channels, stage },
    result: withoutScenario(group()),
  };
}

function withoutScenario(group: GroupView) {
  if (group.state === 'waiting') return group;
  const { scenario: _, ...moment } = group;
  return moment;
}

const isOver = ({ consultation, now }: World) => stageOf(consultation, now) === 'closed';
