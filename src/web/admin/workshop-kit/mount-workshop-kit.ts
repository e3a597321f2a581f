import { randomBytes } from 'node:crypto';
import type { DocumentQueue } from '#documents/queue/document-queue.ts';
import { readerOf } from '#documents/queue/job.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Store } from '#store/store.ts';
import type { Form } from '#web/http/form.ts';
import { trajectoryTitle } from '#wording/titles.ts';
import { type Wording, withinDomains } from '#wording/wording.ts';
import type { Admin, Done } from '../admin.ts';
import type { Problems } from '../fields.ts';
import { actOn, ofConsultation, tabPage } from '../of-consultation.ts';
import { printedFile } from '../printed-file.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { fileNames, kitPage } from './kit-page.ts';
import { readTable } from './read-table.ts';
import { tableForm } from './table-form.ts';
import { tablesOf } from './tables.ts';

interface KitParts {
  readonly store: Store;
  readonly documents: DocumentQueue;
  readonly viewOf: (consultation: Consultation, language: string) => Wording;
}

const path = '/c/:code/materiel';

/** `/animation/c/{code}/materiel`: what a workshop needs on paper, and what its tables agreed on afterwards. */
export function mountWorkshopKit(admin: Admin, parts: KitParts): void {
  const { store, viewOf } = parts;
  const seen = (its: Consultation, language: string): Wording => withinDomains(viewOf(its, language));
  const page = async (visit: Member, its: Consultation): Promise<AdminAnswer> => {
    const tables = await tablesOf(store, its.id);
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

  admin.page(path, 'reader', ofConsultation(store, page));
  mountPapers(admin, parts);
  admin.page(
    `${path}/table`,
    'facilitator',
    ofConsultation(store, async (visit, its) => (isPutAway(its) ? { kind: 'missing' } : form(visit, its))),
  );
  admin.act(
    `${path}/table`,
    'facilitator',
    actOn(store, async (visit, its, sent): Promise<Done> => {
      if (isPutAway(its)) return { kind: 'missing' };
      const view = seen(its, visit.language);
      const tables = await tablesOf(store, its.id);
      const read = readTable(sent, {
        domains: view.catalogue.domains,
        taken: tables.map(({ table }) => table),
        titleOf: (id) => trajectoryTitle(view, id),
        say: visit.say,
      });
      if ('problems' in read) return form(visit, its, sent, read.problems);
      const id = `${its.id}-${randomBytes(9).toString('base64url')}`;
      const known = {
        schema: 1,
        id,
        version: 0,
        consultation: its.id,
        at: visit.now,
        by: visit.account.id,
      } as const;
      await store.save('workshop-result', { ...known, ...read.table });
      return done(its, 'table-added', read.table.table);
    }),
  );
  admin.act(
    `${path}/tables/:table/retrait`,
    'facilitator',
    actOn(store, async (visit, its): Promise<Done> => {
      const found = await store.load('workshop-result', visit.params.table ?? '');
      if (isPutAway(its) || found?.consultation !== its.id) return { kind: 'missing' };
      await store.erase('workshop-result', found.id);
      return done(its, 'table-removed', found.table);
    }),
  );
}

const isPutAway = ({ archivedAt }: Consultation): boolean => archivedAt !== undefined;

const done = ({ id }: Consultation, did: 'table-added' | 'table-removed', name: string): Done => ({
  kind: 'to',
  path: `/animation/c/${id}/materiel#tables`,
  said: did,
  wrote: { action: did, consultation: id, facts: { name } },
});

function mountPapers(admin: Admin, { store, documents, viewOf }: KitParts): void {
  for (const kind of ['cards', 'sheets'] as const)
    admin.page(
      `${path}/${fileNames[kind]}.pdf`,
      'reader',
      ofConsultation(store, (visit, its): Promise<AdminAnswer> => {
        const job = { kind, reader: readerOf(viewOf(its, visit.language)), at: visit.now };
        const name = `${its.id}-${fileNames[kind]}-${visit.language}.pdf`;
        return printedFile(documents, job, { name, type: 'application/pdf' });
      }),
    );
}
