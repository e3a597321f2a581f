import { removeLogo } from '#application/logo/remove-logo.ts';
import { setLogo } from '#application/logo/set-logo.ts';
import type { Application } from '#application/parts.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { tooHeavy } from '#domain/consultation/logo/read-logo.ts';
import type { Logo } from '#domain/records/logo.ts';
import { drawnField, readDrawn } from '#web/http/at-once/drawn.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { logoLeaf, type ToldLogo } from './logo-part.ts';

/** Shows the settings with the logo, and what was wrong with a file. */
type ShowLogo = (visit: Member, its: Consultation, problem: ToldLogo) => Promise<AdminAnswer>;

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
    const wish = { code: its.id, bytes: form.file('logo'), isExpected: isDrawn(form) };
    const set = await setLogo(application, visit.actor, wish);
    switch (set.outcome) {
      case 'changed':
        return show(visit, its, { code: 'meanwhile' });
      case 'done':
        return { ...back(its.id), said: 'logo-set' };
      case 'invalid':
        return show(visit, its, set.problem);
      default:
        return refused(set.outcome);
    }
  });
  admin.actOf(`${path}/retrait`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const { id } = its;
    const wish = { code: id, isExpected: isDrawn(form) };
    const { outcome } = await removeLogo(application, visit.actor, wish);
    switch (outcome) {
      case 'changed':
        return show(visit, its, { code: 'meanwhile' });
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

/** Whether a logo is the one beside which a form was drawn. */
function isDrawn(form: Form): (logo: Logo | undefined) => boolean {
  const wasDrawn = readDrawn(form.one(drawnField));
  return (logo) => [...logoLeaf(logo)].every(([name, print]) => wasDrawn(name, print) !== false);
}
