import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { resumeCodeIn } from '#channels/resume-code.ts';
import { converse } from '#dialogs/converse.ts';
import type { Turn, World } from '#dialogs/world.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { newConsultation, newPerson, newWorld } from './world.ts';

/** Our own reader alone: what the recognisers add is tried in test/understanding. */
const world = newWorld(async () => ({ numbers: [] }));
const shown = 'mobility-avoided';

interface Row {
  readonly place: string;
  readonly language: string;
  readonly said: string;
  readonly must: string;
}

/** Replies from the field: where they are typed, and what they must mean. */
function rowsOf(file: string): readonly Row[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [place = '', language = '', said = '', must = ''] = line.split('\t');
      return { place, language, said, must };
    });
}

const fromField = rowsOf('./replies.tsv');
const ofOurs = ['more', 'people', 'passing'].flatMap((name) => rowsOf(`./replies-${name}.tsv`));
const places = ['consent', 'profile', 'mobility-daily', 'mobility-own-words', 'trajectory', 'menu'];

describe.each([
  ['from the field', fromField],
  ['of the same kinds', ofOurs],
])('replies %s', (_, rows) => {
  test.each(rows.filter(({ place }) => place !== 'any'))('$place $language: $said → $must', async (row) => {
    const { person, turn } = await say(row.place, row);
    expect(meets(row.must, person, turn)).toEqual({ met: true, turn: expect.anything() });
  });

  test.each(
    rows.filter(({ place }) => place === 'any').flatMap((row) => places.map((place) => ({ ...row, place }))),
  )('anywhere, at $place, $language: $said → $must', async (row) => {
    const { person, turn } = await say(row.place, row);
    expect(meets(row.must, person, turn)).toEqual({ met: true, turn: expect.anything() });
  });
});

test('none of them looks like a resume code', () => {
  for (const { said } of [...fromField, ...ofOurs])
    expect({ said, code: resumeCodeIn(said) }).toEqual({ said, code: undefined });
});

test.each(fromField.filter(({ must }) => must.startsWith('answer:')))(
  'once the consultation is over, $said is answered too',
  async ({ said, must }) => {
    const closed = newWorld(world.recognise, { consultation: newConsultation({ closed: true }) });
    const turn = await converse(at('menu', 'fr'), { kind: 'text', text: said }, closed);
    expect(turn.replies[0]).toMatchObject({ asked: { topic: topicOf(must) } });
    expect(turn.replies.at(-1)).toMatchObject({ label: 'notice', about: 'closed' });
  },
);

async function say(place: string, { language, said }: Row, around: World = world) {
  const person = at(place, language);
  return { person, turn: await converse(person, { kind: 'text', text: said }, around) };
}

/** Somebody who is asked this now. */
function at(place: string, language: string): Participant {
  const profile = { roles: 'declined', territory: 'declined' } as const;
  const agreed = { language, version: 3, consent: { at: world.now } };
  const person = { ...agreed, profile, domain: 'mobility' } as const;
  switch (place) {
    case 'consent':
      return newPerson({ language, informed: { mark: '1', print: world.information }, tries: 1 });
    case 'profile':
      return newPerson(agreed);
    case 'menu':
      return newPerson({ ...agreed, profile });
    case 'trajectory':
      return newPerson({
        ...person,
        answers: { 'mobility-avoidable': { kind: 'scale', value: 5 } },
        last: 'mobility-avoidable',
        examining: { mobility: [{ id: shown, why: 'asked' }] },
        focus: { on: 'trajectory', id: shown },
      });
    default:
      return newPerson({
        ...person,
        ...(place === 'mobility-daily'
          ? {}
          : { answers: { 'mobility-avoidable': { kind: 'scale', value: 3 } } }),
        focus: { on: 'question', id: place },
      });
  }
}

/** Whether a turn is one of those that a row allows; with the turn, so that a failure shows it. */
function meets(must: string, person: Participant, turn: Turn): { met: boolean; turn: Turn } {
  const met = alternativesOf(must).some((one) => isMet(one, person, turn));
  return { met, turn };
}

const alternativesOf = (must: string): readonly string[] => {
  if (/^(?:horizon|as above)/.test(must)) return ['horizon'];
  if (must.startsWith('corrects')) return ['corrects'];
  if (must.endsWith(', asked')) return [...alternativesOf(must.slice(0, -7)), 'ask'];
  const parts = must.replace(/\(.*?\)/g, '').split(/,? or |; /);
  return parts.flatMap((part) => part.trim() || []);
};

const stances: Readonly<Record<string, number>> = {
  'very-undesirable': -2,
  undesirable: -1,
  neither: 0,
  desirable: 1,
  'very-desirable': 2,
};

function isMet(must: string, person: Participant, turn: Turn): boolean {
  if (must.startsWith('answer:')) return isAnswered(topicOf(must), person, turn);
  if (must.startsWith('word:')) return isObeyed(must.slice(5).split(',')[0] ?? '', turn);
  if (must === 'horizon') return isAsked(person, turn) && turn.participant.begun?.horizon !== undefined;
  if (must === 'corrects')
    return value(turn, 'mobility-avoidable') === 3 && untouched(person, turn, 'ballots');
  if (must === '=agreed') return turn.participant.consent !== undefined;
  if (must === '=declined') return turn.participant.declined === true;
  if (must.startsWith('opens')) return turn.participant.domain !== undefined;
  if (must.startsWith('ask')) {
    const isKept = !must.includes('+condition') || turn.participant.begun?.condition !== undefined;
    return isAsked(person, turn) && isKept;
  }
  return isRecorded(must.replace(/^=/, ''), turn);
}

/** Nothing is written down, and something is asked again. */
const isAsked = (person: Participant, turn: Turn): boolean =>
  turn.replies.some(({ label }) => label === 'retry') && isUntouched(person, turn);

const isUntouched = (person: Participant, turn: Turn): boolean =>
  (['answers', 'ballots', 'profile', 'consent', 'domain'] as const).every((part) =>
    untouched(person, turn, part),
  );

const untouched = (person: Participant, { participant }: Turn, part: keyof Participant): boolean =>
  JSON.stringify(person[part]) === JSON.stringify(participant[part]);

const topicOf = (must: string): string => /answer:([a-z-]+)/.exec(must)?.[1] ?? '';

function isAnswered(topic: string, person: Participant, turn: Turn): boolean {
  const [first, ...rest] = turn.replies;
  const isThat = first?.label === 'notice' && first.asked?.topic === topic;
  const isBack = rest.some(({ label }) => label !== 'notice');
  // Whatever they typed, no document holds a word of it.
  return isThat && isBack && isUntouched(person, turn) && turn.participant.unclear === undefined;
}

function isObeyed(word: string, { replies, participant }: Turn): boolean {
  const [first] = replies;
  switch (word.trim()) {
    case 'back':
      return participant.tries === 0 && replies.every(({ label }) => label !== 'retry');
    case 'later':
      return first?.label === 'notice' && first.about === 'later' && participant.consent === undefined;
    case 'erase':
      return replies.some((reply) => reply.label === 'confirmation' && reply.of === 'erasing');
    case 'group':
      return first?.label === 'group-scenario';
    case 'english':
      return participant.language === 'en';
    default:
      return false;
  }
}

const value = ({ participant }: Turn, id: string): unknown => {
  const answer = participant.answers[id];
  return answer !== undefined && 'value' in answer ? answer.value : answer?.kind;
};

/** "timetables, cost", "desirable +condition", "very-undesirable, kept as a concern if…; no horizon". */
function isRecorded(what: string, turn: Turn): boolean {
  const { participant, replies } = turn;
  const ballot = participant.ballots[shown];
  const said = named(participant, turn);
  if (what === 'no horizon') return false;
  const [first = ''] = what.split(/[,\s]/);
  if (first in stances) {
    const noted = replies.find((reply) => reply.label === 'notice' && reply.about === 'ballot-noted');
    const cast = noted?.label === 'notice' ? noted.cast : undefined;
    const isCast = typeof ballot === 'object' && ballot.stance === stances[first];
    const isConditional =
      !what.includes('+condition') || (typeof ballot === 'object' && ballot.condition !== undefined);
    const isOffered =
      !what.includes('concern') || (cast?.remark !== undefined && cast.ballot.horizon === undefined);
    return isCast && isConditional && isOffered;
  }
  if (what === 'dont-know')
    return said.includes('dont-know') || (typeof ballot === 'object' && ballot.stance === first);
  if (what.startsWith('the first three')) return said.length === 3;
  if (what.startsWith('a small part')) return said.includes(2);
  if (what.startsWith('looking for work')) return said.includes('job-seeker');
  if (/^[1-5]$/.test(what)) return said.includes(Number(what));
  const wanted = what.split(',').map((one) => one.trim().split(' ')[0]);
  return wanted.every((one) => said.includes(one)) && said.length === wanted.length;
}

/** Everything that the turn wrote down. */
function named(participant: Participant, { replies }: Turn): readonly unknown[] {
  if (participant.domain !== undefined && participant.domain !== 'mobility') return [participant.domain];
  const told = replies.flatMap((reply) =>
    reply.label === 'notice' && reply.answered ? [reply.answered.answer] : [],
  );
  if (participant.last !== undefined && told.length === 0)
    return [participant.answers[participant.last]?.kind];
  if (told.length > 0)
    return told.flatMap((answer) =>
      'values' in answer ? answer.values : 'value' in answer ? [answer.value] : [answer.kind],
    );
  const { roles = [], territory } = participant.profile ?? {};
  return [...(roles === 'declined' ? [] : roles), ...(territory === 'declined' ? [] : [territory])];
}
