/** What stands in a form, each field under a name of its own: a box or a point by its value too. */
export type Fields = ReadonlyMap<string, string>;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

const isTicked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type);

const filledIn = (form: HTMLFormElement): readonly Field[] =>
  [...form.elements].filter(isField).filter((field) => field.type !== 'hidden' && field.name !== '');

const nameOf = (field: Field): string => (isTicked(field) ? `${field.name}=${field.value}` : field.name);

export const read = (form: HTMLFormElement): Fields =>
  new Map(
    filledIn(form).map((field) => [nameOf(field), isTicked(field) ? String(field.checked) : field.value]),
  );

/** Puts texts in their fields; what is there already is left alone, the place of whoever writes with it. */
export function write(form: HTMLFormElement, fields: Fields): void {
  for (const field of filledIn(form)) {
    const text = fields.get(nameOf(field));
    if (text === undefined) continue;
    if (isTicked(field)) field.checked = text === 'true';
    else if (field.value !== text) field.value = text;
  }
}

/** What the form was drawn from. */
export const drawn = (form: HTMLFormElement): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>('input[name=vu]');

/** What a browser would send of a form. */
export function sentOf(form: HTMLFormElement, submitter: HTMLElement | null = null): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) body.append(name, String(value));
  return body;
}

/** Whether two texts differ in their spaces at most: the one at the end is kept as somebody goes on writing. */
export const isAlike = (one = '', other = ''): boolean => inOne(one) === inOne(other);

const inOne = (text: string): string => text.replace(/\s+/g, ' ').trim();
