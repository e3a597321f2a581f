import { addWorkshopResult } from '#application/workshop/add-workshop-result.ts';
import { removeWorkshopResult } from '#application/workshop/remove-workshop-result.ts';
import { workshopResultsOf } from '#application/workshop/workshop-results.ts';
import { readerOf } from '#documents/queue/job.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Form } from '#web/http/form.ts';
import { type Wording, withinDomains } from '#wording/wording.ts';
import type { Admin } from '../admin.ts';
import type { Problems } from '../fields.ts';
import type { AdminOptions } from '../options.ts';
import { printedFile } from '../printed-file.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { fileNames, kitPage } from './kit-page.ts';
import { besideTableFields, readTable } from './read-table.ts';
import { tableForm } from './table-form.ts';

type KitParts = Pick<AdminOptions, 'application' | 'documents' | 'viewOf'>;

const path = '/c/:code/materiel';

/** `/animation/c/{code}/materiel`: what a workshop needs on paper, and what its tables agreed on afterwards. */
export function mountWorkshopKit(admin: Admin, parts: KitParts): void {
  const { application, viewOf } = parts;
  const { store } = application;
  const seen = (its: Consultation, language: string): Wording => withinDomains(viewOf(its, language));
  const page = async (visit: Member, its: Consultation): Promise<AdminAnswer> => {
    const tables = await workshopResultsOf(store, its.id);
    return tabPage('workshop-kit', its, visit, kitPage({ visit, view: seen(its, visit.language), tables }));
  };
  const form = (visit: Member, its: Consultation, sent?: Form, problems: Problems = {}): AdminAnswer => {
    const view = seen(its, visit.language);
    const { domains } = view.catalogue;
    const body = tableForm({ visit, view, domains, problems, ...(sent && { sent }) });
    const isWrong = Object.keys(problems).length > 0;
    return {
      ...tabPage('workshop-kit', its, visit, body, visit.say('workshop-kit.form.title')),
      ...(isWrong && { status: 422 }),
    };
  };

  admin.pageOf(path, 'reader', page);
  mountPapers(admin, parts);
  admin.pageOf(`${path}/table`, 'facilitator', async (visit, its) =>
    isPutAway(its) ? { kind: 'missing' } : form(visit, its),
  );
  admin.actOf(`${path}/table`, 'facilitator', async (visit, its, sent): Promise<AdminAnswer> => {
    const view = seen(its, visit.language);
    const read = readTable(sent, view.catalogue.domains);
    if (read === undefined) return { kind: 'missing' };
    const added = await addWorkshopResult(application, visit.actor, { code: its.id, ...read });
    switch (added.outcome) {
      case 'done':
        return done(its.id, 'table-added');
      case 'invalid':
        return form(visit, its, sent, besideTableFields(added.problems, view));
      default:
        return refused(added.outcome);
    }
  });
  admin.act(
    `${path}/tables/:table/retrait`,
    'facilitator',
    async ({ params, actor }): Promise<AdminAnswer> => {
      const { code = '', table = '' } = params;
      const { outcome } = await removeWorkshopResult(application, actor, { code, id: table });
      return outcome === 'done' ? done(code, 'table-removed') : refused(outcome);
    },
  );
}

const isPutAway = ({ archivedAt }: Consultation): boolean => archivedAt !== undefined;

const done = (code: string, said: 'table-added' | 'table-removed'): AdminAnswer => ({
  kind: 'to',
  path: `/animation/c/${code}/materiel#tables`,
  said,
});

function mountPapers(admin: Admin, { documents, viewOf }: KitParts): void {
  for (const kind of ['cards', 'sheets'] as const)
    admin.pageOf(`${path}/${fileNames[kind]}.pdf`, 'reader', (visit, its): Promise<AdminAnswer> => {
      const job = { kind, reader: readerOf(viewOf(its, visit.language)), at: visit.now };
      const name = `${its.id}-${fileNames[kind]}-${visit.language}.pdf`;
      return printedFile(documents, job, { name, type: 'application/pdf' });
    });
}
