import { editTownDraft } from '#application/town-catalogue/edit-town-draft.ts';
import { type Cells, sheetsOf, tablesOf } from '#documents/workbook/edit/sheets.ts';
import {
  freshId,
  type Thing,
  type ThingKind,
  thingIn,
  thingKinds,
  withoutThing,
  withThing,
} from '#documents/workbook/edit/thing.ts';
import { languagesOf, type Tables, textColumn } from '#documents/workbook/table.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { TownSheets } from '#domain/records/town-catalogue.ts';
import { saysDrawn } from '#web/http/at-once/drawn.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { type CatalogueParts, catalogueAddress, type WorkingCopy, workingCopy } from './catalogue-parts.ts';
import type { Edited } from './edited.ts';
import { fieldName } from './fields-of.ts';
import { readThing } from './read-thing.ts';
import { printOf, thingPage } from './thing-page.ts';

const fresh = 'nouveau';

/** `…/catalogue/question/mobility-daily` and the like: one thing of the working copy, edited at its place. */
export function mountThings(admin: Admin, parts: CatalogueParts, path: string): void {
  const { application } = parts;
  admin.pageOf(`${path}/:kind/:id`, 'facilitator', async (visit, its): Promise<AdminAnswer> => {
    const copy = await workingCopy(parts, its);
    const kind = kindIn(visit);
    if (copy === undefined || kind === undefined) return { kind: 'missing' };
    const { id = '' } = visit.params;
    const isNew = id === fresh;
    const thing = isNew ? blank(kind, visit.query.get('domaine') ?? '') : thingIn(copy.tables, kind, id);
    if (thing.main.length === 0) return { kind: 'missing' };
    return thingPage(editedOf(copy, { its, kind, id, thing, isNew }), visit);
  });
  admin.actOf(`${path}/:kind/:id`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const kind = kindIn(visit);
    if (kind === undefined) return { kind: 'missing' };
    return keep(visit, its, kind, form);
  });
  admin.actOf(`${path}/:kind/:id/retrait`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const kind = kindIn(visit);
    const { id = '' } = visit.params;
    if (kind === undefined) return { kind: 'missing' };
    let isOther = false;
    const { outcome } = await editTownDraft(application, visit.actor, {
      code: its.id,
      change(before) {
        const found = before && thingIn(tablesOf(before), kind, id);
        isOther = found !== undefined && found.main.length > 0 && !saysDrawn(form, printOf(found));
        return before && !isOther ? sheetsOf(withoutThing(tablesOf(before), kind, id)) : undefined;
      },
    });
    const copy = isOther ? await workingCopy(parts, its) : undefined;
    // What somebody else wrote meanwhile is looked at before it goes.
    if (copy !== undefined) {
      const thing = thingIn(copy.tables, kind, id);
      return thingPage({ ...editedOf(copy, { its, kind, id, thing, isNew: false }), isMoved: true }, visit);
    }
    return outcome === 'done' || outcome === 'changed'
      ? { kind: 'to', path: catalogueAddress(its.id) }
      : refused(outcome);
  });

  /** Kept, right or wrong: what is wrong is shown where it stands. */
  async function keep(visit: Member, its: Consultation, kind: ThingKind, form: Form): Promise<AdminAnswer> {
    const { id: asked = '' } = visit.params;
    const isNew = asked === fresh;
    let shown: AdminAnswer | undefined;
    let id = asked;
    const { outcome } = await editTownDraft(application, visit.actor, {
      code: its.id,
      change(before) {
        if (before === undefined) return undefined;
        const tables = tablesOf(before);
        const found = isNew ? blank(kind, form.one('domaine')) : thingIn(tables, kind, asked);
        if (isNew) id = freshId(tables, form.one('domaine'), wordsIn(form, tables));
        const base = isNew ? withId(found, kind, id) : found;
        const sent = readThing(form, tables, kind, id, base);
        if (!isNew && form.one('vu') !== printOf(found) && JSON.stringify(sent) !== JSON.stringify(found)) {
          const edited = {
            its,
            tables,
            kind,
            id,
            thing: sent,
            seen: printOf(found),
            isNew,
            troubles: [],
            meanwhile: found,
          };
          shown = thingPage(edited, visit);
          return undefined;
        }
        return TownSheets.safeParse(sheetsOf(withThing(tables, kind, id, sent))).data;
      },
    });
    if (shown !== undefined) return shown;
    if (outcome !== 'done') return outcome === 'changed' ? { kind: 'missing' } : refused(outcome);
    const copy = await workingCopy(parts, its);
    if (copy === undefined) return { kind: 'to', path: catalogueAddress(its.id) };
    const thing = thingIn(copy.tables, kind, id);
    const page = thingPage(editedOf(copy, { its, kind, id, thing, isNew: false }), visit);
    const isWrong = page.body.html.includes('aria-invalid');
    return isWrong
      ? { ...page, status: 422 }
      : { kind: 'to', path: catalogueAddress(its.id), said: 'catalogue-kept' };
  }
}

const kindIn = ({ params }: Member): ThingKind | undefined => thingKinds.find((one) => one === params.kind);

/** A thing of the working copy, with what is wrong there. */
const editedOf = (
  { tables, compiled }: WorkingCopy,
  at: Pick<Edited, 'its' | 'kind' | 'id' | 'thing' | 'isNew'>,
): Edited => ({
  ...at,
  tables,
  seen: printOf(at.thing),
  troubles: 'troubles' in compiled ? compiled.troubles : [],
});

const none = { options: [], said: [], signals: [] };

const blank = (kind: ThingKind, domain: string): Thing => ({
  ...none,
  main:
    kind === 'judgements' || kind === 'domain'
      ? []
      : [{ domain, ...(kind === 'question' && { kind: 'choice' }) } satisfies Cells],
});

const withId = (thing: Thing, kind: ThingKind, id: string): Thing => ({
  ...thing,
  main: thing.main.map((cells) => ({ ...cells, id, ...(kind === 'trajectory' && { source: 'town' }) })),
});

const wordsIn = (form: Form, tables: Tables): string =>
  languagesOf(tables)
    .map((language) => form.one(fieldName('main', 0, textColumn('title', language))))
    .find((one) => one !== '') ?? '';
