import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A short hash of what each kind of record may be: it changes with any field, value or bound, not with what is said of one. */
export function printsOf(schemas: Readonly<Record<string, z.ZodType>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(schemas).map(([kind, schema]) => {
      const form = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }), (key, value) =>
        key === 'description' && typeof value === 'string' ? undefined : value,
      );
      return [kind, createHash('sha256').update(form).digest('hex').slice(0, 12)];
    }),
  );
}
