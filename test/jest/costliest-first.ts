import { createRequire } from 'node:module';
import type { Test } from '@jest/test-result';
import { budgetOf } from './budget.ts';

// Its types are those of what `require` gives.
const { default: Sequencer }: typeof import('@jest/test-sequencer') = createRequire(import.meta.url)(
  '@jest/test-sequencer',
);

/** The suites with the largest budgets begin, so that none of them is left alone at the end on one of the processors. */
export default class CostliestFirst extends Sequencer {
  override async sort(tests: Test[]): Promise<Test[]> {
    const sorted = await super.sort(tests);
    return sorted.toSorted((a, b) => budgetOf(b) - budgetOf(a));
  }
}
