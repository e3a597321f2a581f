import { z } from 'zod';
import { followUpStates } from '#domain/consultation/follow-up/follow-up.ts';
import { type HookEvent, hookEvents } from '#domain/records/hook.ts';
import { exampleOf } from './example.ts';
import { schemaOf } from './schema-of.ts';

const moment = z.iso.datetime();

/** What each signal tells of. */
const signalForms = {
  'consultation.opened': z.strictObject({ opensAt: moment, closesAt: moment.optional() }),
  'consultation.closed': z.strictObject({}),
  'participation.milestone': z.strictObject({ people: z.int().min(10).multipleOf(10) }),
  'result.released': z.strictObject({
    ...{ releasedAt: moment, kind: z.enum(['provisional', 'final']), people: z.int().min(0) },
  }),
  'result.published': z.strictObject({ publishedAt: moment }),
  'follow-up.written': z.strictObject({
    id: z.string(),
    state: z.enum(followUpStates),
    writtenAt: moment,
    trajectory: z.string().optional().describe('Absent: on the consultation as a whole.'),
    correctedAt: moment.optional().describe('When its words were put right, where they were.'),
  }),
  'retention.warning': z.strictObject({
    eraseOn: z.iso.date(),
    days: z.union([z.literal(30), z.literal(7)]),
  }),
  'retention.erased': z.strictObject({ erasedAt: moment }),
} as const satisfies Record<HookEvent, z.ZodType>;

/** A whole message, signed by Standard Webhooks in its headers. */
export const messageForm = (type: HookEvent) =>
  z.strictObject({
    id: z.string().describe('The same for each try.'),
    type: z.literal(type),
    at: moment,
    consultation: z.string().describe('The code of the consultation.'),
    data: signalForms[type],
  });

const header = (name: string, description: string) => ({
  ...{ name, description, in: 'header', required: true, schema: { type: 'string' } },
});

/** What is sent to the addresses that an owner gave (OpenAPI 3.1, `webhooks`). */
export const webhooks = (summaryOf: (type: string) => string) =>
  Object.fromEntries(
    hookEvents.map((type) => {
      const schema = schemaOf(messageForm(type), 'output');
      const post = {
        operationId: `signal${type.replaceAll(/(^|\.)(\w)/g, (_, __, first: string) => first.toUpperCase())}`,
        summary: summaryOf(type),
        security: [],
        parameters: [
          header('webhook-id', 'The same for each try.'),
          header('webhook-timestamp', 'Seconds since 1970.'),
          header('webhook-signature', 'As Standard Webhooks has it.'),
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema, example: exampleOf(schema) } },
        },
        responses: { '2XX': { description: 'Received. Anything else is tried again, eight times in all.' } },
      };
      return [type, { post }];
    }),
  );
