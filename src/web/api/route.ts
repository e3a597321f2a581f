import { z } from 'zod';
import type { Actor } from '#application/actor.ts';
import type { Language } from '#domain/catalogue/language.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import type { Scope } from '#domain/records/api-key.ts';
import { type ApiProblem, type ProblemCode, problem, type Wrong } from './problem.ts';
import { shapeProblems } from './shape-problem.ts';

/** How a call is answered. */
export type ApiAnswer =
  | {
      readonly kind: 'json';
      readonly status: 200 | 201 | 202;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly bytes: Uint8Array | string;
    }
  | ApiProblem;

/** Who calls, when, and in which language they wish to be answered. */
export interface ApiCaller {
  readonly actor: Actor;
  readonly language: Language;
  readonly say: Say;
  readonly now: string;
  /** The version that the caller has seen last (If-Match), as it was sent. */
  readonly ifMatch: string | undefined;
}

/** What came, not looked at yet. */
interface Raw extends ApiCaller {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

type Call<Params, Query, Body> = ApiCaller & {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
};

/** What a route answers: the shape of its JSON, nothing (204), or a file of some types. */
export type AnswerShape = z.ZodType | 'nothing' | { readonly files: readonly string[] };

/** What a route without any takes. */
const Nothing = z.object({});
const NoBody = z.unknown();

/** Of a route that takes nothing: what it does take stands in its place. */
export const bare = { params: Nothing, query: Nothing, body: NoBody } as const;

/** One route as data: it is mounted from this, and described from it. */
interface Told<Params, Query, Body> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As OpenAPI writes it: `/api/consultations/{code}`. */
  readonly path: string;
  /** All of them are needed. */
  readonly scopes: readonly [Scope, ...Scope[]];
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly answers: Readonly<Partial<Record<200 | 201 | 202 | 204, AnswerShape>>>;
  /** Beside those that every route has. */
  readonly problems: readonly ProblemCode[];
}

export interface Route extends Told<z.ZodObject, z.ZodObject, z.ZodType> {
  readonly hasBody: boolean;
  /** Looks at what came, then answers. */
  answer(raw: Raw): Promise<ApiAnswer>;
}

interface Spec<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>
  extends Omit<Told<Params, Query, Body>, 'problems'> {
  readonly problems?: readonly ProblemCode[];
  readonly run: (call: Call<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<ApiAnswer>;
  /** What the rule says against the rest of a body that is of the wrong shape in part: everything is told at once. */
  readonly judge?: (
    call: Call<z.output<Params>, z.output<Query>, z.output<Body>>,
  ) => Promise<readonly Wrong[]>;
}

export function route<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>({
  run,
  judge,
  problems = [],
  ...told
}: Spec<Params, Query, Body>): Route {
  const { params, query, body } = told;
  const hasBody = !Object.is(body, NoBody);
  const asks = hasBody || Object.keys(query.shape).length > 0;
  return {
    ...told,
    hasBody,
    problems: [
      ...(Object.keys(params.shape).length > 0 ? ['not-found' as const] : []),
      ...(asks ? ['invalid' as const] : []),
      ...problems,
    ],
    async answer(raw) {
      const read = {
        params: params.safeParse(raw.params),
        query: query.safeParse(raw.query, { reportInput: true }),
        body: body.safeParse(raw.body, { reportInput: true }),
      };
      if (!read.params.success) return problem('not-found');
      if (!read.query.success || !read.body.success) {
        const inQuery = shapeProblems(read.query.error?.issues ?? [], raw.say).map(
          ({ path, detail }): Wrong => ({ parameter: path.join('.'), detail }),
        );
        const inBody = shapeProblems(read.body.error?.issues ?? [], raw.say).map(
          ({ path, detail }): Wrong => ({ pointer: pointer(...path), detail }),
        );
        const failed = (read.body.error?.issues ?? []).flatMap(failedKeys);
        const rest = body.safeParse(without(raw.body, failed));
        const ruled =
          judge && read.query.success && rest.success && failed.length > 0
            ? await judge({ ...raw, params: read.params.data, query: read.query.data, body: rest.data })
            : [];
        // What was left out is of the wrong shape, not absent.
        const others = ruled.filter(
          (one) => !('pointer' in one) || !failed.some((key) => isWithin(one.pointer, key)),
        );
        return problem('invalid', { errors: [...inQuery, ...inBody, ...others].slice(0, most) });
      }
      return run({ ...raw, params: read.params.data, query: read.query.data, body: read.body.data });
    },
  };
}

/** The most things that are told to be wrong with one call. */
const most = 50;

/** The outermost keys of a body in which something is of the wrong shape. */
const failedKeys = (issue: z.core.$ZodIssue): readonly string[] =>
  issue.path.length > 0 ? [String(issue.path[0])] : issue.code === 'unrecognized_keys' ? issue.keys : [];

const without = (body: unknown, keys: readonly string[]): unknown =>
  typeof body === 'object' && body !== null
    ? Object.fromEntries(Object.entries(body).filter(([key]) => !keys.includes(key)))
    : body;

const isWithin = (place: string, key: string): boolean =>
  place === pointer(key) || place.startsWith(`${pointer(key)}/`);

/** A place in a JSON body, as the fragment of an address (RFC 6901, section 6); half a character, which no address holds, is told as unknown. */
export const pointer = (...path: readonly string[]): string =>
  `#${path.map((part) => `/${encodeURIComponent(part.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`;
