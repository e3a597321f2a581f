import { oneLine } from '#domain/conversation/one-line.ts';
import type { Leaves } from '#domain/records/meet.ts';
import type { Form } from '../request/form.ts';

/** Fields of a table's form by their names, as they were sent; a remark is one line with nothing invisible, however it was typed. */
export function sentLeaves(form: Form, names: Iterable<string>): Leaves {
  const kept = form.all('kept');
  return new Map(
    [...names].map((name) => {
      const id = /^kept-(.+)$/.exec(name)?.[1];
      if (id === undefined) return [name, oneLine(form.one(name))];
      return [name, kept.includes(id) ? id : ''];
    }),
  );
}
