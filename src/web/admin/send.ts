import type { Response } from 'restify';
import type { Assets } from '#web/http/pages/assets.ts';
import { busyHeaders } from '#web/http/pages/busy-page.ts';
import { html } from '#web/http/pages/html.ts';
import { pageHeaders } from '#web/http/pages/known-consultation.ts';
import { setCookie } from '#web/http/request/cookies.ts';
import { frame } from './frame.ts';
import type { AdminAnswer, AdminVisit, Member } from './visit.ts';
import { wayFrom } from './way-from.ts';

/** Writes how a visit is answered. */
export type Send = (
  response: Response,
  visit: AdminVisit,
  member: Member | undefined,
  outcome: AdminAnswer,
) => Promise<void>;

export function createSend(assets: Promise<Assets>): Send {
  const send: Send = async (response, visit, member, outcome) => {
    const { say } = visit;
    switch (outcome.kind) {
      case 'page': {
        const { addresses } = await assets;
        if (visit.query.has('lang')) response.appendHeader('Set-Cookie', languageCookie(visit));
        return response.sendRaw(outcome.status ?? 200, frame(outcome, visit, member, addresses), headers);
      }
      case 'to':
        if (outcome.cookie !== undefined) response.appendHeader('Set-Cookie', outcome.cookie);
        return response.sendRaw(303, '', { Location: address(outcome), 'Cache-Control': 'no-store' });
      case 'whole':
        if (outcome.policy !== undefined) response.setHeader('Content-Security-Policy', outcome.policy);
        return response.sendRaw(200, outcome.html, headers);
      case 'file':
        return response.sendRaw(200, Buffer.from(outcome.bytes), {
          'Content-Type': outcome.type,
          'Content-Disposition': `attachment; filename="${outcome.name}"`,
          'Cache-Control': 'no-store',
        });
      case 'busy': {
        const title = say('documents.busy.title');
        const body = html`<p>${say('documents.busy.advice')}</p>`;
        for (const [name, value] of Object.entries(busyHeaders)) response.setHeader(name, value);
        return send(response, visit, member, { kind: 'page', title, body, status: 503 });
      }
      case 'missing':
      case 'forbidden': {
        const title = say(`admin.${outcome.kind}.title`);
        const body = html`<p>${say(`admin.${outcome.kind}.advice`)}</p>${wayFrom(outcome.kind === 'missing' ? '' : visit.path, say)}`;
        const status = outcome.kind === 'missing' ? 404 : 403;
        return send(response, visit, member, { kind: 'page', title, body, status });
      }
    }
  };
  return send;
}

const headers = { ...pageHeaders, Vary: 'Accept-Language, Cookie' };

const languageCookie = ({ language }: AdminVisit) =>
  setCookie({ name: 'langue', value: language, path: '/animation', maxAge: 365 * 86_400 });

function address({ path, said }: Extract<AdminAnswer, { kind: 'to' }>): string {
  if (said === undefined) return path;
  const [before = '', anchor] = path.split('#');
  return `${before}${before.includes('?') ? '&' : '?'}dit=${said}${anchor === undefined ? '' : `#${anchor}`}`;
}
