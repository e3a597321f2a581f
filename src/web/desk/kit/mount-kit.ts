import { randomBytes } from 'node:crypto';
import { trajectoryTitle } from '#cards/titles.ts';
import type { View } from '#cards/view.ts';
import { withinDomains } from '#cards/within-domains.ts';
import type { Consultation } from '#domain/consultation.ts';
import { readerOf } from '#papers/press/job.ts';
import type { Press } from '#papers/press/press.ts';
import type { Store } from '#store/store.ts';
import type { Desk, Done } from '../desk.ts';
import type { Problems } from '../fields.ts';
import type { Form } from '../form.ts';
import { actOn, ofConsultation, tabPage } from '../of-consultation.ts';
import { printedFile } from '../printed-file.ts';
import type { Member, Outcome } from '../visit.ts';
import { fileNames, kitPage } from './kit-page.ts';
import { readTable } from './read-table.ts';
import { tableForm } from './table-form.ts';
import { tablesOf } from './tables.ts';

interface KitParts {
  readonly store: Store;
  readonly press: Press;
  readonly viewOf: (consultation: Consultation, language: string) => View;
}

const path = '/c/:code/materiel';

/** `/animation/c/{code}/materiel`: what a workshop needs on paper, and what its tables agreed on afterwards. */
export function mountKit(desk: Desk, parts: KitParts): void {
  const { store, viewOf } = parts;
  const seen = (its: Consultation, language: string): View => withinDomains(viewOf(its, language));
  const page = async (visit: Member, its: Consultation): Promise<Outcome> => {
    const tables = await tablesOf(store, its.id);
    return tabPage('kit', its, visit, kitPage({ visit, view: seen(its, visit.language), tables }));
  };
  const form = (visit: Member, its: Consultation, sent?: Form, problems: Problems = {}): Outcome => {
    const view = seen(its, visit.language);
    const { domains } = view.catalogue;
    const body = tableForm({ visit, view, domains, problems, ...(sent && { sent }) });
    const isWrong = Object.keys(problems).length > 0;
    return {
      ...tabPage('kit', its, visit, body, visit.say('kit.form.title')),
      ...(isWrong && { status: 422 }),
    };
  };

  desk.page(path, 'reader', ofConsultation(store, page));
  mountPapers(desk, parts);
  desk.page(
    `${path}/table`,
    'facilitator',
    ofConsultation(store, async (visit, its) => (isPutAway(its) ? { kind: 'missing' } : form(visit, its))),
  );
  desk.act(
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
      await store.save('collective', { ...known, ...read.table });
      return done(its, 'table-added', read.table.table);
    }),
  );
  desk.act(
    `${path}/tables/:table/retrait`,
    'facilitator',
    actOn(store, async (visit, its): Promise<Done> => {
      const found = await store.load('collective', visit.params.table ?? '');
      if (isPutAway(its) || found?.consultation !== its.id) return { kind: 'missing' };
      await store.erase('collective', found.id);
      return done(its, 'table-removed', found.table);
    }),
  );
}

const isPutAway = ({ archivedAt }: Consultation): boolean => archivedAt !== undefined;

const done = ({ id }: Consultation, did: 'table-added' | 'table-removed', name: string): Done => ({
  kind: 'to',
  path: `/animation/c/${id}/materiel#tables`,
  said: did,
  wrote: { did, consultation: id, facts: { name } },
});

function mountPapers(desk: Desk, { store, press, viewOf }: KitParts): void {
  for (const kind of ['cards', 'sheets'] as const)
    desk.page(
      `${path}/${fileNames[kind]}.pdf`,
      'reader',
      ofConsultation(store, (visit, its): Promise<Outcome> => {
        const job = { kind, reader: readerOf(viewOf(its, visit.language)), at: visit.now };
        const name = `${its.id}-${fileNames[kind]}-${visit.language}.pdf`;
        return printedFile(press, job, { name, type: 'application/pdf' });
      }),
    );
}
