import { fixedSettings } from '#domain/consultation/settings/fixed-settings.ts';
import { drawnField, readDrawn } from '#web/http/at-once/drawn.ts';
import type { Form } from '#web/http/request/form.ts';
import type { StepParts } from './step.ts';

/** What somebody changed in a form of a draft that was opened meanwhile: it changes no more, and they are told. */
export function tooLate(form: Form, { consultation, visit }: StepParts): ReturnType<typeof fixedSettings> {
  const wasDrawn = readDrawn(form.one(drawnField));
  return fixedSettings(consultation, visit.now).filter((name) => {
    const sent = form.all(name);
    const text = sent.map((one) => one.trim()).toSorted();
    return sent.length > 0 && wasDrawn(name, text.join('\n')) === false;
  });
}
