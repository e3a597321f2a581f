import type { z } from 'zod';
import type { Say } from '#domain/conversation/phrases.ts';

type Issue = z.core.$ZodIssue;

/** Something of the wrong shape: where, and what is awaited there, in words. */
export interface ShapeProblem {
  readonly path: readonly string[];
  readonly detail: string;
}

/** What zod found, in the words of the caller; each key that nothing is known of by itself. */
export function shapeProblems(issues: readonly Issue[], say: Say): readonly ShapeProblem[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== 'unrecognized_keys') return [{ path, detail: awaited(issue, say) }];
    return issue.keys.map((key) => ({
      path: [...path, key],
      detail: say('api.wrong.unknown', { value: key.slice(0, longest) }),
    }));
  });
}

/** No more than so many characters of what was sent are told back. */
const longest = 60;

function awaited(issue: Issue, say: Say): string {
  switch (issue.code) {
    case 'invalid_type':
      return say(`api.shape.${issue.input === undefined ? 'absent' : (kinds[issue.expected] ?? 'other')}`);
    case 'invalid_value':
      return say('api.shape.one-of', { values: issue.values.map(String).join(', ') });
    case 'too_big':
      return say(`api.shape.most-${measured(issue.origin)}`, { n: Number(issue.maximum) });
    case 'too_small':
      return say(`api.shape.least-${measured(issue.origin)}`, { n: Number(issue.minimum) });
    case 'invalid_format':
      return say(issue.format === 'date' ? 'api.shape.date' : 'api.shape.other');
    default:
      return say('api.shape.other');
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'yes-no',
  array: 'list',
  object: 'named',
  record: 'named',
};

const measured = (origin: string): 'characters' | 'items' | 'number' =>
  origin === 'string' ? 'characters' : origin === 'array' ? 'items' : 'number';
