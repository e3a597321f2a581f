import type { Domain } from '#domain/catalogue/catalogue.ts';
import { tableLeaves } from '#domain/results/table-leaves.ts';

/** A page of a table's phone: where it begins, a domain, or what goes from one domain to another. */
export type Step =
  | { readonly kind: 'start' }
  | { readonly kind: 'domain'; readonly domain: Domain }
  | { readonly kind: 'whole' };

/** Its name in the address. */
export const stepName = (step: Step): string =>
  step.kind === 'domain' ? step.domain.id : step.kind === 'whole' ? 'ensemble' : '';

/** In the order of the paper sheets; what goes between domains is asked of a table that looks at several. */
export const stepsOf = (domains: readonly Domain[]): readonly Step[] => [
  ...domains.map((domain) => ({ kind: 'domain', domain }) as const),
  ...(domains.length > 1 ? [{ kind: 'whole' } as const] : []),
];

/** The step that an address names; any other: the beginning. */
export const stepNamed = (name: string, domains: readonly Domain[]): Step =>
  stepsOf(domains).find((step) => stepName(step) === name) ?? { kind: 'start' };

/** The fields of a step. */
export function fieldsOf(step: Step): readonly string[] {
  const none = { table: '', people: 0, domains: {} };
  switch (step.kind) {
    case 'start':
      return ['people'];
    case 'domain':
      return [...tableLeaves(none, [step.domain]).keys()].filter((name) =>
        /^(orientation|kept|horizon|condition|note)-/.test(name),
      );
    case 'whole':
      return [...tableLeaves(none, []).keys()].filter((name) => /^(helps|helped|because)-/.test(name));
  }
}

/** Where a table's phone is. */
export const tablePath = (key: string): string => `/t/${key}`;

/** The address of a step in a language. */
export function stepPath(key: string, step: Step, language: string): string {
  const name = stepName(step);
  return `${tablePath(key)}?${name === '' ? '' : `etape=${name}&`}lang=${language}`;
}
