import { number, type WorkbookRow } from './row.ts';
import { unlisted } from './table.ts';

/** The condition that a row holds; `prefix` is what stands before the names of its columns. Nothing when they are empty. */
export function conditionIn(row: WorkbookRow, prefix: string): Record<string, unknown> | undefined {
  const [question = '', is = '', atLeast = '', atMost = ''] = ['question', 'is', 'at least', 'at most'].map(
    (name) => row.get(`${prefix}${name}`),
  );
  if (`${question}${is}${atLeast}${atMost}` === '') return undefined;
  return {
    question,
    ...(is !== '' && { is: unlisted(is) }),
    ...(atLeast !== '' && { atLeast: number(atLeast) }),
    ...(atMost !== '' && { atMost: number(atMost) }),
  };
}
