import type { Lead } from '#application/room/lead-session.ts';
import { timers } from '#domain/room/live-session.ts';
import type { Form } from '#web/http/request/form.ts';

/** What a form of the screen asks for. */
export type Asked =
  | { readonly kind: 'lead'; readonly lead: Lead }
  | { readonly kind: 'begin' | 'end' | 'note' | 'unnote' };

/** Nothing where it is no form of ours. */
export function readLead(form: Form): Asked | undefined {
  const act = form.one('acte');
  switch (act) {
    case 'begin':
    case 'end':
    case 'note':
    case 'unnote':
      return { kind: act };
    case 'ask':
      return { kind: 'lead', lead: { act, asked: askedIn(form) } };
    case 'open':
    case 'again':
      return { kind: 'lead', lead: { act, seconds: secondsIn(form) } };
    case 'stop':
    case 'reveal':
    case 'close':
    case 'pause':
    case 'resume':
    case 'longer':
      return { kind: 'lead', lead: { act } };
    default:
      return undefined;
  }
}

function askedIn(form: Form) {
  if (form.all('trajectory').length > 0) return { trajectory: form.one('trajectory') };
  return { question: form.one('question'), labels: [0, 1, 2, 3, 4].map((i) => form.one(`point-${i}`)) };
}

/** One of those that are offered; anything else is no end. */
const secondsIn = (form: Form): number =>
  timers.find((seconds) => String(seconds) === form.one('secondes')) ?? 0;
