import type { Request, Response, Server } from 'restify';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { isPublic } from '#domain/consultation/publication.ts';
import {
  type ConsultationPages,
  type Known,
  knownConsultation,
  pageHeaders,
} from '#web/http/pages/known-consultation.ts';
import { askedLanguage } from '#web/http/pages/page-language.ts';
import { wordPage } from '#web/http/pages/word-page.ts';
import { serveGet } from '#web/http/serve-get.ts';
import { calendarFile } from '#wording/calendar/calendar-file.ts';
import type { Wording } from '#wording/wording.ts';

interface Calendars extends ConsultationPages {
  readonly wordingOf: (consultation: Consultation, language: string) => Wording;
  readonly publicUrl: () => string;
  readonly now: () => string;
}

/** `GET /c/{code}/agenda.ics`: the closing day and that of the result, for whoever wants to be told without leaving an address. */
export function mountCalendar(server: Server, options: Calendars): void {
  serveGet(server, '/c/:code/agenda.ics', async (req: Request, res: Response) => {
    const asked = askedLanguage(req, options.languages);
    const found = await knownConsultation(options, req, res, String(req.params.code), asked);
    if (found === undefined) return;
    const { consultation, language } = found;
    const chat = `${options.publicUrl()}/c/${consultation.id}`;
    const results = isPublic(consultation) ? `${chat}/resultats?lang=${language}` : chat;
    const file = calendarFile(options.wordingOf(consultation, language), { chat, results }, options.now());
    if (file === undefined) return res.sendRaw(404, await endless(options, found), pageHeaders);
    res.sendRaw(200, file, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${consultation.id}.ics"`,
      'Cache-Control': 'no-store',
    });
  });
}

/** There is no day to tell. */
async function endless(
  { say: speak, assets }: Calendars,
  { consultation, language }: Known,
): Promise<string> {
  const say = speak(language);
  const way = { to: `/c/${consultation.id}`, name: say('share.calendar.none-way') };
  const told = { title: say('share.calendar.none'), lines: [say('share.calendar.none-why')], way };
  return wordPage(told, { language, say, addresses: (await assets).addresses });
}
