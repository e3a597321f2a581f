import { type AnsweredCells, answersAmong, peopleIn } from '../matrix.ts';
import { expecting } from './expectation.ts';
import { fitCamps, fitSpread } from './fit.ts';
import type { OpinionModel } from './model.ts';

/** A kind of model, how well it told the answers of people it had not seen, and what it drew from the others. */
export interface Trial {
  readonly camps: number;
  readonly traits: number;
  /** The logarithm of the chance of everyone's answers, each by the model drawn without them. */
  readonly likelihood: number;
  /** The same person by person, fold by fold. */
  readonly each: Float64Array;
  /** The model drawn without each fold. */
  readonly models: readonly OpinionModel[];
}

/** People, each in one of `folds`; the models are drawn without one fold at a time. */
export interface Folds {
  readonly training: readonly AnsweredCells[];
  readonly left: readonly AnsweredCells[];
}

/** Few answers: each model is drawn from nine people out of ten; many: from two out of three, which costs a fifth. */
const foldsFor = (answered: number) => (answered < 5_000 ? 10 : 3);
const mostTraits = 4;
const mostCamps = 5;

/** Parts people by their place; where that owes nothing to what they think, each fold is like the others. */
export function foldsOf(answers: AnsweredCells): Folds {
  const everyone = Array.from({ length: peopleIn(answers) }, (_, person) => person);
  const folds = foldsFor(answers.items.length);
  const parts = Array.from({ length: folds }, (_, fold) => fold);
  return {
    training: parts.map((fold) =>
      answersAmong(
        answers,
        everyone.filter((person) => person % folds !== fold),
      ),
    ),
    left: parts.map((fold) =>
      answersAmong(
        answers,
        everyone.filter((person) => person % folds === fold),
      ),
    ),
  };
}

/** Models where opinion is spread out along 0 to 3 traits, and 4 if 3 did best, tried on people left out. */
export function trySpreads(folds: Folds, seed: number): readonly Trial[] {
  const trials: Trial[] = [];
  for (let traits = 0; traits <= mostTraits; traits++) {
    const last = tried(folds, { camps: 1, traits }, (training) => fitSpread(training, traits, seed));
    trials.push(last);
    if (traits >= mostTraits - 1 && last !== bestOf(trials)) break;
  }
  return trials;
}

/**
 * Models with camps: of people who answer as their camp does but for noise, and of camps within which people also stand
 * apart along one trait. More camps are tried as long as one more did better.
 */
export function tryCamps(folds: Folds, spreads: readonly Trial[], seed: number): readonly Trial[] {
  return [...growing(folds, spreads, 0, seed), ...growing(folds, spreads, 1, seed)];
}

/** The trial that did best. */
export const bestOf = (trials: readonly Trial[]): Trial | undefined =>
  trials.toSorted((a, b) => b.likelihood - a.likelihood)[0];

/**
 * Whether one model tells people's answers better than another, by more than so many standard errors of what it gains,
 * paired person by person (Vuong 1989).
 */
export function isBetter(one: Trial, other: Trial, errors: number): boolean {
  const gains = one.each.map((own, person) => own - (other.each[person] ?? 0));
  const n = gains.length;
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / n;
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (n - 1);
  return mean > errors * Math.sqrt(variance / n);
}

function growing(folds: Folds, spreads: readonly Trial[], traits: number, seed: number): readonly Trial[] {
  const trials: Trial[] = [];
  for (let camps = 2; camps <= mostCamps; camps++) {
    const last = tried(folds, { camps, traits }, (training, fold) =>
      fitCamps(
        training,
        { camps, traits },
        startsOf(spreads, camps + traits, (trial) => trial.models[fold]),
        seed,
      ),
    );
    trials.push(last);
    if (camps > 3 - traits && last !== bestOf(trials)) break;
  }
  return trials;
}

/** The models without camps from which camps are looked for: of as many axes as can part them, and of one fewer. */
export function startsOf<T>(
  spreads: readonly T[],
  size: number,
  modelOf: (spread: T) => OpinionModel | undefined,
): readonly OpinionModel[] {
  return [
    Math.min(spreads.length - 1, size - 1),
    Math.min(spreads.length - 1, Math.max(1, size - 2)),
  ].flatMap((traits) => {
    const spread = spreads[traits];
    return (spread && modelOf(spread)) ?? [];
  });
}

function tried(
  { training, left }: Folds,
  kind: { readonly camps: number; readonly traits: number },
  fit: (training: AnsweredCells, fold: number) => OpinionModel,
): Trial {
  const models = training.map(fit);
  const each = models.flatMap((model, fold) => {
    const people = left[fold];
    return people === undefined ? [] : [...likelihoodsOf(people, model)];
  });
  return {
    ...kind,
    models,
    each: Float64Array.from(each),
    likelihood: each.reduce((sum, one) => sum + one, 0),
  };
}

function likelihoodsOf(answers: AnsweredCells, model: OpinionModel): Float64Array {
  const expect = expecting(model);
  return Float64Array.from({ length: peopleIn(answers) }, (_, person) => expect(answers, person).likelihood);
}
