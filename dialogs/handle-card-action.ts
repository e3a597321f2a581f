import type { DomainId } from '#domain/catalogue/domains.ts';
import { chosen, type Submit } from '#domain/conversation/submit.ts';
import { isAlike } from '#domain/participant/is-alike.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { describe, moveOn } from './answers/record.ts';
import { submitAnswer } from './answers/submit-answer.ts';
import { submitBallot } from './answers/submit-ballot.ts';
import { withdraw } from './answers/withdraw.ts';
import { examineMore, listTitles, pickTitles } from './place/examine.ts';
import { isInformed, undecided } from './place/informed.ts';
import { leave, unfocused } from './place/leave.ts';
import { domainNamed, place, ready } from './place/place.ts';
import { turnTo } from './place/turn-to.ts';
import { askProposal, submitProposal } from './propose.ts';
import { submitSecondLook } from './second-round.ts';
import { isSpoken } from './speak.ts';
import { goOn, notice, retry, stale } from './turn.ts';
import type { Turn, World } from './world.ts';

/** A card's button, of this turn or of an earlier one. Nothing is written down before the go-ahead. */
export async function handleCardAction(person: Participant, submit: CardAction, world: World): Promise<Turn> {
  if (submit.act === 'consent') return consent(person, submit, world);
  if (submit.act === 'erase') return erase(person, submit.sure, world);
  if (person.consent === undefined) return stale(person, world);
  switch (submit.act) {
    case 'room':
    // A room is answered where it is asked: on its page, and in channels.
    case 'entry-code':
      // Of somebody who is in already.
      return stale(person, world);
    case 'profile':
      return submitProfile(person, submit, world);
    case 'open':
      return open(person, submit.domain, world);
    case 'answer':
      return submitAnswer(person, submit, world);
    case 'ballot':
      return submitBallot(person, submit, world);
    case 'second-look':
      return submitSecondLook(person, submit, world);
    case 'more':
      return examineMore(person, submit.domain, world);
    case 'titles':
      return listTitles(person, submit.domain, world);
    case 'pick':
      return pickTitles(person, submit.domain, chosen(submit.value), world);
    case 'propose':
      return askProposal(person, submit.domain, world);
    case 'proposal':
      return submitProposal(person, submit, world);
    case 'withdraw':
      return withdraw(person, submit.question ?? submit.trajectory, world);
    case 'change':
      if (submit.profile) return goOn({ ...person, focus: { on: 'profile' } }, world);
      return turnTo(submit.question ?? submit.trajectory, person, world);
  }
}

type CardAction = Exclude<
  Submit,
  { act: 'word' | 'language' | 'group-domain' | 'create' | 'close' | 'participate' | 'invitation' }
>;

function consent(person: Participant, submit: Extract<Submit, { act: 'consent' }>, world: World): Turn {
  if (person.consent === undefined && submit.agree && !(world.admitted && isOfNow(submit, person, world))) {
    return stale(undecided(person), world);
  }
  const allowed = submit.unclear === 'true' ? ({ unclear: true } as const) : {};
  return agree(readIn(submit.language, person, world), submit.agree, world, allowed);
}

/** Whether a go-ahead answers the information of now, and no card of before the person became new. */
function isOfNow(
  { shown }: { readonly shown?: string | undefined },
  person: Participant,
  world: World,
): boolean {
  return isInformed(person, world) && (shown === undefined || shown === person.informed?.mark);
}

/** Where the channel did not say a newcomer's language, it is the one they read the information in. */
function readIn(language: string | undefined, person: Participant, world: World): Participant {
  const speaks = language !== undefined && isSpoken(language, world);
  return speaks && person.consent === undefined ? { ...person, language } : person;
}

/** The go-ahead, with what else they allow; or a no: nothing is asked until they turn back. */
export function agree(
  person: Participant,
  yes: boolean,
  world: World,
  allowed: Omit<NonNullable<Participant['consent']>, 'at'> = {},
): Turn {
  if (person.consent !== undefined) return stale(person, world);
  if (!yes) return goOn({ ...person, declined: true }, world);
  const { informed: _, ...rest } = undecided(person);
  return goOn({ ...rest, consent: { at: world.now, ...allowed } }, world);
}

/** The second time of asking: everything goes, or everything stays. */
export function erase(person: Participant, sure: boolean, world: World): Turn {
  const { focus, ...rest } = person;
  if (focus?.on !== 'erasing') return stale(person, world);
  if (!sure) return goOn(rest, world, notice('kept-after-all'));
  return { participant: rest, replies: [notice('erased')], effect: 'erase' };
}

export function open(person: Participant, id: DomainId, world: World): Turn {
  const rest = unfocused(person);
  if (domainNamed(id, world) === undefined) return stale(person, world);
  if (person.profile === undefined) return goOn(rest, world);
  const opened = ready({ ...rest, domain: id }, world);
  const unfinished = place(opened, world).at !== 'menu';
  return unfinished ? goOn(opened, world) : listTitles(leave(opened), id, world);
}

function submitProfile(person: Participant, submit: Extract<Submit, { act: 'profile' }>, world: World): Turn {
  if (submit.decline) return described(person, { roles: [] }, world);
  const roles = chosen(submit.roles);
  const territory = submit.territory ?? '';
  const { catalogue } = world;
  const known = roles.every((id) => catalogue.roles.includes(id));
  if (!known || (territory !== '' && !catalogue.territories.includes(territory))) {
    return retry(person, world, 'invalid', {}, { at: 'profile' });
  }
  return described(person, { roles, territory }, world);
}

/** Goes on from the profile: forward where it is what is asked, in place from a card of before. */
function described(person: Participant, said: Parameters<typeof describe>[1], world: World): Turn {
  const after = describe(person, said, world);
  if (place(person, world).at === 'profile') return moveOn(after, world);
  if (isAlike(person.profile, after.profile)) return goOn(person, world, notice('unchanged'));
  const { roles = [], territory } = after.profile ?? {};
  const now = {
    roles: roles === 'declined' ? [] : [...roles],
    ...(territory !== undefined && territory !== 'declined' && { territory }),
  };
  return goOn(after, world, { label: 'notice', about: 'changed', described: now });
}
