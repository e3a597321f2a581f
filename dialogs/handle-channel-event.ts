import { stageOf } from '#domain/consultation/consultation.ts';
import { openRound } from '#domain/consultation/second-round.ts';
import type { Event } from '#domain/conversation/event.ts';
import { fold } from '#domain/conversation/fold.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { Submit, Word } from '#domain/conversation/submit.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { shownToMany } from '#scenario/release/shown-to.ts';
import { visionView } from '#scenario/vision.ts';
import { facilitate, isFacilitating } from './facilitation/facilitate.ts';
import { followUp } from './follow-up.ts';
import { progress } from './place/place.ts';
import type { Decision, World } from './world.ts';

/**
 * One turn in a channel or a group chat: nobody is questioned there, and nobody's answers are spoken of. `person`: whoever
 * looks at the invitation, to be told alone how far they are.
 */
export function handleChannelEvent(event: Event, world: World, person?: Participant): Decision {
  if (event.kind === 'text') {
    const word = Word.safeParse(world.words.get(fold(event.text)));
    return word.success ? handleWord(word.data, world) : help;
  }
  const { data: submit } = event.kind === 'submit' ? Submit.safeParse(event.value) : {};
  switch (submit?.act) {
    case 'word':
      return handleWord(submit.word, world);
    case 'group-domain':
      return { replies: [{ ...groupScenario(world), domain: submit.domain }] };
    case 'invitation':
      return { replies: [invitation(world, person)] };
    default:
      return help;
  }
}

/** What stands in the channel; for one person alone, how far they are too. */
export function invitation(world: World, person?: Participant): Reply {
  const { consultation, now } = world;
  return {
    label: 'invitation',
    took: world.took(),
    stage: stageOf(consultation, now),
    ...(openRound(consultation, now) && { round: true }),
    ...(person?.consent && { mine: steps(person, world) }),
  };
}

/** What may be seen of the group in a channel now. */
export function groupForMany(world: World): GroupView {
  const { consultation, now } = world;
  return shownToMany(world.group(), consultation, world.took(), now);
}

function handleWord(word: Word, world: World): Decision {
  if (isFacilitating(word)) return facilitate(word, world, 'channel');
  switch (word) {
    case 'group':
      return { replies: [groupScenario(world)] };
    case 'vision':
      return {
        replies: [{ label: 'shared-vision', vision: visionView(groupForMany(world), world.catalogue) }],
      };
    case 'follow-up': {
      const told = followUp(world);
      return told.length === 0 ? help : { replies: told };
    }
    default:
      return help;
  }
}

const help: Decision = { replies: [{ label: 'help', of: 'channel', questions: [], trajectories: [] }] };

const groupScenario = (world: World) =>
  ({ label: 'group-scenario', group: groupForMany(world), facilitator: false }) as const;

function steps(person: Participant, world: World) {
  const { domains } = progress(person, world);
  const sum = (of: 'done' | 'total') => domains.reduce((all, domain) => all + domain[of], 0);
  return { done: sum('done'), total: Math.max(1, sum('total')) };
}
