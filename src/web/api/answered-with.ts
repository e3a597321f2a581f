/** JSON, which becomes an answer. */
export const answeredWith = (
  body: unknown,
  status: 200 | 201 | 202 = 200,
  headers: Readonly<Record<string, string>> = {},
) => ({ kind: 'json', status, body, headers }) as const;
