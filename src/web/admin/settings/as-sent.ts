import type { Consultation } from '#domain/consultation/consultation.ts';
import type { ConsultationSettings } from '#domain/consultation/settings/settings.ts';
import { without } from '#domain/consultation/without.ts';
import type { Form } from '#web/http/request/form.ts';

/** The people expected, as they were written: null when nothing was; nothing when the field is not there. */
export function expectedIn(form: Form): number | null | undefined {
  const [written] = form.all('expected');
  if (written === undefined) return undefined;
  const figures = written.replace(/\s/g, '');
  if (figures === '') return null;
  return /^\d{1,9}$/.test(figures) ? Number(figures) : Number.NaN;
}

/** A consultation as it would be, to reckon with: a number that is none is left out, whatever else is wrong. */
export function asSet(
  before: Consultation,
  { domains, trajectories, length, expected, minGroup = 0 }: ConsultationSettings = {},
): Consultation {
  const people = expected === undefined ? before.expected : (expected ?? 0);
  return {
    ...without(before, 'expected'),
    ...(domains && { domains }),
    ...(trajectories && { trajectories }),
    ...(length && { length }),
    ...(people && people > 0 && { expected: people }),
    ...(minGroup > 0 && { minGroup }),
  };
}
