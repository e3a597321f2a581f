import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { type Stance, stances } from '#domain/participant/ballot.ts';
import type { LiveSession } from '#domain/room/live-session.ts';
import type { Answered } from '#domain/room/live-vote.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import { inSite } from '#web/http/pages/in-site.ts';
import {
  type ConsultationPages,
  knownConsultation,
  pageHeaders,
} from '#web/http/pages/known-consultation.ts';
import { askedLanguage } from '#web/http/pages/page-language.ts';
import type { MakeLimit } from '#web/http/rate.ts';
import type { ClientAddress } from '#web/http/request/client-address.ts';
import { deviceIn, keepDevice } from '#web/http/request/device-key.ts';
import { readForm } from '#web/http/request/form.ts';
import type { IsOurs } from '#web/http/request/own-origin.ts';
import { serveGet } from '#web/http/serve-get.ts';
import { createStreams } from '#web/http/streams.ts';
import type { Wording } from '#wording/wording.ts';
import { type PhoneSaid, phonePage, phonePart, phoneSaids, roomPath } from './phone-page.ts';
import { type PhoneView, phoneView } from './phone-view.ts';

export interface RoomPages extends ConsultationPages {
  /** The session that is on in a consultation, if any is. */
  readonly sessionOf: (code: string) => Promise<LiveSession | undefined>;
  /** What a device answered in the round that a room is at. */
  readonly answeredBy: (session: LiveSession, device: string) => Promise<Answered | undefined>;
  /** Keeps an answer, durably once it resolves. */
  readonly cast: (vote: CastVote) => Promise<{ readonly outcome: 'done' | 'late' | 'full' }>;
  /** Told when the facilitator took the room a step further. */
  readonly watch: (code: string, listener: () => void) => () => void;
  readonly wordingOf: (consultation: Consultation, language: string) => Wording;
  readonly assets: Promise<Assets>;
  readonly now: () => string;
  readonly publicUrl: () => string;
  readonly addressOf: ClientAddress;
  readonly limit: MakeLimit;
  readonly isOurs: IsOurs;
}

interface CastVote {
  readonly code: string;
  readonly session: string;
  readonly round: string;
  readonly vote: 1 | 2;
  readonly stance: Stance;
  readonly device: string;
}

const Sent = z.object({
  seance: z.string().min(1).max(80),
  tour: z.string().min(1).max(80),
  vote: z.enum(['1', '2']),
  point: z.enum(['-2', '-1', '0', '1', '2']),
});

/** A whole hall behind one address taps at once, and changes its mind. */
const rate = { burst: 4_000, perSecond: 100 };

/** The cookie in which a device keeps its key. */
const name = 'salle';

/** `/c/{code}/direct`: whoever is in the room answers what is asked there, by one tap. */
export function mountRoom(server: Server, parts: RoomPages): void {
  const pages = createPages(parts);
  serveGet(server, path, async (req, res) => {
    const visit = await visited(parts, req, res);
    if (visit !== undefined) await pages.show(visit, res, saidIn(req));
  });
  mountAnswers(server, parts, pages);
  mountSteps(server, parts, pages);
}

const path = roomPath(':code');

interface Pages {
  show(visit: Visit, res: Response, said?: PhoneSaid, status?: number): Promise<void>;
  seen(visit: Visit): Promise<PhoneView>;
}

function createPages(parts: RoomPages): Pages {
  const { now } = parts;
  const seen = async ({ its, device }: Visit) => {
    const session = await parts.sessionOf(its.id);
    return phoneView(session, session && (await parts.answeredBy(session, device)), now());
  };
  return {
    seen,
    async show(visit, res, said, status = 200) {
      const { its, wording, others } = visit;
      const { addresses } = await parts.assets;
      keepDevice(res, visit, { name, path: roomPath(its.id), publicUrl: parts.publicUrl() });
      const page = phonePage({ wording, others, said, view: await seen(visit), now: now(), addresses });
      res.sendRaw(status, page, { ...pageHeaders, Vary: 'Accept-Language, Cookie' });
    },
  };
}

function mountAnswers(server: Server, parts: RoomPages, { show }: Pages): void {
  const { cast, isOurs, addressOf } = parts;
  const limit = parts.limit('room', rate);
  server.post(path, async (req: Request, res: Response) => {
    const visit = await visited(parts, req, res);
    if (visit === undefined) return;
    const { its, device, isNew, language } = visit;
    if ((await limit(addressOf(req))) > 0) return show(visit, res, 'wait', 429);
    const sent = isOurs(req) ? (await readForm(req))?.read(Sent) : undefined;
    if (sent === undefined) return show(visit, res, 'unread', 422);
    if (isNew) return show(visit, res, 'cookie', 422);
    const { seance: session, tour: round, vote, point } = sent;
    const stance = stances.find((one) => String(one) === point) ?? 0;
    const given = { code: its.id, session, round, vote: vote === '1' ? 1 : 2, stance, device } as const;
    const { outcome } = await cast(given);
    const told = outcome === 'done' ? '' : `&dit=${outcome}`;
    const Location = `${roomPath(its.id)}?lang=${language}${told}`;
    return res.sendRaw(303, '', { Location, 'Cache-Control': 'no-store' });
  });
}

/** Each step of the facilitator, as it is taken. */
function mountSteps(server: Server, parts: RoomPages, { seen }: Pages): void {
  const streams = createStreams(() => server.server.listening);
  serveGet(server, `${path}/flux`, async (req, res) => {
    const visit = await visited(parts, req, res);
    if (visit === undefined) return;
    // A browser that keeps no key looks again now and then: its streams would be told from nobody's.
    if (visit.isNew || req.method === 'HEAD')
      return void res.sendRaw(204, '', { 'Cache-Control': 'no-store' });
    const { its, device, wording } = visit;
    const { base } = (await parts.assets).addresses;
    await streams.open(device, res, req.header('last-event-id') ?? '', {
      watch: (listener) => parts.watch(its.id, listener),
      draw: async () => {
        const markup = inSite(phonePart(await seen(visit), wording, parts.now()).html, base);
        return { print: createHash('sha256').update(markup).digest('base64url').slice(0, 12), markup };
      },
    });
  });
}

type Visit = NonNullable<Awaited<ReturnType<typeof visited>>>;

/** Whose phone it is: by the key that it keeps, or a new one. */
async function visited(parts: RoomPages, req: Request, res: Response) {
  const asked = askedLanguage(req, parts.languages);
  const found = await knownConsultation(parts, req, res, String(req.params.code), asked);
  if (found === undefined) return undefined;
  const { consultation: its, language, languages } = found;
  return {
    ...{ its, language, ...deviceIn(req, name) },
    wording: parts.wordingOf(its, language),
    others: languages.filter((one) => one !== language),
  };
}

function saidIn(req: Request): PhoneSaid | undefined {
  const said = new URLSearchParams(req.getQuery()).get('dit');
  return phoneSaids.find((one) => one === said);
}
