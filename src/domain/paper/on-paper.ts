import type { Catalogue } from '../catalogue/catalogue.ts';
import { manyLines } from '../conversation/many-lines.ts';
import type { Answer } from '../participant/answer.ts';
import type { Ballot } from '../participant/ballot.ts';
import { isAlike } from '../participant/is-alike.ts';
import { type Participant, saidOfThemselves } from '../participant/participant.ts';
import { remarkQuestion } from './remark-question.ts';
import { type Sheet, sheetId } from './sheet.ts';

interface Entered {
  readonly consultation: string;
  readonly catalogue: Catalogue;
  readonly language: string;
  readonly now: string;
  /** Draws the order of trajectories among equals, as for anybody. */
  readonly seed: number;
}

/**
 * Somebody who answered on paper, counted as everybody else. The sheet told them what it is for and how long it is kept: handing
 * it back is their go-ahead. A remark is given to be read.
 */
export function onPaper(
  sheet: Sheet,
  { consultation, catalogue, language, now, seed }: Entered,
): Participant {
  return {
    ...{ schema: 1, id: sheetId(consultation, sheet.number), consultation, version: 0 },
    ...{ catalogue: catalogue.edition, language, device: 'paper', sheet: sheet.number },
    ...{ traces: [], seed, tries: 0, handled: [] },
    ...{ consent: { at: now }, ...saidOn(sheet, catalogue) },
    ...{ answeredAt: now, castAt: now, startedAt: now, updatedAt: now },
  };
}

/** The same person, once their sheet was read again: the same one when it says the same. */
export function readAgain(
  before: Participant,
  sheet: Sheet,
  { catalogue, now }: Pick<Entered, 'catalogue' | 'now'>,
): Participant {
  const said = saidOn(sheet, catalogue);
  const { profile, ballots, answers } = before;
  const isCast = !isAlike({ profile, ballots }, { profile: said.profile, ballots: said.ballots });
  if (!isCast && isAlike(answers, said.answers)) return before;
  return {
    ...{ ...before, ...said, catalogue: catalogue.edition, answeredAt: now, updatedAt: now },
    ...(isCast && { castAt: now }),
  };
}

/** What a paper sheet says, as it was entered; nothing of whoever answered otherwise. */
export function sheetOf(person: Participant, { domains }: Pick<Catalogue, 'domains'>): Sheet | undefined {
  if (person.sheet === undefined) return undefined;
  const stances = Object.entries(person.ballots).flatMap(([id, ballot]) =>
    ballot === 'skipped' ? [] : [[id, ballot.stance] as const],
  );
  const remarks = domains.flatMap((domain) => {
    const answer = person.answers[remarkQuestion(domain) ?? ''];
    return answer?.kind === 'text' ? [[domain.id, answer.value] as const] : [];
  });
  return {
    ...{ number: person.sheet, ...saidOfThemselves(person) },
    ...{ stances: Object.fromEntries(stances), remarks: Object.fromEntries(remarks) },
  };
}

function saidOn({ roles, territory, stances, remarks }: Sheet, { domains }: Catalogue) {
  const ballots = Object.entries(stances).map(([id, stance]): [string, Ballot] => [
    id,
    { stance, kept: false, benefits: [] },
  ]);
  const answers = domains.flatMap((domain): [string, Answer][] => {
    const [question, value] = [remarkQuestion(domain), manyLines(remarks[domain.id] ?? '')];
    return question === undefined || value === '' ? [] : [[question, { kind: 'text', value, shared: true }]];
  });
  return {
    profile: {
      roles: roles.length === 0 ? ('declined' as const) : [...roles],
      territory: territory ?? ('declined' as const),
    },
    ballots: Object.fromEntries(ballots),
    answers: Object.fromEntries(answers),
  };
}
