import type { DomainId } from '#domain/catalogue/domains.ts';
import { domainTitle } from '#wording/titles.ts';
import type { View } from '../view.ts';

interface Step {
  readonly label: 'question' | 'trajectory';
  readonly domain: DomainId;
  readonly position: { readonly index: number; readonly total: number };
  /** Minutes to the end of the domain. */
  readonly left?: number | undefined;
}

/** Where a person is in a domain: "Mobility · about 3 minutes left"; on cards of before, which question of how many. */
export function step({ label, domain, position, left }: Step, view: View): string {
  const values = { domain: domainTitle(view, domain), ...position };
  if (left !== undefined) return view.say('card.step.left', { ...values, left });
  return label === 'question'
    ? view.say('card.step.question', values)
    : view.say('card.step.trajectory', values);
}
