import { type Html, html, joined } from '#web/http/pages/html.ts';

/** What is wrong with a form: by the name of the field, in words. */
export type Problems = Readonly<Record<string, string>>;

export const hasProblems = (problems: Problems): boolean => Object.keys(problems).length > 0;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
}

/** A line to fill in. */
export function line(
  field: Field & {
    readonly value: string;
    readonly type?: 'text' | 'date' | 'time' | 'number' | 'email' | 'url';
    readonly most?: number;
    readonly lang?: string;
    readonly required?: true;
    /** What may be chosen, found by writing a part of it. */
    readonly choices?: readonly string[];
  },
): Html {
  const { name, value, type = 'text', most, lang, required, choices } = field;
  return around(
    field,
    html`<input id="${name}" name="${name}" type="${type}" value="${value}"${attribute('maxlength', most)}${attribute('lang', lang)}${required ? html` required` : ''}${attribute('list', choices && `${name}-choices`)}${described(field)}>${choices === undefined ? '' : html`<datalist id="${name}-choices">${joined(choices.map((one) => html`<option value="${one}"></option>`))}</datalist>`}`,
  );
}

/** Several lines to fill in. */
export function area(
  field: Field & {
    readonly value: string;
    readonly rows?: number;
    readonly most?: number;
    readonly lang?: string;
  },
): Html {
  const { name, value, rows = 6, most, lang } = field;
  return around(
    field,
    html`<textarea id="${name}" name="${name}" rows="${String(rows)}"${attribute('maxlength', most)}${attribute('lang', lang)}${described(field)}>
${value}</textarea>`,
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One of a list. */
export function pick(field: Field & { readonly value: string; readonly choices: readonly Choice[] }): Html {
  const { name, value, choices } = field;
  return around(
    field,
    html`<select id="${name}" name="${name}"${described(field)}>${joined(
      choices.map(
        (one) =>
          html`<option value="${one.value}"${one.value === value ? html` selected` : ''}>${one.label}</option>`,
      ),
    )}</select>`,
  );
}

/** One, or several, of a few that all stand there. */
export function choose(
  field: Field & {
    readonly kind: 'radio' | 'checkbox';
    readonly values: readonly string[];
    readonly choices: readonly Choice[];
  },
): Html {
  const { name, label, kind, values, choices, problem } = field;
  return html`<fieldset id="${name}" class="choices${problem === undefined ? '' : ' wrong'}"${described(field)}>
<legend>${label}</legend>${beside(field)}
${joined(
  choices.map(
    (one) =>
      html`<label class="choice"><input type="${kind}" name="${name}" value="${one.value}"${
        values.includes(one.value) ? html` checked` : ''
      }> <span>${one.label}${one.hint === undefined ? '' : html` <small>${one.hint}</small>`}</span></label>`,
  ),
)}
</fieldset>`;
}

/** What is wrong, at the top of a form, each with the way to its field. */
export function summary(problems: Problems, title: string): Html {
  if (!hasProblems(problems)) return html``;
  return problemList(
    title,
    Object.entries(problems).map(([name, problem]) => html`<a href="#${name}">${problem}</a>`),
  );
}

/** The same of what stands beside no field of its own. */
export const problemList = (title: string, problems: readonly (string | Html)[]): Html =>
  alertBox(title, html`<ul>${joined(problems.map((one) => html`<li>${one}</li>`))}</ul>`);

/** What is read out, and gets the focus, before anything else on a page. */
export const alertBox = (title: string, inside: Html): Html =>
  html`<div class="problems" role="alert" tabindex="-1"><h2>${title}</h2>${inside}</div>`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

export function button(
  label: string,
  look: 'main' | 'beside' | 'plain' | 'grave' = 'main',
  name?: string,
): Html {
  return html`<button type="submit" class="${look}"${name === undefined ? '' : html` name="${name}" value="1"`}>${label}</button>`;
}

function around(field: Field, control: Html): Html {
  const { name, label, problem } = field;
  return html`<div class="field${problem === undefined ? '' : ' wrong'}"><label for="${name}">${label}</label>${beside(field)}${control}</div>`;
}

const beside = ({ name, hint, problem }: Field): Html =>
  html`${
    hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`
  }${problem === undefined ? '' : html`<p class="problem" id="${name}-problem">${problem}</p>`}`;

function described({ name, hint, problem }: Field): Html {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(problem === undefined ? [] : [`${name}-problem`]),
  ];
  const by = ids.length === 0 ? html`` : html` aria-describedby="${ids.join(' ')}"`;
  return html`${problem === undefined ? '' : html` aria-invalid="true"`}${by}`;
}

const attribute = (name: string, value: string | number | undefined): Html =>
  value === undefined ? html`` : { html: ` ${name}="${String(value)}"` };
