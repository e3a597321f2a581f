import { removeLogo } from '#application/logo/remove-logo.ts';
import { setLogo } from '#application/logo/set-logo.ts';
import type { Application } from '#application/parts.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { type LogoProblem, tooHeavy } from '#domain/consultation/logo/read-logo.ts';
import type { Admin } from '../admin.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';

/** Shows the settings with the logo, and what was wrong with a file. */
type ShowLogo = (visit: Member, its: Consultation, problem: LogoProblem) => Promise<AdminAnswer>;

/** `…/reglages/logo`: the logo of a consultation, whatever its phase; given, replaced, and taken away at `…/retrait`. */
export function mountLogo(admin: Admin, application: Application, show: ShowLogo): void {
  const path = '/c/:code/reglages/logo';
  const back = (code: string) => ({ kind: 'to', path: `/animation/c/${code}/reglages/about` }) as const;
  admin.pageOf(path, 'reader', async (_, { id }): Promise<AdminAnswer> => {
    const logo = await application.store.load('logo', id);
    if (logo === undefined) return { kind: 'missing' };
    const end = logo.type === 'image/png' ? 'png' : 'jpg';
    return {
      kind: 'file',
      name: `${id}-logo.${end}`,
      type: logo.type,
      bytes: Buffer.from(logo.data, 'base64'),
    };
  });
  admin.takeOf(path, 'facilitator', async (visit, its, form) => {
    if ('tooLong' in form) return show(visit, its, tooHeavy(form.tooLong));
    const set = await setLogo(application, visit.actor, { code: its.id, bytes: form.file('logo') });
    switch (set.outcome) {
      case 'done':
        return { ...back(its.id), said: 'logo-set' };
      case 'invalid':
        return show(visit, its, set.problem);
      default:
        return refused(set.outcome);
    }
  });
  admin.actOf(`${path}/retrait`, 'facilitator', async ({ actor }, { id }): Promise<AdminAnswer> => {
    const { outcome } = await removeLogo(application, actor, { code: id });
    switch (outcome) {
      case 'done':
        return { ...back(id), said: 'logo-removed' };
      case 'unchanged':
        // Pressed twice, or by two people.
        return back(id);
      default:
        return refused(outcome);
    }
  });
}
