import { z } from 'zod';
import type { Say } from '#domain/conversation/phrases.ts';
import { type ProblemCode, problems } from '../problem.ts';
import type { AnswerShape, Route } from '../route.ts';
import { exampleOf } from './example.ts';
import { schemaOf } from './schema-of.ts';
import { webhooks } from './webhooks.ts';

/** The description of the routes (OpenAPI 3.1), written from the table that they are mounted from; what each does is said in the language of `say`. */
export function openApi(routes: readonly Route[], say: Say) {
  const paths: Record<string, Record<string, ReturnType<typeof operation>>> = {};
  for (const one of routes) paths[one.path] = { ...paths[one.path], [one.method]: operation(one, say) };
  return {
    openapi: '3.1.1',
    info: {
      title: 'Trajectoires',
      version: '1.0.0',
      summary:
        "Consultations on a territory's futures: prepared, followed, read and published by another program.",
      description:
        'Every call bears a key (`Authorization: Bearer`), which an owner makes in the space under “Accès et signaux”. A key opens all consultations or some; the others are answered as if they were not there (404). In the last 30 days of a key each answer says its last day (`Key-Ends-On`). Refusals are problem details (RFC 9457) in the language of Accept-Language. Nothing is told of fewer people than the smallest group of a consultation.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    paths,
    webhooks: webhooks((type) => say(`api-reference.signal.${type}`)),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A key with the scopes that a route names.' },
      },
      schemas: { Problem },
      responses: {
        Problem: { ...refused(0), description: 'The server takes no such request, or cannot answer now.' },
        ...Object.fromEntries(
          [...new Set(Object.values(problems))].map((status) => [`Problem${status}`, refused(status)]),
        ),
      },
    },
  };
}

const Problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  additionalProperties: false,
  properties: {
    type: {
      type: 'string',
      enum: ['about:blank', ...Object.keys(problems).map((code) => `urn:trajectoires:problem:${code}`)],
    },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'For people, in their language.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['detail'],
        additionalProperties: false,
        properties: {
          detail: { type: 'string' },
          pointer: { type: 'string', description: 'Where in the body: a JSON Pointer, as a fragment.' },
          parameter: { type: 'string', description: 'Which parameter of the query.' },
        },
      },
    },
  },
} as const;

const refused = (status: number) => ({
  description: codesOf(status).join(', '),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  ...(status === 401 && { headers: { 'WWW-Authenticate': { schema: { type: 'string' } } } }),
  ...([429, 503].includes(status) && { headers: { 'Retry-After': { schema: { type: 'integer' } } } }),
});

const codesOf = (status: number): readonly string[] =>
  Object.entries(problems).flatMap(([code, its]) => (its === status ? [code] : []));

const always: readonly ProblemCode[] = ['unauthorised', 'key-ended', 'forbidden', 'too-often'];

function operation(one: Route, say: Say) {
  const { method, path, scopes, params, query, body, hasBody, answers } = one;
  const statuses = new Set([...always, ...one.problems].map((code) => problems[code]));
  return {
    operationId: nameOf(method, path),
    summary: say(`api-reference.call.${nameOf(method, path)}`),
    description: `Scopes: ${scopes.join(', ')}.`,
    security: [{ key: scopes }],
    parameters: [...parameters(params, 'path'), ...parameters(query, 'query'), ...conditional(one)],
    ...(hasBody && {
      requestBody: { required: true, content: { 'application/json': shown(schemaOf(body, 'input')) } },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).flatMap(([status, shape]) =>
          shape === undefined ? [] : [[status, answered(shape)]],
        ),
      ),
      ...Object.fromEntries(
        [...statuses].map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function parameters(shape: z.ZodObject, place: 'path' | 'query') {
  return Object.entries(shape.shape).map(([name, field]) => {
    const schema = schemaOf(z.object({ field }), 'input');
    const required = place === 'path';
    return { name, in: place, required, schema: Object(Object(schema).properties).field };
  });
}

/** A change may name the version that it starts from. */
const conditional = ({ problems: its }: Route) =>
  its.includes('changed')
    ? [{ name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } }]
    : [];

function answered(shape: AnswerShape) {
  if (shape === 'nothing') return { description: 'Done.' };
  if ('files' in shape)
    return {
      description: 'The file.',
      content: Object.fromEntries(shape.files.map((type) => [type, {}])),
    };
  return { description: 'Done.', content: { 'application/json': shown(schemaOf(shape, 'output')) } };
}

/** A form beside one value that it takes. */
const shown = (schema: ReturnType<typeof schemaOf>) => ({ schema, example: exampleOf(schema) });

/** `getConsultationsCodeResults`. */
const nameOf = (method: string, path: string): string =>
  method +
  path
    .replace('/api', '')
    .split(/[^a-z0-9]+/i)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
