import { z } from 'zod';
import type { Application } from '#application/parts.ts';
import { eraseAnswers } from '#application/retention/erase-answers.ts';
import type { RetentionJob } from '#application/retention/retention-job.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { button, choose, hidden, summary } from '../fields.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, refused, withProblems } from '../visit.ts';
import { lifePaths } from './state.ts';

interface ErasureParts {
  readonly application: Application;
  readonly retention: Pick<RetentionJob, 'wake'>;
}

/** `/animation/c/{code}/effacement`: an owner has the answers erased before their time, asked twice. */
export function mountErasure(admin: Admin, { application, retention }: ErasureParts): void {
  const path = `/c/:code/${lifePaths.erase}`;
  admin.pageOf(path, 'owner', async (visit, its) => page(visit, its));
  admin.actOf(path, 'owner', async (visit, its, form) => {
    if (form.read(Sure)?.sure !== 'oui') return page(visit, its, visit.say('admin.retention.erase.unsure'));
    const { outcome } = await eraseAnswers({ ...application, retention }, visit.actor, { code: its.id });
    return outcome === 'done'
      ? { kind: 'to', path: `/animation/c/${its.id}`, said: 'erased' }
      : refused(outcome);
  });
}

const Sure = z.object({ sure: z.string().optional() });

function page(visit: Member, its: Consultation, problem?: string): AdminAnswer {
  const { say, token } = visit;
  if (its.draft || its.erasure !== undefined) return { kind: 'missing' };
  const label = say('admin.retention.erase.title');
  const choices = [{ value: 'oui', label: say('admin.retention.erase.sure') }];
  const body = html`${problem === undefined ? '' : summary({ sure: problem }, say('admin.problems'))}
<p>${say('admin.retention.erase.what')}</p>
<p>${say('admin.retention.erase.stays')}</p>
<p>${say('admin.retention.erase.closes')} <strong>${say('admin.retention.erase.never')}</strong></p>
<form method="post" action="/animation/c/${its.id}/${lifePaths.erase}" class="panel">${hidden('jeton', token)}
${choose({ name: 'sure', label, kind: 'checkbox', values: [], choices, problem })}
<p>${button(say('admin.retention.erase.yes'), 'grave')}</p></form>`;
  return withProblems(tabPage('home', its, visit, body, label), problem !== undefined);
}
