import { drawn, type Fields, read, sentOf, write } from './fields.ts';

/** Words that are on their way, kept in this phone until the server has them: a reload or a lost line loses nothing. */
interface Draft {
  readonly action: string;
  readonly body: string;
  readonly vu: string;
  readonly fields: readonly (readonly [string, string])[];
}

const start = (key: string): string => `table ${key} `;
const nameOf = ({ dataset: { key = '', step = '' } }: HTMLFormElement): string => start(key) + step;

export function keep(form: HTMLFormElement): void {
  const draft: Draft = {
    ...{ action: form.action, body: sentOf(form).toString(), vu: drawn(form)?.value ?? '' },
    fields: [...read(form)],
  };
  attempt(() => localStorage.setItem(nameOf(form), JSON.stringify(draft)));
}

export const drop = (form: HTMLFormElement): void => attempt(() => localStorage.removeItem(nameOf(form)));

/** Puts back what was not saved when the page went; whether there was any. */
export function restore(form: HTMLFormElement): boolean {
  const draft = stored(nameOf(form));
  if (draft === undefined) return false;
  const fields: Fields = new Map(draft.fields);
  write(form, fields);
  const vu = drawn(form);
  if (vu !== null) vu.value = draft.vu;
  return true;
}

/** Sends what other steps of the table left; what cannot be saved as it is waits until its step is opened. */
export async function sendOthers(form: HTMLFormElement): Promise<void> {
  const its = start(form.dataset.key ?? '');
  for (const name of names().filter((one) => one.startsWith(its) && one !== nameOf(form))) {
    const draft = stored(name);
    if (draft === undefined) continue;
    const body = new URLSearchParams(draft.body);
    body.delete('vers');
    const answer = await fetch(draft.action, { method: 'POST', body }).catch(() => undefined);
    if (answer?.ok) attempt(() => localStorage.removeItem(name));
  }
}

function stored(name: string): Draft | undefined {
  let draft: unknown;
  attempt(() => {
    draft = JSON.parse(localStorage.getItem(name) ?? 'null');
  });
  return isDraft(draft) ? draft : undefined;
}

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'fields' in value && Array.isArray(value.fields);

function names(): readonly string[] {
  let all: readonly string[] = [];
  attempt(() => {
    all = Object.keys(localStorage);
  });
  return all;
}

/** A browser may keep nothing: then the page does without. */
function attempt(run: () => void): void {
  try {
    run();
  } catch {
    // Nothing to do about it.
  }
}
