import type { Word } from '#domain/conversation/submit.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { skip } from './answers/skip.ts';
import { isAnswering, sayAndGoOn, sayClosed } from './closed.ts';
import { facilitateInChat, isFacilitating } from './facilitation/facilitate.ts';
import { showFollowUp } from './follow-up.ts';
import { showGroup, showOwnPlace, showVision } from './group.ts';
import { personalReply } from './personal.ts';
import { currentDomain, examineMore, listTitles } from './place/examine.ts';
import { leave, unfocused } from './place/leave.ts';
import { place } from './place/place.ts';
import { listChanges, turnBack } from './place/turn-to.ts';
import { askProposal } from './propose.ts';
import { beginSecondRound, sayOfView } from './second-round.ts';
import { goOn, notice, say } from './turn.ts';
import type { Turn, World } from './world.ts';

/** One of the words that may be said at any time. */
export function handleCommand(person: Participant, word: Word, world: World): Turn {
  if (isFacilitating(word)) return facilitateInChat(person, word, world);
  switch (word) {
    case 'help':
      // Who is writing a trajectory of their own asks how that is done.
      if (isAnswering(world) && place(person, world).at === 'proposal')
        return goOn(person, world, notice('proposal-help'));
      return say(person, { label: 'help', of: 'words', questions: [], trajectories: [] });
    case 'my-scenario':
      return myScenario(person, world);
    case 'group':
      return showGroup(person, world);
    case 'vision':
      return showVision(person, world);
    case 'my-place':
      return showOwnPlace(person, world);
    case 'follow-up':
      return showFollowUp(person, world);
    case 'second-round':
      return beginSecondRound(person, world);
    case 'keep-view':
    case 'change-view':
      return sayOfView(person, word === 'keep-view' ? 'keep' : 'change', world);
    case 'my-data':
      return person.consent === undefined
        ? sayAndGoOn(person, world, notice('nothing-kept'))
        : say(person, notice('my-data', kept(person)));
    case 'erase':
      return goOn({ ...person, focus: { on: 'erasing' } }, world);
    case 'no-reminders':
      return sayAndGoOn({ ...person, unreminded: true }, world, notice('no-reminders'));
    default:
      return isAnswering(world) ? move(person, word, world) : sayClosed(person, world);
  }
}

/** The words that move within the questionnaires. */
function move(
  person: Participant,
  word: 'menu' | 'back' | 'skip' | 'pause' | 'resume' | 'change' | 'more' | 'titles' | 'propose' | 'later',
  world: World,
): Turn {
  switch (word) {
    case 'menu':
      return goOn(leave(person), world);
    case 'back':
      return turnBack(person, world);
    case 'skip':
      return skip(person, world);
    case 'pause': {
      if (person.consent === undefined) return goOn(person, world, notice('nothing-kept'));
      const resumeCode = world.resumeCode(person.resumeCode);
      return say({ ...person, resumeCode }, notice('paused', { code: resumeCode }));
    }
    case 'later':
      // Nothing is kept of who has not agreed, so that there is nothing to come back to with a code.
      return person.consent === undefined ? say(person, notice('later')) : move(person, 'pause', world);
    case 'resume':
      return goOn(unfocused(person), world, notice('resumed'));
    case 'change':
      return listChanges(person, world);
    case 'more':
      return examineMore(person, currentDomain(person, world), world);
    case 'titles':
      return listTitles(person, currentDomain(person, world), world);
    case 'propose':
      return askProposal(person, undefined, world);
  }
}

function myScenario(person: Participant, world: World): Turn {
  const reply = personalReply(person, world);
  return reply === undefined ? sayAndGoOn(person, world, notice('nothing-yet')) : say(person, reply);
}

function kept(person: Participant) {
  return {
    answers: Object.keys(person.answers).length,
    ballots: Object.keys(person.ballots).length,
    started: person.startedAt,
  };
}
