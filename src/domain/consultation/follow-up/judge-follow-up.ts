import { manyLines } from '../../conversation/many-lines.ts';
import { oneLine } from '../../conversation/one-line.ts';
import { type FollowUp, type FollowUpState, followUpBounds, followUpStates } from './follow-up.ts';

/** An answer as it was sent, before anything is known of it. */
export interface FollowUpSaying {
  /** Empty or absent: on the consultation as a whole. */
  readonly trajectory?: string | undefined;
  readonly state?: string | undefined;
  /** Per language; an empty one is as if it were not there. */
  readonly why: Readonly<Record<string, string>>;
  readonly charge?: string | undefined;
}

/** What an answer says, once nothing is wrong with it. */
export type FollowUpWords = Pick<FollowUp, 'trajectory' | 'state' | 'why' | 'charge'>;

/** What is wrong with it, and where: as names of its properties, one in the other. */
export interface FollowUpProblem {
  readonly path: readonly [string, ...string[]];
  readonly code: 'trajectory' | 'state' | 'why' | 'language' | 'why-long' | 'charge-long';
}

interface Held {
  /** Ids of the trajectories that may be answered on. */
  readonly trajectories: readonly string[];
  /** The languages in which the consultation is held, that of its people first. */
  readonly languages: readonly string[];
}

export function judgeFollowUp(
  saying: FollowUpSaying,
  { trajectories, languages }: Held,
): { readonly words: FollowUpWords } | { readonly problems: readonly FollowUpProblem[] } {
  const trajectory = filled(saying.trajectory);
  const charge = filled(saying.charge && oneLine(saying.charge));
  const state = followUpStates.find((one) => one === saying.state);
  const why = Object.fromEntries(
    Object.entries(saying.why).flatMap(([language, text]) => {
      const said = filled(text);
      return said === undefined ? [] : [[language, said] as const];
    }),
  );
  const problems: FollowUpProblem[] = [];
  if (trajectory !== undefined && !trajectories.includes(trajectory))
    problems.push({ path: ['trajectory'], code: 'trajectory' });
  if (state === undefined) problems.push({ path: ['state'], code: 'state' });
  if (Object.keys(why).length === 0) problems.push({ path: ['why', languages[0] ?? 'fr'], code: 'why' });
  for (const [language, text] of Object.entries(why)) {
    if (!languages.includes(language)) problems.push({ path: ['why', language], code: 'language' });
    else if (text.length > followUpBounds.why) problems.push({ path: ['why', language], code: 'why-long' });
  }
  if (charge !== undefined && charge.length > followUpBounds.charge)
    problems.push({ path: ['charge'], code: 'charge-long' });
  if (state === undefined || problems.length > 0) return { problems };
  return {
    words: {
      state,
      why,
      ...(trajectory !== undefined && { trajectory }),
      ...(charge !== undefined && { charge }),
    },
  };
}

/** Whether an answer says the same as another one: sent twice, it is one. */
export const saysTheSame = (a: FollowUpWords, b: FollowUpWords): boolean => print(a) === print(b);

const print = ({ trajectory, state, why, charge }: FollowUpWords): string => {
  const texts = Object.entries(why).toSorted(([x], [y]) => x.localeCompare(y));
  return JSON.stringify([trajectory, state satisfies FollowUpState, texts, charge]);
};

/** Nothing where nothing is said. */
function filled(text: string | undefined): string | undefined {
  const said = text === undefined ? '' : manyLines(text);
  return said === '' ? undefined : said;
}
