import type { DomainId } from '#domain/catalogue/domains.ts';
import { domainTitle } from '#wording/titles.ts';
import type { View } from '../view.ts';

interface Step {
  readonly label: 'question' | 'trajectory';
  readonly domain: DomainId;
  readonly position: { readonly index: number; readonly total: number };
}

/** Where a person is in a domain: "Mobility · Question 2 of 6". */
export function step({ label, domain, position }: Step, view: View): string {
  const values = { domain: domainTitle(view, domain), ...position };
  return label === 'question'
    ? view.say('card.step.question', values)
    : view.say('card.step.trajectory', values);
}
