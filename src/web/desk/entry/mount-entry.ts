import { createRateLimit } from '../../direct-line/rate.ts';
import { html } from '../../page/html.ts';
import type { Desk } from '../desk.ts';
import { button } from '../fields.ts';
import type { Journal } from '../journal.ts';
import type { Sessions } from '../session.ts';
import type { Team } from '../team.ts';
import type { Outcome, Visit } from '../visit.ts';

export interface EntryParts {
  readonly sessions: Sessions;
  readonly team: Team;
  readonly journal: Journal;
  readonly now: () => string;
  /** What the button to an organisation's own accounts says, where there is one. */
  readonly organisation?: string;
}

/** Tries an address may make at once, and each second from then on. */
const tries = { burst: 20, perSecond: 0.2 };

/**
 * The way in: `/animation/entree`, and a one-time link at `/animation/entree/{secret}`, which opens at the press of a
 * button, so that a messenger that looks at links uses none up.
 */
export function mountEntry(desk: Desk, parts: EntryParts): void {
  const { team, sessions, journal, now } = parts;
  const wait = createRateLimit(tries, () => Date.parse(now()));
  desk.open('/entree', async (visit, member) =>
    member === undefined ? door(visit, parts.organisation) : { kind: 'to', path: '/animation' },
  );
  desk.open('/entree/:secret', async (visit, member) => {
    const isOpen = await team.isOpen(visit.params.secret ?? '');
    return isOpen ? welcome(visit) : used(visit, member !== undefined);
  });
  desk.enter('/entree/:secret', async (visit, request) => {
    const seconds = wait(request.socket.remoteAddress ?? '');
    if (seconds > 0) return tooOften(visit, seconds);
    const account = await team.enter(visit.params.secret ?? '', visit.say('desk.entry.operator'));
    if (account === undefined) {
      await journal.write({ id: '', name: '' }, { did: 'refused' });
      return used(visit, false);
    }
    await journal.write(account, { did: 'entered' });
    return { kind: 'to', path: '/animation', cookie: sessions.begin(account.id) };
  });
  desk.act('/sortie', 'reader', async ({ account }) => {
    await team.leave(account);
    return {
      kind: 'to',
      path: '/animation/entree',
      said: 'left',
      cookie: sessions.end,
      wrote: { did: 'left' },
    };
  });
}

function door({ say, query }: Visit, organisation: string | undefined): Outcome {
  const back = query.get('vers') ?? '';
  const way = /^\/animation(\/[\w/-]*)?$/.test(back) ? `?vers=${encodeURIComponent(back)}` : '';
  const theirs =
    organisation === undefined
      ? html``
      : html`<p><a class="way" href="/animation/organisation${way}">${say('desk.entry.organisation', { name: organisation })}</a></p>`;
  return {
    kind: 'page',
    title: say('desk.entry.title'),
    body: html`<p class="lead">${say('desk.entry.lead')}</p>${theirs}
<h2>${say('desk.entry.how')}</h2>
<ul><li>${say('desk.entry.by-link')}</li><li>${say('desk.entry.by-start')}</li></ul>`,
  };
}

const welcome = ({ say, path }: Visit): Outcome => ({
  kind: 'page',
  title: say('desk.entry.welcome'),
  body: html`<p class="lead">${say('desk.entry.once')}</p>
<form method="post" action="${path}"><p>${button(say('desk.entry.enter'))}</p></form>
<p class="quiet">${say('desk.entry.cookie')} ${say('desk.entry.journal')}</p>`,
});

const used = ({ say }: Visit, isIn: boolean): Outcome => ({
  kind: 'page',
  status: 410,
  title: say('desk.entry.used'),
  body: isIn
    ? html`<p><a href="/animation">${say('desk.entry.in-already')}</a></p>`
    : html`<p>${say('desk.entry.used-advice')}</p>`,
});

const tooOften = ({ say }: Visit, seconds: number): Outcome => ({
  kind: 'page',
  status: 429,
  title: say('desk.entry.too-often'),
  body: html`<p>${say('desk.entry.wait', { seconds })}</p>`,
});
