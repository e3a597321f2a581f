import type { Catalogue, CatalogueText, Domain, Question } from '#domain/catalogue/catalogue.ts';
import { examines } from '#domain/participant/examining.ts';
import { visibleQuestions } from '#domain/participant/visible.ts';
import { sum } from '../analysis/sum.ts';
import { type SimulatedPerson, simulatedPerson } from './simulated-person.ts';

/** Words that are read in a minute, with attention, on a screen. */
const wordsAMinute = 160;
/** Seconds that a choice takes. */
const secondsATap = 3;
/** People over whom the mean is taken. */
const people = 20;

/** Taps that a view of a trajectory takes: a stance, and on. */
const tapsATrajectory = 2;
/** Taps before the first domain: the go-ahead; a role, a kind of territory, and on. */
const tapsBefore = 4;

/**
 * The minutes that a person needs from the go-ahead to the end of a catalogue as it is in use, in the language where that takes the
 * longest: reading every question and trajectory that they are shown, and answering by taps. What they add in their own words is theirs.
 */
export const minutesOf = (catalogue: Catalogue): number =>
  Math.max(...catalogue.languages.map((language) => minutesIn(catalogue, catalogue.text[language])));

function minutesIn(catalogue: Catalogue, text: CatalogueText | undefined): number {
  if (text === undefined) return 0;
  const each = Array.from({ length: people }, (_, n) =>
    costOf(catalogue, text, simulatedPerson(catalogue, n)),
  );
  const [words, taps] = [sum(each.map((one) => one.words)), sum(each.map((one) => one.taps))];
  return words / people / wordsAMinute + ((taps / people + tapsBefore) * secondsATap) / 60;
}

interface Cost {
  readonly words: number;
  readonly taps: number;
}

function costOf({ domains }: Catalogue, text: CatalogueText, person: SimulatedPerson): Cost {
  const all = domains.flatMap((domain): readonly Cost[] => [
    ...visibleQuestions(domain, person.answers).map((question) => questionCost(question, text, person)),
    trajectoriesCost(domain, text),
    // It is opened.
    { words: 0, taps: 1 },
  ]);
  return { words: sum(all.map((one) => one.words)), taps: sum(all.map((one) => one.taps)) };
}

function questionCost({ id }: Question, text: CatalogueText, { answers }: SimulatedPerson): Cost {
  const { title = '', hint = '', options = {}, points = [] } = text.questions[id] ?? {};
  const answer = answers[id];
  const chosen = answer?.kind === 'multi' ? answer.values.length : 1;
  // A text that is passed over takes one, all else is chosen and sent.
  const taps = answer?.kind === 'skipped' ? 1 : chosen + 1;
  return { words: wordsIn([title, hint, ...Object.values(options), ...points]), taps };
}

/** Those that are shown are any of them: as many as the mean. */
function trajectoriesCost(domain: Domain, { trajectories }: CatalogueText): Cost {
  const lengths = domain.trajectories.map(({ id }) => wordsIn(Object.values(trajectories[id] ?? {})));
  const shown = examines(domain);
  return {
    words: lengths.length === 0 ? 0 : (shown * sum(lengths)) / lengths.length,
    taps: shown * tapsATrajectory,
  };
}

const wordsIn = (texts: readonly string[]): number =>
  sum(texts.map((text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0));
