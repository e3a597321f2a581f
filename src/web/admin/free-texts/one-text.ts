import type { SortedText } from '#application/texts/sorted-texts.ts';
import { longestReason, marks, reasons } from '#domain/records/text-mark.ts';
import { drawnField, drawnFrom } from '#web/http/at-once/drawn.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { button, hidden } from '../fields.ts';
import { day } from '../said.ts';
import type { Member } from '../visit.ts';
import { markLeaf, reasonIn } from './mark-leaf.ts';
import { tapButtons } from './tap.ts';

/** A form that could not be taken: of which text, what was typed, and what is wrong with it. */
export interface RefusedMark {
  readonly text: string;
  readonly reason: string;
  readonly words: string;
  readonly problem: string;
}

interface Sent {
  /** Where its form goes, without the text's id. */
  readonly here: string;
  /** What was wanted, so that the same is shown afterwards. */
  readonly wanted: string;
  readonly refused?: RefusedMark | undefined;
}

/** What stands before the ids of one text's fields. */
export const fieldOf = (text: string): string => `raison-${text}`;

/** One text, what was decided of it, and the form to decide. */
export function oneText(text: SortedText, visit: Member, { here, wanted, refused }: Sent): Html {
  const { say, token } = visit;
  const { id, mark } = text;
  const wrong = refused?.text === id ? refused : undefined;
  return html`<li id="texte-${id}" data-text${stateOf(text)}><p class="quiet">${say(`free-texts.kind.${text.kind}`)}</p>
<blockquote><p>${text.text}</p></blockquote>
${decided(text, visit)}
<form method="post" action="${here}/${id}" class="mark">${hidden('jeton', token)}${hidden('retour', wanted)}${hidden(drawnField, drawnFrom(markLeaf(mark)))}
${tapButtons(visit)}
<details${wrong === undefined ? '' : html` open`}><summary>${say('free-texts.other')}</summary>${fields(id, wrong, visit)}
<p class="ways">${button(say('free-texts.mark.quote'), 'beside', 'quote')} ${button(say('free-texts.mark.aside'), 'beside', 'aside')}</p></details>
${mark === undefined ? '' : html`<p class="ways">${button(say('free-texts.mark.none'), 'plain', 'none')}</p>`}</form></li>`;
}

/** What the way back leads to. */
function stateOf({ mark }: SortedText): Html {
  if (mark === undefined) return html``;
  return html` data-mark="${mark.mark}" data-reason="${mark.reason}"`;
}

function decided({ mark }: SortedText, visit: Member): Html {
  if (mark === undefined) return html``;
  const { say } = visit;
  const reason = reasonIn(mark.reason, visit);
  return html`<p><span class="phase${mark.mark === 'quote' ? ' open' : ''}">${say(`free-texts.sorting.${mark.mark}`)}</span> ${say('free-texts.because', { reason, day: day(mark.at, visit) })}</p>`;
}

function fields(id: string, wrong: RefusedMark | undefined, { say }: Member): Html {
  const field = fieldOf(id);
  const picked = wrong?.reason ?? '';
  const option = (value: string, label: string) =>
    html`<option value="${value}"${value === picked ? html` selected` : ''}>${label}</option>`;
  const groups = marks.map(
    (mark) =>
      html`<optgroup label="${say(`free-texts.reasons.${mark}`)}">${joined(
        reasons[mark].map((reason) => option(reason, say(`free-texts.reason.${reason}`))),
      )}</optgroup>`,
  );
  const told =
    wrong === undefined ? html`` : html`<p class="problem" id="${field}-problem">${wrong.problem}</p>`;
  const described =
    wrong === undefined ? html`` : html` aria-invalid="true" aria-describedby="${field}-problem"`;
  return html`<div class="reasons${wrong === undefined ? '' : ' wrong'}"><div><label for="${field}">${say('free-texts.why')}</label>${told}<select id="${field}" name="reason"${described}>${option('', say('free-texts.pick'))}${joined(groups)}</select></div>
<div><label for="${field}-mots">${say('free-texts.words')}</label><input id="${field}-mots" name="words" type="text" value="${wrong?.words ?? ''}" maxlength="${String(longestReason)}"></div></div>`;
}
