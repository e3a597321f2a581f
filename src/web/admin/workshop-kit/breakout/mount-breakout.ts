import { leadTable, type TableAct } from '#application/workshop/lead-table.ts';
import { openTables } from '#application/workshop/open-tables.ts';
import { readerOf } from '#documents/queue/job.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Form } from '#web/http/request/form.ts';
import { type Wording, withinDomains } from '#wording/wording.ts';
import type { Admin } from '../../admin.ts';
import { createLiveStreams } from '../../live-streams.ts';
import type { AdminOptions } from '../../options.ts';
import { printedFile } from '../../printed-file.ts';
import { type AdminAnswer, type Member, refused } from '../../visit.ts';
import { breakoutLive, breakoutPath, openProblem } from './breakout-part.ts';
import { seenTables, watchTables } from './seen-tables.ts';
import { screenLive, tablesScreen } from './tables-screen.ts';

type BreakoutParts = Pick<
  AdminOptions,
  'application' | 'documents' | 'viewOf' | 'publicUrl' | 'assets' | 'staying'
>;

/** The workshop's page, with what is wrong with what was asked for. */
type KitPage = (
  visit: Member,
  its: Consultation,
  wrong: { readonly problem: string; readonly count: string },
) => Promise<AdminAnswer>;

const path = '/c/:code/materiel/telephones';
const acts: readonly TableAct[] = ['close', 'reopen', 'withdraw'];

/** `…/materiel/telephones`: tables that note their scenario on a phone of theirs; `…/salle/tables`: the same as it is projected. */
export function mountBreakout(admin: Admin, parts: BreakoutParts, page: KitPage): void {
  const { application, documents, viewOf, assets } = parts;
  admin.actOf(path, 'facilitator', (visit, its, form) => opened(visit, its, form, parts, page));
  admin.actOf(`${path}/:key`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const act = acts.find((one) => one === form.one('acte'));
    if (act === undefined) return { kind: 'missing' };
    const { key = '' } = visit.params;
    const { outcome } = await leadTable(application, visit.actor, { code: its.id, key, act });
    // What no longer fits was done already, or by somebody else: the page says where the table is.
    return outcome === 'done' || outcome === 'unfit' ? there(its.id) : refused(outcome);
  });
  admin.pageOf(`${path}/feuilles.pdf`, 'facilitator', async (visit, its): Promise<AdminAnswer> => {
    const tables = (await seenTables(application.store, its.id)).filter(({ state }) => state !== 'closed');
    if (tables.length === 0) return { kind: 'missing' };
    const job = {
      kind: 'tables',
      ...{ reader: readerOf(viewOf(its, visit.language)), at: visit.now },
      tables: tables.map(({ table: { id, name, domains } }) => ({
        ...{ name, address: addressFor(parts)(id), ...(domains && { domains }) },
      })),
    } as const;
    return printedFile(documents, job, {
      name: `${its.id}-tables-${visit.language}.pdf`,
      type: 'application/pdf',
    });
  });
  admin.pageOf('/c/:code/salle/tables', 'facilitator', async (visit, its): Promise<AdminAnswer> => {
    const screen = await screenOf(visit, its, parts);
    return { kind: 'whole', html: tablesScreen(screen, (await assets).addresses) };
  });
  mountStreams(admin, parts);
}

function mountStreams(admin: Admin, parts: BreakoutParts): void {
  const watch = ({ id: code }: Consultation, listener: () => void) =>
    watchTables(parts.application.store, code, listener);
  const stream = createLiveStreams(admin, parts);
  stream(`${path}/flux`, 'reader', {
    watch,
    draw: async (visit, its) => breakoutLive({ visit, ...(await screenOf(visit, its, parts)) }),
  });
  stream('/c/:code/salle/tables/flux', 'facilitator', {
    watch,
    draw: async (visit, its) => screenLive(await screenOf(visit, its, parts)),
  });
}

async function screenOf(visit: Member, its: Consultation, parts: BreakoutParts) {
  const view: Wording = withinDomains(parts.viewOf(its, visit.language));
  return { view, tables: await seenTables(parts.application.store, its.id), addressOf: addressFor(parts) };
}

/** Where a table's phone goes. */
export const addressFor =
  ({ publicUrl }: Pick<BreakoutParts, 'publicUrl'>) =>
  (key: string): string =>
    `${publicUrl()}/t/${key}`;

async function opened(
  visit: Member,
  its: Consultation,
  form: Form,
  { application, viewOf }: BreakoutParts,
  page: KitPage,
): Promise<AdminAnswer> {
  const { say } = viewOf(its, its.language);
  const count = form.one('count');
  const outcome = await openTables(application, visit.actor, {
    ...{ code: its.id, count: /^\d{1,3}$/.test(count) ? Number(count) : 0 },
    domains: its.domains.filter((one) => form.all('domaines').includes(one)),
    nameOf: (n) => say('breakout.name', { n }),
  });
  if (outcome.outcome === 'done') return there(its.id);
  if (outcome.outcome !== 'invalid') return refused(outcome.outcome);
  return page(visit, its, { problem: openProblem(outcome.code, visit), count });
}

const there = (code: string): AdminAnswer => ({
  kind: 'to',
  path: `${breakoutPath(code).replace(/\/telephones$/, '')}#telephones`,
});
