import type { MarkReason } from '#domain/records/judge-mark.ts';
import { type Mark, marks, reasons } from '#domain/records/text-mark.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Member } from '../visit.ts';

/** The choices of one tap, each with its key: `1` to `6`, in their order. */
const taps = marks
  .flatMap((mark) => reasons[mark].map((reason) => ({ mark, reason })))
  .map((one, i) => ({ ...one, key: `${i + 1}`, value: `${one.mark}:${one.reason}` }));

/** A mark and its reason as one button sends them; nothing when it is none of ours. */
export function readTap(value: string): MarkReason | undefined {
  const tap = taps.find((one) => one.value === value);
  return tap && { mark: tap.mark, picked: tap.reason, words: '' };
}

/** A button for each reason that is often given: one tap marks the text. */
export const tapButtons = (visit: Member): Html =>
  html`<div class="taps">${joined(marks.map((mark) => row(mark, visit)))}</div>`;

function row(mark: Mark, { say }: Member): Html {
  const its = taps.filter((one) => one.mark === mark);
  return html`<div role="group" aria-label="${say(`free-texts.reasons.${mark}`)}"><span aria-hidden="true">${say(`free-texts.mark.${mark}`)}</span>${joined(
    its.map(
      ({ reason, key, value }) =>
        html`<button type="submit" class="beside" name="tap" value="${value}" data-key="${key}"><kbd aria-hidden="true">${key}</kbd>${say(`free-texts.reason.${reason}`)}</button>`,
    ),
  )}</div>`;
}

/** What the script shows beside the list: where to begin, what the keys do, and the way back. */
export function sortBar({ say }: Member): Html {
  const keys = (['reasons', 'move', 'other', 'undo'] as const).map(
    (one) =>
      html`<li><kbd>${say(`free-texts.keys.${one}.key`)}</kbd> ${say(`free-texts.keys.${one}.does`)}</li>`,
  );
  return html`<div class="sort-bar" data-sort-bar hidden>
<p class="ways"><button type="button" class="beside" data-begin>${say('free-texts.keys.begin')}</button>
<button type="button" class="plain" data-undo data-failed="${say('free-texts.keys.failed')}" disabled>${say('free-texts.keys.undo-last')}</button></p>
<ul class="sort-keys" aria-label="${say('free-texts.keys.title')}">${joined(keys)}</ul></div>`;
}
