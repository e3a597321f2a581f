import { budgetOf, nameOf, type Suite } from './budget.ts';
import { slowness } from './slowness.ts';

/** What is read of a suite's result; `processor` is what `native.ts` measured. */
interface Result {
  readonly perfStats: { readonly runtime: number; readonly processor?: number };
}

interface Cost {
  readonly name: string;
  /** Seconds from its first line to its last, and seconds that a processor worked for it. */
  readonly lasted: number;
  readonly worked: number;
  readonly budget: number;
}

/**
 * How far past its budget a suite is told, and fails the run. A processor that two workers and their browsers share does a third
 * less in the same seconds, so that only what is out of all measure fails; never when chance is tried often.
 */
const told = 1.5;
const fails = process.env.TEST_RUNS === 'full' ? Number.POSITIVE_INFINITY : 3;

/**
 * Ends a run with its ten slowest suites and those that went past their budgets. Budgets are of a processor's time, scaled by how
 * slow this machine is: what other programs do on it meanwhile counts for little.
 */
export default class Slowest {
  readonly #costs: Cost[] = [];
  readonly #slowness = slowness();
  #error: Error | undefined;

  onTestResult(suite: Suite, { perfStats: { runtime, processor = 0 } }: Result): void {
    const budget = budgetOf(suite) * this.#slowness;
    this.#costs.push({ name: nameOf(suite), lasted: runtime / 1000, worked: processor, budget });
  }

  onRunComplete(): void {
    const slowest = this.#costs.toSorted((a, b) => b.lasted - a.lasted).slice(0, 10);
    console.error(
      `\nThe slowest suites: seconds by the clock, seconds of a processor and how many are planned here`,
    );
    for (const one of slowest) console.error(line(one));
    const over = this.#costs.filter(({ worked, budget }) => worked > told * budget);
    if (over.length === 0) return;
    console.error(
      `\nPast what is planned by more than half: make them cheaper, or say why not in test/jest/budgets.json. At ${fails} times the run fails.`,
    );
    for (const one of over) console.error(line(one));
    if (over.some(({ worked, budget }) => worked > fails * budget))
      this.#error = new Error('Suites cost more than is planned');
  }

  getLastError(): Error | undefined {
    return this.#error;
  }
}

const line = ({ name, lasted, worked, budget }: Cost) =>
  `${[lasted, worked, budget].map((seconds) => seconds.toFixed(1).padStart(7)).join('')}  ${name}`;
