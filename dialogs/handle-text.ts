import { DomainId } from '#domain/catalogue/domains.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { asRemark } from '#domain/participant/ballot.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { asksForHelp } from '#understanding/asked/asks-for-help.ts';
import type { Reading } from '#understanding/reading.ts';
import { isGoAhead } from '#understanding/replies/go-ahead.ts';
import { answerItem, begunOf } from './answers/answer.ts';
import { complete } from './answers/complete.ts';
import { expectedReply } from './answers/expected.ts';
import { noteUnclear } from './answers/note-unclear.ts';
import { readReply } from './answers/read-reply.ts';
import { declined, describe, moveOn } from './answers/record.ts';
import { skip } from './answers/skip.ts';
import { closeOrNot } from './facilitation/facilitate.ts';
import { agree, erase, open } from './handle-card-action.ts';
import { pickTitles } from './place/examine.ts';
import { unfocused } from './place/leave.ts';
import { type Place, place, progress } from './place/place.ts';
import { answerSecondLook } from './second-round.ts';
import { goOn, notice, retry } from './turn.ts';
import type { Turn, World } from './world.ts';

/** Something typed that is no word of command: read as a reply to what is asked now. */
export async function handleText(person: Participant, text: string, world: World): Promise<Turn> {
  const here = place(person, world);
  // Four texts at once: its card has a field for each.
  if (here.at === 'proposal')
    return goOn(person, world, notice(asksForHelp(text) ? 'proposal-help' : 'proposal-on-card'));
  const found = await readReply(text, expectedReply(here, person, world), person, world);
  // A yes to the list of domains is one to what is proposed.
  const reading: Reading =
    here.at === 'menu' && found.kind === 'unclear' && isGoAhead(text) ? { kind: 'any' } : found;
  return noteUnclear(replyTo(person, reading, here, world), here, text, world);
}

function replyTo(person: Participant, reading: Reading, here: Place, world: World): Turn {
  const completed = complete(person, reading, here, world);
  if (completed !== undefined) return completed;
  if (reading.kind === 'unclear') return askAgain(person, reading, here, world);
  if (reading.kind === 'skip') return skip(person, world);
  if (reading.kind === 'any' && here.at !== 'menu') return retry(person, world, 'not-a-choice');
  return understood(person, reading, here, world);
}

/** What a ballot says clearly all the same waits for its stance. */
function askAgain(person: Participant, reading: Unclear, here: Place, world: World): Turn {
  const { reason, beside } = reading;
  if (here.at !== 'trajectory') return retry(person, world, reason, reading);
  const { stance, remark, ...said } = { ...begunOf(person, here.trajectory.id), ...beside };
  const isMore = Object.keys(said).length > 0;
  const waiting = isMore
    ? { ...person, begun: { trajectory: here.trajectory.id, ...bounded(said) } }
    : person;
  return retry(waiting, world, reason, {
    ...reading,
    beside: { ...bounded(said), ...(stance !== undefined && { stance }), ...(remark && { remark }) },
  });
}

/** A condition is a remark like any other: no longer than one. */
function bounded<Said extends { readonly condition?: string | undefined }>(said: Said): Said {
  return said.condition === undefined ? said : { ...said, condition: asRemark(said.condition) };
}

type Unclear = Extract<Reading, { kind: 'unclear' }>;

function understood(person: Participant, reading: Clear, here: Place, world: World): Turn {
  switch (here.at) {
    case 'consent':
    case 'declined':
      return reading.kind === 'yes-no'
        ? agree(person, reading.value, world)
        : retry(person, world, 'not-a-choice');
    // What is typed there is a code, or nothing that is read.
    case 'entry-code':
      return goOn(person, world);
    case 'closing':
      return reading.kind === 'yes-no' ? closeOrNot(person, reading.value, world) : goOn(person, world);
    case 'erasing':
      return reading.kind === 'yes-no' ? erase(person, reading.value, world) : goOn(person, world);
    case 'menu':
      return openNamed(person, reading, world);
    case 'profile':
      return profileSaid(person, reading, world);
    case 'proposal':
      return goOn(person, world);
    case 'second-look':
      return answerSecondLook(person, reading, here, world);
    case 'titles':
      return reading.kind === 'multi'
        ? pickTitles(person, here.domain.id, reading.values, world)
        : goOn(unfocused(person), world);
    default:
      return answerItem(person, here, reading, world);
  }
}

type Clear = Exclude<Reading, { kind: 'unclear' | 'skip' }>;

function openNamed(person: Participant, reading: Clear, world: World): Turn {
  // Who leaves it open begins with what is proposed.
  const { next } = progress(person, world);
  const chosen = reading.kind === 'choice' ? reading.value : next;
  const named = DomainId.safeParse(chosen);
  return named.success ? open(person, named.data, world) : goOn(person, world, notice('not-understood'));
}

/** A profile typed in one sentence; what was not said is taken as declined. */
function profileSaid(person: Participant, reading: Clear, world: World): Turn {
  if (reading.kind !== 'multi') return moveOn({ ...person, profile: declined }, world);
  const roles = reading.values.flatMap((id) => (id.startsWith('role:') ? [id.slice(5)] : []));
  const territory = reading.values.find((id) => id.startsWith('territory:'))?.slice(10);
  const described = { roles, ...(territory && { territory }) };
  const said: Reply = { label: 'notice', about: 'understood', described };
  return moveOn(describe(person, described, world), world, said);
}
