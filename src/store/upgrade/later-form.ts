import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Whether what does not fit was written by a later release: it bears a field, or a schema, that this one does not know. */
export function isOfLaterForm(data: unknown, issues: readonly Issue[]): boolean {
  return issues.some((issue) => hasUnknownField(issue) || isLaterSchema(data, issue));
}

function hasUnknownField(issue: Issue): boolean {
  if (issue.code === 'unrecognized_keys') return true;
  return issue.code === 'invalid_union' && issue.errors.flat().some(hasUnknownField);
}

function isLaterSchema(data: unknown, issue: Issue): boolean {
  if (issue.code !== 'invalid_value' || issue.path.join() !== 'schema') return false;
  const schema = typeof data === 'object' && data !== null && 'schema' in data ? data.schema : undefined;
  return (
    typeof schema === 'number' && issue.values.every((known) => typeof known === 'number' && schema > known)
  );
}
