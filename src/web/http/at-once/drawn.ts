import { hash } from 'node:crypto';
import type { Leaves } from '#domain/records/meet.ts';
import type { Form } from '../request/form.ts';

/** The field in which a form says what it was drawn from. */
export const drawnField = 'vu';

/** What stood when a form was drawn: a short print of each thing, for no text need go to and fro twice. */
export const drawnFrom = (standing: Leaves): string =>
  [...standing].map(([name, text]) => `${name}:${print(text)}`).join(' ');

/** Whether something was drawn with a text; nothing where the form does not say. */
export function readDrawn(sent: string): (name: string, text: string) => boolean | undefined {
  const prints = new Map(
    sent.split(' ').map((one) => {
      const [name = '', its = ''] = one.split(':');
      return [name, its];
    }),
  );
  return (name, text) => {
    const its = prints.get(name);
    return its === undefined ? undefined : its === print(text);
  };
}

/** Whether a form was drawn from this version of the whole; one that does not say is not asked. */
export const saysDrawn = (form: Pick<Form, 'all'>, version: string): boolean =>
  form.all(drawnField).every((one) => one === version);

const print = (text: string): string => hash('sha256', text, 'base64url').slice(0, 10);
