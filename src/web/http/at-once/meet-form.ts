import { type Conflict, type Leaves, meet } from '#domain/records/meet.ts';
import { type Form, formOf } from '../request/form.ts';
import { drawnField, readDrawn } from './drawn.ts';

/** The field in which somebody says whose of the two stands. */
export const choiceOf = (name: string): string => `choix-${name}`;

interface MetForm {
  /** What stays as others have it: they alone changed it, or whoever sent the form chose theirs. */
  readonly left: ReadonlySet<string>;
  /** What both changed, and nobody has chosen yet. */
  readonly open: readonly Conflict[];
}

/** What comes of a form when what stands is no longer what it was drawn from. */
export function meetForm(form: Form, mine: Leaves, now: Leaves): MetForm {
  const { theirs, conflicts } = meet(mine, now, readDrawn(form.one(drawnField)));
  const chosen = [...mine.keys()].filter((name) => form.one(choiceOf(name)) === 'theirs');
  const left = new Set([...theirs, ...chosen]);
  return { left, open: conflicts.filter(({ name }) => !left.has(name)) };
}

/** The form as it was sent, without the choices made in it, and with what others have in the place of what is left to them. */
export function withTheirs(
  form: Form,
  left: ReadonlySet<string>,
  valuesOf: (name: string) => readonly string[],
): Form {
  const kept = form.pairs.filter(([name]) => !left.has(name) && !name.startsWith(choiceOf('')));
  const theirs = [...left].flatMap((name) => valuesOf(name).map((value) => [name, value] as const));
  return formOf([...kept, ...theirs]);
}
