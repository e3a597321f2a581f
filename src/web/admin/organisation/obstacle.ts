import { html } from '#web/http/pages/html.ts';
import type { AdminAnswer, AdminVisit } from '../visit.ts';

const statuses = {
  down: 503,
  declined: 403,
  expired: 400,
  failed: 400,
  unverified: 403,
  'not-allowed': 403,
  'too-often': 429,
} as const;

/** Why an entry by an organisation's account did not succeed. */
export type Obstacle = keyof typeof statuses;

/** Where it is told: an address that can be opened again, with nothing in it of what the provider sent. */
export const obstacleAddress = (cause: Obstacle, back: string): string =>
  `/animation/organisation/obstacle?${new URLSearchParams({ cause, vers: back })}`;

/** What happened and what to do, in words of ours. */
export function obstacle({ say, query }: AdminVisit, name: string): AdminAnswer {
  const cause = causes.find((one) => one === query.get('cause'));
  if (cause === undefined) return { kind: 'missing' };
  const way = new URLSearchParams({ vers: wayBack(query) });
  const isOfAccount = cause === 'unverified' || cause === 'not-allowed';
  if (isOfAccount) way.set('compte', 'autre');
  const label = say(isOfAccount ? 'organisation.other-account' : 'organisation.again', { name });
  return {
    kind: 'page',
    status: statuses[cause],
    title: say('organisation.title', { name }),
    body: html`<p class="lead" role="status">${say(`organisation.cause.${cause}`, { name })}</p>
<p><a class="way" href="/animation/organisation?${way.toString()}">${label}</a></p>
<p><a href="/animation/entree">${say('organisation.otherwise')}</a></p>`,
  };
}

/** Where somebody was going, if it is a page of the space; its first page otherwise. */
export function wayBack(query: URLSearchParams): string {
  const asked = query.get('vers') ?? '';
  return /^\/animation(\/[\w/-]*)?$/.test(asked) ? asked : '/animation';
}

const causes: readonly Obstacle[] = [
  'down',
  'declined',
  'expired',
  'failed',
  'unverified',
  'not-allowed',
  'too-often',
];
