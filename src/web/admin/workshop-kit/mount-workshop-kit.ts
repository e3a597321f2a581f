import { removeWorkshopResult } from '#application/workshop/remove-workshop-result.ts';
import { workshopResultsOf } from '#application/workshop/workshop-results.ts';
import { readerOf } from '#documents/queue/job.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { type Wording, withinDomains } from '#wording/wording.ts';
import type { Admin } from '../admin.ts';
import type { AdminOptions } from '../options.ts';
import { printedFile } from '../printed-file.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, refused, withProblems } from '../visit.ts';
import { breakoutPart } from './breakout/breakout-part.ts';
import { addressFor, mountBreakout } from './breakout/mount-breakout.ts';
import { seenTables } from './breakout/seen-tables.ts';
import { fileNames, kitPage } from './kit-page.ts';
import { mountTables } from './mount-tables.ts';

type KitParts = Pick<
  AdminOptions,
  'application' | 'documents' | 'viewOf' | 'publicUrl' | 'assets' | 'staying'
>;

const path = '/c/:code/materiel';

/** `/animation/c/{code}/materiel`: what a workshop needs on paper, and what its tables agreed on afterwards. */
export function mountWorkshopKit(admin: Admin, parts: KitParts): void {
  const { application, viewOf } = parts;
  const { store } = application;
  const seen = (its: Consultation, language: string): Wording => withinDomains(viewOf(its, language));
  const page = async (
    visit: Member,
    its: Consultation,
    wrong?: { readonly problem: string; readonly count: string },
  ): Promise<AdminAnswer> => {
    const view = seen(its, visit.language);
    const tables = await workshopResultsOf(store, its.id);
    const onPhones = { tables: await seenTables(store, its.id), addressOf: addressFor(parts) };
    const breakout = breakoutPart({ visit, view, ...onPhones, ...wrong });
    const shown = tabPage('workshop-kit', its, visit, kitPage({ visit, view, tables, breakout }));
    return withProblems(shown, wrong !== undefined);
  };
  admin.pageOf(path, 'reader', (visit, its) => page(visit, its));
  mountPapers(admin, parts);
  mountTables(admin, parts);
  mountBreakout(admin, parts, page);
  admin.act(
    `${path}/tables/:table/retrait`,
    'facilitator',
    async ({ params, actor }): Promise<AdminAnswer> => {
      const { code = '', table = '' } = params;
      const { outcome } = await removeWorkshopResult(application, actor, { code, id: table });
      return outcome === 'done'
        ? { kind: 'to', path: `/animation/c/${code}/materiel#tables`, said: 'table-removed' }
        : refused(outcome);
    },
  );
}

function mountPapers(admin: Admin, { documents, viewOf }: KitParts): void {
  for (const kind of ['cards', 'sheets'] as const)
    admin.pageOf(`${path}/${fileNames[kind]}.pdf`, 'reader', (visit, its): Promise<AdminAnswer> => {
      const job = { kind, reader: readerOf(viewOf(its, visit.language)), at: visit.now };
      const name = `${its.id}-${fileNames[kind]}-${visit.language}.pdf`;
      return printedFile(documents, job, { name, type: 'application/pdf' });
    });
}
