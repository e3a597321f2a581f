import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { MailLinks } from '#channels/mail/mail-links.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { addressIn } from '#domain/mail/read-addresses.ts';
import { mailWishes } from '#domain/records/mail-contact.ts';
import {
  type ConsultationPages,
  knownConsultation,
  pageHeaders,
} from '#web/http/pages/known-consultation.ts';
import { askedLanguage } from '#web/http/pages/page-language.ts';
import type { Spoken } from '#web/http/pages/word-page.ts';
import type { MakeLimit } from '#web/http/rate.ts';
import type { ClientAddress } from '#web/http/request/client-address.ts';
import { type Form, readForm, someOf } from '#web/http/request/form.ts';
import type { IsOurs } from '#web/http/request/own-origin.ts';
import { serveGet } from '#web/http/serve-get.ts';
import { confirmationLetter } from '#wording/letters/mail-letters.ts';
import type { Wording } from '#wording/wording.ts';
import { askPage, donePage, pastPage, surePage } from './mail-page.ts';

export interface MailPages extends ConsultationPages {
  readonly mail: {
    send(letter: { readonly to: string; readonly subject: string; readonly text: string }): Promise<string>;
    keyOf(consultation: string, address: string): string;
  };
  /** Keeps what somebody asked for and confirmed; false: nothing is written about it any more. */
  readonly keep: (asked: Confirmed) => Promise<boolean>;
  /** Forgets an address, by its hash. */
  readonly forget: (id: string) => Promise<void>;
  readonly links: MailLinks;
  readonly wordingOf: (consultation: Consultation, language: string) => Wording;
  readonly publicUrl: () => string;
  readonly addressOf: ClientAddress;
  readonly limit: MakeLimit;
  readonly isOurs: IsOurs;
}

type Confirmed = NonNullable<ReturnType<MailLinks['confirmed']>>;
type Page = { readonly status: number; readonly html: string };
interface Visit {
  readonly wording: Wording;
  readonly spoken: Spoken;
  readonly token: string;
}

const Asking = z.object({ address: z.string(), wishes: someOf(mailWishes) });

/** `/c/{code}/prevenir`: whoever wishes leaves an address, apart from the conversation, and confirms it from there. */
export function mountMail(server: Server, parts: MailPages): void {
  const { keep, forget, links, addressOf, isOurs } = parts;
  // Letters that others ask for in somebody's name stay few.
  const limits = {
    caller: parts.limit('mail caller', { burst: 10, perSecond: 1 / 60 }),
    target: parts.limit('mail target', { burst: 2, perSecond: 1 / 3600 }),
  };
  const visited = visitOf(parts);
  const get = (path: string, show: (visit: Visit) => Page) =>
    serveGet(server, path, async (req, res) => {
      const visit = await visited(req, res);
      if (visit !== undefined) send(res, show(visit));
    });
  const post = (path: string, act: (visit: Visit, req: Request) => Promise<Page>) =>
    server.post(path, async (req: Request, res: Response) => {
      const visit = await visited(req, res);
      if (visit !== undefined) send(res, await act(visit, req));
    });
  const past = ({ wording, spoken }: Visit): Page => ({ status: 410, html: pastPage(wording, spoken) });
  const ok = (html: string): Page => ({ status: 200, html });
  const home = '/c/:code/prevenir';
  get(home, ({ wording, spoken }) => ok(askPage(wording, spoken, { address: '' })));
  post(home, async (visit, req) => {
    const { wording, spoken } = visit;
    const form = isOurs(req) ? await readForm(req) : undefined;
    const waits = async (target: string) =>
      Math.max(await limits.caller(addressOf(req)), await limits.target(target));
    const problem = form === undefined ? 'wrong' : await ask(visit, form, waits, parts);
    if (problem === undefined) return ok(donePage('check', wording, spoken));
    const address = form?.one('address').slice(0, 254) ?? '';
    const html = askPage(wording, spoken, { address, problem: spoken.say(`mail.ask.${problem}`) });
    return { status: problem === 'wait' ? 429 : 422, html };
  });
  // Whoever holds the link of a letter reads what is sent there: nothing more is asked of them.
  get(`${home}/confirmer`, (visit) =>
    links.confirmed(visit.token) === undefined
      ? past(visit)
      : ok(surePage('confirm', visit.wording, visit.spoken)),
  );
  post(`${home}/confirmer`, async (visit) => {
    const asked = links.confirmed(visit.token);
    if (asked === undefined || asked.code !== visit.wording.consultation.id) return past(visit);
    return (await keep(asked)) ? ok(donePage('confirmed', visit.wording, visit.spoken)) : past(visit);
  });
  get(`${home}/oublier`, (visit) =>
    links.ended(visit.token) === undefined ? past(visit) : ok(surePage('end', visit.wording, visit.spoken)),
  );
  post(`${home}/oublier`, async (visit) => {
    const id = links.ended(visit.token);
    if (id === undefined) return past(visit);
    await forget(id);
    return ok(donePage('ended', visit.wording, visit.spoken));
  });
}

function visitOf(parts: MailPages) {
  return async (req: Request, res: Response): Promise<Visit | undefined> => {
    const asked = askedLanguage(req, parts.languages);
    const found = await knownConsultation(parts, req, res, String(req.params.code), asked);
    if (found === undefined) return undefined;
    const { consultation, language } = found;
    const { addresses } = await parts.assets;
    return {
      wording: parts.wordingOf(consultation, language),
      spoken: {
        language,
        say: parts.say(language),
        addresses: { ...addresses, style: addresses.resultsStyle },
      },
      token: new URLSearchParams(req.getQuery()).get('t') ?? '',
    };
  };
}

/** Sends the link that confirms; or what keeps it from being sent. */
async function ask(
  { wording, spoken }: Visit,
  form: Form,
  waits: (target: string) => Promise<number>,
  { mail, links, publicUrl }: MailPages,
): Promise<'wrong' | 'wait' | 'failed' | undefined> {
  const given = form.read(Asking);
  const address = given && addressIn(given.address);
  if (given === undefined || address === undefined || given.wishes.length === 0) return 'wrong';
  const { id: code } = wording.consultation;
  if ((await waits(mail.keyOf(code, address))) > 0) return 'wait';
  const { language } = spoken;
  const token = links.confirm({ code, address, language, wishes: given.wishes });
  const link = `${publicUrl()}/c/${code}/prevenir/confirmer?t=${token}`;
  const sending = await mail.send({ to: address, ...confirmationLetter(wording, link) });
  return sending === 'sent' ? undefined : 'failed';
}

const send = (res: Response, { status, html }: Page) => void res.sendRaw(status, html, pageHeaders);
