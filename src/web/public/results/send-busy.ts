import type { Response } from 'restify';
import { busyHeaders, busyPage } from '#web/http/pages/busy-page.ts';
import { type ConsultationPages, type Known, pageHeaders } from '#web/http/pages/known-consultation.ts';

/** Answers that a file of the page is not made for now, because many people wait for theirs. */
export async function sendBusy(
  response: Response,
  found: Known,
  { assets, say }: Pick<ConsultationPages, 'assets' | 'say'>,
): Promise<void> {
  const { addresses } = await assets;
  const page = busyPage(found, say(found.language), addresses);
  response.sendRaw(503, page, { ...pageHeaders, ...busyHeaders });
}
