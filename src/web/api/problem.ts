import type { Say } from '#domain/conversation/phrases.ts';

/** Why a call is refused, and the HTTP status that says so. */
export const problems = {
  unauthorised: 401,
  'key-ended': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  taken: 409,
  fixed: 409,
  'too-few': 409,
  'not-final': 409,
  changed: 412,
  invalid: 422,
  'too-often': 429,
  busy: 503,
} as const;
export type ProblemCode = keyof typeof problems;

/** One thing that is wrong: at a place in the body (a JSON Pointer as a fragment, RFC 6901), or in a parameter of the query. */
export type Wrong = { readonly detail: string } & (
  | { readonly pointer: string }
  | { readonly parameter: string }
);

/** A refusal, to be put in words. */
export interface ApiProblem {
  readonly kind: 'problem';
  readonly code: ProblemCode;
  readonly errors?: readonly Wrong[];
  readonly values?: Readonly<Record<string, number>>;
}

export const problem = (code: ProblemCode, more: Pick<ApiProblem, 'errors' | 'values'> = {}): ApiProblem => ({
  kind: 'problem',
  code,
  ...more,
});

/** Why a use case did nothing, as a refusal. */
export const refused = (outcome: keyof typeof codes): ApiProblem => problem(codes[outcome]);

const codes = {
  forbidden: 'forbidden',
  missing: 'not-found',
  unfit: 'conflict',
  taken: 'taken',
  changed: 'changed',
} as const;

/** The body of a refusal (RFC 9457), in the language of the caller. */
export function problemBody({ code, errors, values = {} }: ApiProblem, say: Say) {
  return {
    type: `urn:trajectoires:problem:${code}`,
    title: say(`api.problem.${code}.title`),
    status: problems[code],
    detail: say(`api.problem.${code}.detail`, values),
    ...(errors && { errors }),
  };
}
