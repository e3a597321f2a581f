import { adjustedRand } from './adjusted-rand.ts';
import { sizesOf } from './camp-sizes.ts';
import { alongLine, campsIn, pairsOf, standApart } from './gap.ts';
import type { AnsweredCells } from './matrix.ts';
import {
  bestOf,
  foldsOf,
  isBetter,
  startsOf,
  type Trial,
  tryCamps,
  trySpreads,
} from './models/cross-validation.ts';
import { fitCamps, fitSpread } from './models/fit.ts';
import type { OpinionModel } from './models/model.ts';

/** Groups that come out otherwise without a fifth of the people are none. */
const stable = 0.7;
/**
 * By how many standard errors camps must beat opinion that is spread out: one (Breiman's rule), and three where people
 * of a camp also stand apart along a trait: together these come close to any distribution, a flat one too.
 */
const proof = [1, 3] as const;
/** And more camps fewer. */
const finer = 2;
/** Fewer are no group of opinion: a few people who answered oddly. */
const fewestInGroup = 5;

/** What lies behind people's answers. */
export type OpinionShape =
  | { readonly shape: 'spread'; readonly model: OpinionModel }
  | {
      readonly shape: 'clusters';
      readonly model: OpinionModel;
      readonly silhouette: number;
      readonly stability: number;
    };

/** The camps that tell most of people left out, if they stand apart; else the axis that people are spread out along, if there is one. */
export function findShape(sample: AnsweredCells, seed: number): OpinionShape | undefined {
  const folds = foldsOf(sample);
  const spreads = trySpreads(folds, seed);
  const spread = bestOf(spreads);
  const models = spreads.map(({ traits }) => fitSpread(sample, traits, seed));
  const trials = tryCamps(folds, spreads, seed).filter(
    (camps) => spread !== undefined && isBetter(camps, spread, camps.traits === 0 ? proof[0] : proof[1]),
  );
  for (const trial of simplestFirst(trials)) {
    const starts = startsOf(models, trial.camps + trial.traits, (model) => model);
    const model = fitCamps(sample, trial, starts, seed);
    const camps = campsIn(sample, model);
    const again = trial.models.map((drawn) => campsIn(sample, drawn));
    if (Math.min(...sizesOf(camps, camps.keys(), trial.camps)) < fewestInGroup) continue;
    const stability = mean(again.map((drawn) => adjustedRand(camps, drawn)));
    const names = again.map((drawn) => namesOf(camps, drawn, trial.camps));
    if (stability < stable || !standApart(folds, trial, names)) continue;
    return { shape: 'clusters', model, stability, silhouette: silhouetteOf(sample, model, camps) };
  }
  const [, first] = models;
  return first === undefined || spread?.traits === 0 ? undefined : { shape: 'spread', model: first };
}

/** The simplest of those that the best is not clearly better than, then the others from the best on. */
function simplestFirst(trials: readonly Trial[]): readonly Trial[] {
  const [best, ...others] = trials.toSorted((a, b) => b.likelihood - a.likelihood);
  if (best === undefined) return [];
  const rivals = [best, ...others.filter((one) => !isBetter(best, one, finer))];
  const simplest = rivals.reduce((least, one) => (sizeOf(one) < sizeOf(least) ? one : least));
  return [simplest, ...[best, ...others].filter((one) => one !== simplest)];
}

const sizeOf = ({ camps, traits }: Trial) => camps + traits / 2;

/** Which camp of another model each camp is, by the people they share: the most shared first. */
function namesOf(camps: Int8Array, others: Int8Array, count: number): Int8Array {
  const shared = Array.from({ length: count * count }, (_, at) => ({
    ours: Math.floor(at / count),
    theirs: at % count,
    people: camps.reduce((n, camp, i) => n + Number(camp * count + (others[i] ?? 0) === at), 0),
  })).toSorted((a, b) => b.people - a.people);
  const names = new Int8Array(count).fill(-1);
  for (const { ours, theirs } of shared)
    if (names[ours] === -1 && !names.includes(theirs)) names[ours] = theirs;
  return names;
}

function silhouetteOf(sample: AnsweredCells, model: OpinionModel, camps: Int8Array): number {
  const nearest = new Float64Array(camps.length).fill(Number.POSITIVE_INFINITY);
  for (const [a, b] of pairsOf(model.camps)) {
    const { places: line } = alongLine(sample, model, a, b);
    for (const [person, camp] of camps.entries()) {
      const at =
        camp === a ? (line[person] ?? 0) : camp === b ? -(line[person] ?? 0) : Number.POSITIVE_INFINITY;
      nearest[person] = Math.min(nearest[person] ?? 0, at);
    }
  }
  return mean([...nearest].map((at) => (2 * at) / (at + 1 / 2)).map((own) => Math.min(1, own)));
}

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
