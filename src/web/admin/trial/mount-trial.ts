import { isOver } from '#domain/consultation/consultation.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import type { AdminOptions } from '../options.ts';
import { settingsAddress } from '../settings/address.ts';
import { tabPage } from '../tab-page.ts';
import type { Member } from '../visit.ts';
import { trialFrame } from './trial-frame.ts';

type TrialParts = Pick<AdminOptions, 'assistant' | 'trialPage'>;

/** `/animation/c/{code}/essai`: the conversation as a resident meets it, of which nothing is kept. */
export function mountTrial(admin: Admin, { assistant, trialPage }: TrialParts): void {
  const path = '/c/:code/essai';
  admin.pageOf(path, 'facilitator', async (visit, its) => {
    const { say } = visit;
    const body = html`<p class="lead">${say('trial.lead')}</p>
${
  isOver(its)
    ? html`<p>${say('trial.over')}</p>`
    : html`<p class="ways"><a href="/animation/c/${its.id}/essai">${say('trial.anew')}</a> <a href="${settingsAddress(its.id, 'about')}">${say('trial.settings')}</a></p>
${trialFrame(its, visit)}`
}`;
    return tabPage('trial', its, visit, body, say('trial.title'));
  });
  admin.pageOf(`${path}/conversation`, 'facilitator', async (visit: Member, its) => {
    if (isOver(its)) return { kind: 'missing' };
    const ticket = await assistant.invitations.ticket(its.id, visit.account.id);
    return { kind: 'whole', ...(await trialPage(its, visit.language, ticket)) };
  });
}
