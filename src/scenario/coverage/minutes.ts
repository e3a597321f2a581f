import type { Catalogue, CatalogueText, Domain, Question } from '#domain/catalogue/catalogue.ts';
import { onceEach } from '#domain/in-memory/once-each.ts';
import { examines } from '#domain/participant/examining.ts';
import { visibleQuestions } from '#domain/participant/visible.ts';
import { sum } from '../analysis/sum.ts';
import { type SimulatedPerson, simulatedPerson } from './simulated-person.ts';

/** Words that an adult reads silently in a minute, in French (Trauzettel-Klosinski and Dietz 2012; in English it is 228). */
export const wordsAMinute = 195;
/** Seconds that a choice takes. */
export const secondsATap = 3;
/** Words of what more there is to say of a trajectory, and around a domain: from the welcome to the menu, and the scenario. */
const [wordsOfDetails, wordsAround] = [30, 350];
/** People over whom the mean is taken. */
const people = 20;

/** Taps that a view of a trajectory takes: a stance, and on. */
const tapsATrajectory = 2;
/** Taps before the first domain: the go-ahead, and who one is. */
const tapsBefore = 2;

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
  return (words / people + wordsAround) / wordsAMinute + ((taps / people + tapsBefore) * secondsATap) / 60;
}

/** Minutes to a first scenario, from the welcome on, whichever of these domains a person chooses: of the longest, in whole minutes. */
export function domainMinutes({ domains }: Catalogue, text: CatalogueText): number {
  const seconds = domains.map((domain) => {
    const asked = domain.questions.filter(({ visibleIf }) => visibleIf === undefined);
    const ids = domain.trajectories.map(({ id }) => id);
    return (
      sum(asked.map((one) => questionSeconds(one, text))) + examines(domain) * trajectorySeconds(ids, text)
    );
  });
  const around = secondsOf({ words: wordsAround, taps: tapsBefore + 1 });
  return Math.max(1, Math.round((around + Math.max(0, ...seconds)) / 60));
}

/** Seconds to read a question and to answer it by taps. */
export const questionSeconds = (question: Question, text: CatalogueText): number =>
  secondsOf({ words: questionWords(question, text), taps: tapsOf(question) });

/** Seconds to read one of these trajectories, on average, and to say what one makes of it. */
export const trajectorySeconds = (ids: readonly string[], text: CatalogueText): number =>
  secondsOf({ words: meanWords(ids, text) + wordsOfDetails, taps: tapsATrajectory });

const secondsOf = ({ words, taps }: Cost): number => (words / wordsAMinute) * 60 + taps * secondsATap;

/** Where one answer is to be given, it takes one; where several may be, two and on. */
const tapsOf = ({ kind }: Question): number => (kind === 'multi' ? 3 : kind === 'text' ? 2 : 1);

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

function questionCost(question: Question, text: CatalogueText, { answers }: SimulatedPerson): Cost {
  const answer = answers[question.id];
  // One answer is one tap, several are chosen and sent.
  const taps = answer?.kind === 'multi' ? answer.values.length + 1 : 1;
  return { words: questionWords(question, text), taps };
}

const questionWords = ({ id }: Question, text: CatalogueText): number =>
  counted(text, id, () => {
    const { title = '', hint = '', options = {}, points = [] } = text.questions[id] ?? {};
    return [title, hint, ...Object.values(options), ...points];
  });

/** Those that are shown are any of them: as many as the mean. */
function trajectoriesCost(domain: Domain, text: CatalogueText): Cost {
  const shown = examines(domain);
  const ids = domain.trajectories.map(({ id }) => id);
  return { words: shown * (meanWords(ids, text) + wordsOfDetails), taps: shown * tapsATrajectory };
}

/** Words of what stands in sight of a trajectory; its example and source are there for whoever asks. */
function meanWords(ids: readonly string[], text: CatalogueText): number {
  const each = ids.map((id) =>
    counted(text, id, () => {
      const { title = '', summary = '', benefit = '', risk = '' } = text.trajectories[id] ?? {};
      return [title, summary, benefit, risk];
    }),
  );
  return each.length === 0 ? 0 : sum(each) / each.length;
}

/** Words of an item, counted once a text: each turn asks how long is left. */
function counted(text: CatalogueText, id: string, read: () => readonly string[]): number {
  const known = countsOf(text);
  const words = known.get(id) ?? wordsIn(read());
  known.set(id, words);
  return words;
}

const countsOf = onceEach((_: CatalogueText) => new Map<string, number>());

const wordsIn = (texts: readonly string[]): number =>
  sum(texts.map((text) => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0));
