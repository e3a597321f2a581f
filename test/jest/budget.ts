import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** What is read of a suite that Jest is to run. */
export interface Suite {
  readonly path: string;
  readonly context: {
    readonly config: { readonly rootDir: string; readonly displayName?: { readonly name: string } };
  };
}

/** Seconds of a processor, as on the machine of `slowness`: for a project's suites, or for one of them. */
const budgets: {
  readonly projects: Readonly<Record<string, number>>;
  readonly suites: Readonly<Record<string, number>>;
} = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8'));

export const nameOf = ({ path, context: { config } }: Suite): string => relative(config.rootDir, path);

/** What a suite may cost; a run in which chance is tried often has no budget. */
export function budgetOf(suite: Suite): number {
  const { displayName } = suite.context.config;
  return (
    budgets.suites[nameOf(suite)] ?? budgets.projects[displayName?.name ?? ''] ?? Number.POSITIVE_INFINITY
  );
}
