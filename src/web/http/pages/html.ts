/** Markup that is safe to insert as it is. */
export interface Html {
  readonly html: string;
}

/** Builds markup; every value is escaped unless it is markup already. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  return { html: parts.reduce((all, part, i) => all + inserted(values[i - 1]) + part) };
}

/** Pieces of markup one after the other. */
export const joined = (pieces: readonly Html[], between = ''): Html => ({
  html: pieces.map(({ html }) => html).join(between),
});

/** Data for a script to read, in an element that is never run. */
export function dataElement(id: string, data: unknown): Html {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return { html: `<script type="application/json" id="${id}">${json}</script>` };
}

function inserted(value: string | Html | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? escaped(value) : value.html;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
