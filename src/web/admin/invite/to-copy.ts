import { type Html, html } from '#web/http/pages/html.ts';
import type { AdminVisit } from '../visit.ts';

interface ToCopy {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly lang?: string;
  /** Absent: one line. */
  readonly rows?: number;
}

/** A text to take away: selected by hand, or copied by the button that a script puts beside it. */
export function toCopy({ id, label, text, lang, rows }: ToCopy, { say }: AdminVisit): Html {
  const spoken = lang === undefined ? html`` : html` lang="${lang}"`;
  const copy = html`data-copy="${say('admin.copy')}" data-copied="${say('admin.copied')}"`;
  const control =
    rows === undefined
      ? html`<input id="${id}" type="text" readonly value="${text}"${spoken} ${copy}>`
      : html`<textarea id="${id}" rows="${String(rows)}" readonly${spoken} ${copy}>
${text}</textarea>`;
  return html`<div class="field"><label for="${id}">${label}</label>${control}</div>`;
}
