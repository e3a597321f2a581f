import { z } from 'zod';
import { changeSettings } from '#application/consultation/change-settings.ts';
import { makeCodes } from '#application/entry/make-codes.ts';
import { revokeCodes } from '#application/entry/revoke-codes.ts';
import { readerOf } from '#documents/queue/job.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { entries } from '#domain/consultation/settings/settings.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../../admin.ts';
import { meetShort, oneField } from '../../at-once/met-page.ts';
import { type AdminAnswer, type Member, refused } from '../../visit.ts';
import { type InviteParts, invited } from '../invited.ts';
import { type After, codesPage, entryLeaf } from './codes-page.ts';

/** `/animation/c/{code}/codes`: whether whoever has the link may answer, or only with a single-use code; the codes, made and taken back. */
export function mountCodes(admin: Admin, parts: InviteParts): void {
  const path = '/c/:code/codes';
  const page = async (visit: Member, its: Consultation, after: After = {}): Promise<AdminAnswer> =>
    codesPage(invited(visit, its, parts), await parts.application.store.load('entry-codes', its.id), after);
  const home = (its: Consultation) => `/animation/c/${its.id}/codes`;
  admin.pageOf(path, 'reader', async (visit, its) => page(visit, its));
  const setEntry = async (visit: Member, its: Consultation, form: Form): Promise<AdminAnswer> => {
    const given = form.read(Entry);
    if (given === undefined) return { kind: 'missing' };
    const { say } = visit;
    const shown = (text: string) => say(`entry-code.page.${entries.find((one) => one === text) ?? 'link'}`);
    const met = await meetShort({
      ...{ visit, form, mine: new Map([['entry', given.entry]]), now: entryLeaf(its) },
      ...{ words: oneField(say('entry-code.page.who'), shown), title: say('entry-code.page.title') },
      of: { its, at: 'invite' },
    });
    if ('page' in met) return met.page;
    const done = { kind: 'to', path: home(its), said: 'saved' } as const;
    if (met.isTheirs) return done;
    const isExpected = ({ entry }: Consultation) => entry === its.entry;
    const change = { code: its.id, settings: given, isExpected };
    const set = await changeSettings(parts.application, visit.actor, change);
    if (set.outcome !== 'changed') return set.outcome === 'done' ? done : refused(set.outcome);
    const latest = await parts.application.store.load('consultation', its.id);
    return latest === undefined ? { kind: 'missing' } : setEntry(visit, latest, form);
  };
  admin.actOf(path, 'facilitator', setEntry);
  admin.actOf(`${path}/planche`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const made = await makeSheet(visit, its, form, parts);
    return 'most' in made ? page(visit, its, { tooMany: made.most, n: form.one('n') }) : made;
  });
  admin.actOf(`${path}/annulation`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const which = form.one('which');
    const isAll = form.one('all') !== '';
    // Asked once more: what is handed out would let nobody in.
    if (isAll && form.one('sure') === '') return page(visit, its, { asks: 'all' });
    const wish = { code: its.id, ...(!isAll && { which }) };
    const revoked = await revokeCodes(parts.application, visit.actor, wish);
    switch (revoked.outcome) {
      case 'done':
        return page(visit, its, { revoked: revoked.n });
      case 'unknown':
        return page(visit, its, { unknown: which });
      default:
        return refused(revoked.outcome);
    }
  });
}

const Entry = z.object({ entry: z.enum(entries) });

/** Made and printed in one: in clear they stand on the sheet alone, and in no file of ours. */
async function makeSheet(
  visit: Member,
  its: Consultation,
  form: Form,
  parts: InviteParts,
): Promise<AdminAnswer | { readonly most: number }> {
  const { views, address } = invited(visit, its, parts);
  const made = await makeCodes(parts.application, visit.actor, { code: its.id, n: Number(form.one('n')) });
  if (made.outcome === 'too-many') return { most: made.most };
  if (made.outcome !== 'done') return refused(made.outcome);
  const view = views.find(({ language }) => language === form.one('language')) ?? views[0];
  const bytes = await parts.documents.printOnce({
    ...{ kind: 'entry-codes', reader: readerOf(view), address, codes: made.codes, at: visit.now },
  });
  return { kind: 'file', name: `${its.id}-codes.pdf`, type: 'application/pdf', bytes };
}
