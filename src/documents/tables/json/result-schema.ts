import { z } from 'zod';
import { ResultForm, resultFormAddress } from './result-form.ts';

/** The JSON Schema (2020-12) of what `json` writes. */
export function resultSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...form } = z.toJSONSchema(ResultForm, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: resultFormAddress,
    title: 'Result of a consultation',
    description:
      'What the people who chose to take part made of the trajectories of a territory: aggregates only, each on minGroup people at least.',
    ...form,
  };
}
