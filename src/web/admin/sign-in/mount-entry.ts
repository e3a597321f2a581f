import type { ApplicationParts } from '#application/parts.ts';
import { enterByLink } from '#application/team/enter.ts';
import { findSignInLink } from '#application/team/sign-in-links.ts';
import { signOut } from '#application/team/sign-out.ts';
import type { SignInLink } from '#domain/records/sign-in-link.ts';
import { html } from '#web/http/pages/html.ts';
import type { MakeLimit } from '#web/http/rate.ts';
import type { ClientAddress } from '#web/http/request/client-address.ts';
import type { Admin } from '../admin.ts';
import { button } from '../fields.ts';
import { keptHours } from '../kept/kept-forms.ts';
import type { WayBack } from '../kept/way-back.ts';
import type { AdminSessions } from '../session.ts';
import type { AdminAnswer, AdminVisit, Member } from '../visit.ts';

export interface EntryParts {
  readonly sessions: AdminSessions;
  readonly application: ApplicationParts;
  readonly addressOf: ClientAddress;
  readonly limit: MakeLimit;
  readonly wayBack: WayBack;
  /** What the button to an organisation's own accounts says, where there is one. */
  readonly organisation?: string;
}

/** Wrong links an address may try at once, and each second from then on; a right one waits for nobody else's. */
const tries = { burst: 20, perSecond: 0.2 };

/**
 * The way in: `/animation/entree`, and a one-time link at `/animation/entree/{secret}`, which opens at the press of a
 * button, so that a messenger that looks at links uses none up.
 */
export function mountEntry(admin: Admin, parts: EntryParts): void {
  const { application, sessions, addressOf, wayBack } = parts;
  const wait = parts.limit('sign-in', tries);
  admin.open('/entree', async (visit, member) =>
    member === undefined ? door(visit, parts.organisation) : { kind: 'to', path: '/animation' },
  );
  admin.open('/entree/:secret', async (visit, member) => {
    const link = await findSignInLink(application, visit.params.secret ?? '');
    return link === undefined ? used(visit, member !== undefined) : welcome(visit, link, member);
  });
  admin.enter('/entree/:secret', async (visit, request, member) => {
    const secret = visit.params.secret ?? '';
    if ((await findSignInLink(application, secret)) === undefined) {
      const seconds = await wait(addressOf(request));
      if (seconds > 0) return tooOften(visit, seconds);
    }
    const entry = { secret, operatorName: visit.say('admin.entry.operator'), as: member?.account.id };
    const account = await enterByLink(application, entry);
    if (account === undefined) return used(visit, false);
    const path = await wayBack.to(request.headers.cookie, account);
    // What waits for somebody else goes on waiting for them, until its end.
    return { kind: 'to', path, cookie: sessions.begin(account.id) };
  });
  admin.act('/sortie', 'reader', async ({ actor }) => {
    await signOut(application, actor);
    return { kind: 'to', path: '/animation/entree', said: 'left', cookie: [sessions.end, wayBack.end] };
  });
}

function door({ say, query }: AdminVisit, organisation: string | undefined): AdminAnswer {
  const back = query.get('vers') ?? '';
  const way = /^\/animation(\/[\w/-]*)?$/.test(back) ? `?vers=${encodeURIComponent(back)}` : '';
  const theirs =
    organisation === undefined
      ? html``
      : html`<p><a class="way" href="/animation/organisation${way}">${say('admin.entry.organisation', { name: organisation })}</a></p>`;
  return {
    kind: 'page',
    title: say('admin.entry.title'),
    body: html`${query.has('garde') ? html`<p class="notice">${say('kept.door', { hours: keptHours })}</p>` : ''}<p class="lead">${say('admin.entry.lead')}</p>${theirs}
<h2>${say('admin.entry.how')}</h2>
<ul><li>${say('admin.entry.by-link')}</li><li>${say('admin.entry.by-start')}</li></ul>`,
  };
}

const welcome = ({ say, path }: AdminVisit, { to }: SignInLink, member: Member | undefined): AdminAnswer => ({
  kind: 'page',
  title: say('admin.entry.welcome'),
  body: html`<p class="lead">${say('admin.entry.once')}</p>
${member !== undefined && to.who === 'new' ? html`<p>${say('admin.entry.adds', { name: member.account.name })}</p>` : ''}
<form method="post" action="${path}"><p>${button(say('admin.entry.enter'))}</p></form>
<p class="quiet">${say('admin.entry.cookie')} ${say('admin.entry.audit')}</p>`,
});

const used = ({ say }: AdminVisit, isIn: boolean): AdminAnswer => ({
  kind: 'page',
  status: 410,
  title: say('admin.entry.used'),
  body: isIn
    ? html`<p><a href="/animation">${say('admin.entry.in-already')}</a></p>`
    : html`<p>${say('admin.entry.used-advice')}</p>`,
});

const tooOften = ({ say }: AdminVisit, seconds: number): AdminAnswer => ({
  kind: 'page',
  status: 429,
  title: say('admin.entry.too-often'),
  body: html`<p>${say('admin.entry.wait', { seconds })}</p>`,
});
