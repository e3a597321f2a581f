import { sortedTexts } from '#application/texts/sorted-texts.ts';
import { marksOf } from '#application/texts/text-marks.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { html } from '#web/http/pages/html.ts';
import { tabAddress } from '../frame.ts';
import type { AdminOptions } from '../options.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { countsLine, findTexts } from './found.ts';
import { oneText } from './one-text.ts';

/** What the script asked for in place of a page: the text as it is marked now, and the counts; without the text, it is gone. */
export async function inPlace(
  visit: Member,
  its: Consultation,
  { text, wanted }: { readonly text: string; readonly wanted: string },
  { application, viewOf }: Pick<AdminOptions, 'application' | 'viewOf'>,
): Promise<AdminAnswer> {
  const { say } = visit;
  const texts = await application.textsOf(its.id);
  const marks = await marksOf(its.id, application.store);
  const { counts } = await findTexts(sortedTexts(texts, marks, viewOf(its, visit.language).catalogue), {
    ...{ words: '', page: 1 },
  });
  const found = texts.find(({ id }) => id === text);
  const mark = marks.get(text);
  const here = tabAddress(its.id, 'free-texts');
  const shown =
    found === undefined
      ? html`<li class="told">${say('free-texts.gone')}</li>`
      : oneText({ ...found, ...(mark && { mark }) }, visit, { here, wanted });
  return { kind: 'whole', html: html`<ul data-sorted>${shown}</ul>${countsLine(counts, visit)}`.html };
}
