import type { Request, Response, Server } from 'restify';
import type { Domain } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Conflict, Leaves } from '#domain/records/meet.ts';
import { type BreakoutTable, tableKeyIn } from '#domain/results/breakout-table.ts';
import type { WorkshopProblem } from '#domain/results/judge-workshop-result.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import { type ConsultationPages, pageHeaders } from '#web/http/pages/known-consultation.ts';
import { wantedLanguage } from '#web/http/pages/page-language.ts';
import type { MakeLimit } from '#web/http/rate.ts';
import type { ClientAddress } from '#web/http/request/client-address.ts';
import { deviceIn, keepDevice } from '#web/http/request/device-key.ts';
import { type Form, readForm } from '#web/http/request/form.ts';
import type { IsOurs } from '#web/http/request/own-origin.ts';
import { serveGet } from '#web/http/serve-get.ts';
import type { Wording } from '#wording/wording.ts';
import { type FillOutcome, mergeStep, unsavedOf, wordsIn } from './filled-step.ts';
import { type Step, stepNamed, stepPath, tablePath } from './steps.ts';
import { closedPage, tablePage } from './table-page.ts';
import type { TableView, Told, Writes } from './table-view.ts';

/** A table that is open, with what stands of it. */
interface OpenTable {
  readonly table: BreakoutTable;
  /** In use in its consultation. */
  readonly domains: readonly Domain[];
  readonly standing: Leaves;
}

export interface TablePages extends Pick<ConsultationPages, 'languages' | 'say' | 'consultation'> {
  /** Nothing: it is closed, or was never there. */
  readonly openTable: (key: string) => Promise<OpenTable | undefined>;
  readonly writesFor: (table: BreakoutTable, device: string) => Writes;
  /** Keeps what was entered, durably once it resolves. */
  readonly fill: (filled: TableFill) => Promise<FillOutcome>;
  readonly wordingOf: (consultation: Consultation, language: string) => Wording;
  readonly assets: Promise<Assets>;
  readonly publicUrl: () => string;
  readonly addressOf: ClientAddress;
  readonly limit: MakeLimit;
  readonly isOurs: IsOurs;
}

interface TableFill {
  readonly key: string;
  readonly device: string;
  readonly act: 'save' | 'take' | 'finish';
  readonly merge: (
    standing: Leaves,
  ) => { readonly leaves: Leaves } | { readonly conflicts: readonly Conflict[] };
}

/** Every phone of a hall is behind one address, and each sends as it is filled in; a key that is not there costs as much as ten. */
const rates = { sent: { burst: 1_000, perSecond: 50 }, missed: { burst: 60, perSecond: 0.5 } } as const;

/** The cookie in which a phone keeps its key. */
const name = 'table';

/** `/t/{key}`: one phone of a table of a workshop enters its scenario, while the table is open. */
export function mountTable(server: Server, parts: TablePages): void {
  const path = tablePath(':key');
  const missed = parts.limit('table missed', rates.missed);
  const sent = parts.limit('table sent', rates.sent);
  const closed = async (req: Request, res: Response, status: 410 | 429, words: readonly string[] = []) => {
    const language = wantedLanguage(req, parts.languages);
    const { addresses } = await parts.assets;
    const page = closedPage({ say: parts.say(language), language, words, addresses });
    res.sendRaw(status, page, pageHeaders);
  };
  const found = async (req: Request, res: Response, form?: Form) => {
    const visit = await visited(parts, req);
    if (visit === undefined)
      await closed(req, res, (await missed(parts.addressOf(req))) > 0 ? 429 : 410, wordsIn(form));
    return visit;
  };
  serveGet(server, path, async (req, res) => {
    const visit = await found(req, res);
    if (visit === undefined) return;
    // The phone's key goes to one spelling of the address alone: typed otherwise, it would be another phone each time.
    const at = tablePath(visit.table.id);
    if (req.params.key !== visit.table.id)
      res.sendRaw(303, '', {
        Location: `${at}${new URL(req.url ?? '', 'http://x').search}`,
        'Cache-Control': 'no-store',
      });
    else await show(parts, visit, res, {});
  });
  server.post(path, async (req: Request, res: Response) => {
    const form = parts.isOurs(req) ? await readForm(req) : undefined;
    const visit = await found(req, res, form);
    if (visit === undefined) return;
    if ((await sent(parts.addressOf(req))) > 0) return show(parts, visit, res, { told: 'wait', status: 429 });
    if (form === undefined) return show(parts, visit, res, { told: 'unread', status: 422 });
    if (visit.isNew) return show(parts, visit, res, { told: 'cookie', status: 422, form });
    return taken(parts, visit, res, form, (words) => closed(req, res, 410, words));
  });
}

interface Shown {
  readonly told?: Told;
  readonly status?: number;
  /** What was sent and is not saved, and why. */
  readonly form?: Form;
  readonly problems?: readonly WorkshopProblem[];
  readonly conflicts?: readonly Conflict[];
}

async function show(parts: TablePages, visit: Visit, res: Response, shown: Shown): Promise<void> {
  const { others } = visit;
  const { told, status = 200, form, problems = [], conflicts = [] } = shown;
  keepDevice(res, visit, { name, path: tablePath(visit.table.id), publicUrl: parts.publicUrl() });
  const unsaved = form && unsavedOf({ ...visit, form, problems, conflicts });
  const view: TableView = { ...visit, told: told ?? toldOf(visit), ...(unsaved && { unsaved }) };
  const { addresses } = await parts.assets;
  res.sendRaw(status, tablePage({ view, others, addresses }), {
    ...pageHeaders,
    Vary: 'Accept-Language, Cookie',
  });
}

const toldOf = ({ writes, table }: Visit): Told => {
  if (writes !== 'mine') return writes;
  if (table.doneAt !== undefined) return 'done';
  return Object.values(table.pending).some((text) => text !== '') ? 'waits' : 'mine';
};

const acts = ['save', 'take', 'finish'] as const;

/** What a form brings, by the step it was drawn for. */
async function taken(
  parts: TablePages,
  visit: Visit,
  res: Response,
  form: Form,
  closed: (words: readonly string[]) => Promise<void>,
): Promise<void> {
  const { table, step, device, domains, language } = visit;
  const act = acts.find((one) => one === form.one('acte')) ?? 'save';
  const { outcome, ...why } = await parts.fill({ key: table.id, device, act, merge: mergeStep(form, step) });
  switch (outcome) {
    case 'done': {
      const to = form.all('vers').length === 0 ? step : stepNamed(form.one('vers'), domains);
      res.sendRaw(303, '', { Location: stepPath(table.id, to, language), 'Cache-Control': 'no-store' });
      return;
    }
    case 'closed':
      return closed(wordsIn(form));
    default: {
      // What stands by now is what the next form is drawn from.
      const now = await parts.openTable(table.id);
      const again =
        now === undefined ? visit : { ...visit, ...now, domains, writes: parts.writesFor(now.table, device) };
      const told = outcome === 'other' ? 'taken' : outcome;
      return show(parts, again, res, { told, form, status: outcome === 'invalid' ? 422 : 409, ...why });
    }
  }
}

type Visit = NonNullable<Awaited<ReturnType<typeof visited>>>;

/** Whose table it is, at which step, and which phone has come: by the key that it keeps, or a new one. */
async function visited(parts: TablePages, req: Request) {
  const key = tableKeyIn(String(req.params.key));
  const open = key === undefined ? undefined : await parts.openTable(key);
  const its = open && (await parts.consultation(open.table.consultation));
  if (open === undefined || its === undefined) return undefined;
  const languages = its.languages?.filter((one) => parts.languages.includes(one)) ?? parts.languages;
  const language = wantedLanguage(req, languages, its.language);
  const known = deviceIn(req, name);
  const { table, standing } = open;
  const domains = open.domains.filter(({ id }) => table.domains?.includes(id) ?? true);
  const whole = parts.wordingOf(its, language);
  const named = new URLSearchParams(req.getQuery()).get('etape') ?? '';
  return {
    ...{ table, standing, domains, language, ...known },
    writes: parts.writesFor(table, known.device),
    step: stepNamed(named, domains) satisfies Step,
    wording: { ...whole, catalogue: { ...whole.catalogue, domains } },
    others: languages.filter((one) => one !== language),
  };
}
