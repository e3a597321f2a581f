/** Where people stand on a line, as far as their answers tell: a place, and how unsure it is (a variance). */
export interface Sightings {
  readonly places: Float64Array;
  readonly variances: Float64Array;
}

const grid = Float64Array.from({ length: 25 }, (_, i) => -1.2 + i / 10);
const middle = grid.map((place) => place).findIndex((place) => Math.abs(place) < 1e-9);
/** The single heap's summit is looked for between the two, near 1/2 and -1/2. */
const summits = Array.from({ length: 11 }, (_, i) => middle - 5 + i);
const steps = 30;

/**
 * How much better two heaps tell where people stand than one, as a logarithm: two points against the best of all
 * distributions with a single mode, whatever its form (a mixture of flat stretches that end at the mode, Stephens 2017).
 * What is unsure about each person is taken into account, so that a valley filled by noise alone is still a valley.
 */
export function twoOverOne(sightings: Sightings): number {
  const likely = likelihoods(sightings);
  const single = summits.map((summit) => fitted(stretches(likely, summit), steps));
  return twoPoints(sightings) - Math.max(...single);
}

/** Person by person, how likely the sighting is from each place of the grid. */
function likelihoods({ places, variances }: Sightings): readonly Float64Array[] {
  return Array.from(places, (place, person) => grid.map((at) => density(place - at, variances[person] ?? 1)));
}

const density = (distance: number, variance: number) =>
  Math.exp((-distance * distance) / (2 * variance)) / Math.sqrt(variance) + 1e-12;

/** Person by person, how likely the sighting is from each flat stretch between the summit and a place of the grid. */
const stretches = (likely: readonly Float64Array[], summit: number): readonly Float64Array[] =>
  likely.map((own) => {
    const out = new Float64Array(own.length);
    let sum = 0;
    for (let at = summit; at < own.length; at++) {
      sum += own[at] ?? 0;
      out[at] = sum / (at - summit + 1);
    }
    sum = 0;
    for (let at = summit; at >= 0; at--) {
      sum += own[at] ?? 0;
      out[at] = sum / (summit - at + 1);
    }
    return out;
  });

/** The logarithm of the likelihood of the best mixture of these parts (EM on its weights). */
function fitted(people: readonly Float64Array[], rounds: number): number {
  let weights = new Float64Array(grid.length).fill(1 / grid.length);
  let total = 0;
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(grid.length);
    total = 0;
    for (const own of people) {
      let chance = 0;
      for (let part = 0; part < own.length; part++) chance += (weights[part] ?? 0) * (own[part] ?? 0);
      total += Math.log(chance);
      for (let part = 0; part < own.length; part++)
        next[part] = (next[part] ?? 0) + ((weights[part] ?? 0) * (own[part] ?? 0)) / chance / people.length;
    }
    weights = next;
  }
  return total;
}

/** The same of the best two points (EM on where they are and their shares). */
function twoPoints({ places, variances }: Sightings): number {
  let [right, left, share, total] = [1 / 2, -1 / 2, 1 / 2, 0];
  for (let round = 0; round < steps; round++) {
    const sums = { right: 0, left: 0, onRight: 0, onLeft: 0, share: 0 };
    total = 0;
    for (let person = 0; person < places.length; person++) {
      const [place, variance] = [places[person] ?? 0, variances[person] ?? 1];
      const one = share * density(place - right, variance);
      const other = (1 - share) * density(place - left, variance);
      const chance = one / (one + other);
      total += Math.log(one + other);
      sums.share += chance / places.length;
      sums.right += (chance * place) / variance;
      sums.onRight += chance / variance;
      sums.left += ((1 - chance) * place) / variance;
      sums.onLeft += (1 - chance) / variance;
    }
    right = sums.right / Math.max(1e-9, sums.onRight);
    left = sums.left / Math.max(1e-9, sums.onLeft);
    share = sums.share;
  }
  return total;
}
