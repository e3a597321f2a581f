import { z } from 'zod';

/** A form as JSON Schema, without the line that says which. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...written } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
  return written;
}
