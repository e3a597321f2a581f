import type { AuditNote } from '#application/audit/audit-log.ts';
import type { ApiAnswer } from './route.ts';

/** JSON, which becomes an answer. */
export const answeredWith = (
  body: unknown,
  status: 200 | 201 | 202 = 200,
  headers: Readonly<Record<string, string>> = {},
) => ({ kind: 'json', status, body, headers }) as const;

/** The same answer, with what is to be written in the journal. */
export const noting = (answered: ApiAnswer, wrote: AuditNote): ApiAnswer => ({ ...answered, wrote });
