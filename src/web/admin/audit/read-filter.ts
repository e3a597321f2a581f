import { nextDay, startOfDay } from '#domain/consultation/local-day.ts';
import type { AuditEntry } from '#domain/records/audit-entry.ts';
import { type AuditFilter, actorOf, auditKinds } from '#domain/records/audit-filter.ts';
import type { Problems } from '../fields.ts';
import type { Member } from '../visit.ts';

/** What the page is asked for, as its address says it. */
export interface AskedLines {
  readonly filter: AuditFilter;
  /** Empty where all that was asked can be looked for. */
  readonly problems: Problems;
  /** The same again, to be put into an address; empty: everything. */
  readonly query: string;
}

/** The fields of the form, as an address names them. */
export const fields = ['qui', 'quoi', 'consultation', 'du', 'au'] as const;

/** Reads `?qui=&quoi=&consultation=&du=&au=`; `all`: the lines that may be read, which say who and what there is to choose. */
export function readFilter({ query, say }: Member, all: readonly AuditEntry[]): AskedLines {
  const given = (name: (typeof fields)[number]) => (query.get(name) ?? '').trim();
  const [by, kind, code] = [
    given('qui'),
    auditKinds.find((one) => one === given('quoi')),
    given('consultation'),
  ];
  const [since, until] = [
    startOfDay(given('du')),
    startOfDay(given('au')) && startOfDay(nextDay(given('au'))),
  ];
  const isKnown = {
    qui: by === '' || all.some((entry) => actorOf(entry) === by),
    quoi: given('quoi') === '' || kind !== undefined,
    consultation: code === '' || all.some(({ consultation }) => consultation === code),
    du: given('du') === '' || since !== undefined,
    au: given('au') === '' || until !== undefined,
  };
  const isTurned = since !== undefined && until !== undefined && until <= since;
  const wrong = fields.flatMap((name) =>
    isKnown[name] ? [] : [[name, say(`admin.audit.wrong.${name}`)] as const],
  );
  return {
    filter: {
      ...(by !== '' && { by }),
      ...(kind !== undefined && { kind }),
      ...(code !== '' && { consultation: code }),
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
    },
    problems: Object.fromEntries(isTurned ? [...wrong, ['au', say('admin.audit.wrong.turned')]] : wrong),
    query: new URLSearchParams(
      fields.flatMap((name) => (given(name) === '' ? [] : [[name, given(name)]])),
    ).toString(),
  };
}
