import type { RecordKind } from '#domain/records/records.ts';
import { nameOfNow } from './former-names.ts';
import { isFields, type StoredFields } from './stored-fields.ts';
import { withToldParts } from './told-parts.ts';

/** A record as it was once written, in the form of now; what it is not is for its schema to say. */
export function formOfNow(kind: RecordKind, data: unknown): unknown {
  const upgrade = upgrades[kind];
  return upgrade !== undefined && isFields(data) ? upgrade(data) : data;
}

const upgrades: { readonly [K in RecordKind]?: (data: StoredFields) => unknown } = {
  // Schema 1 said `did`.
  'audit-entry': (data) => {
    if (data.schema !== 1) return data;
    const { did: action, ...rest } = data;
    return { ...rest, schema: 2, action };
  },
  // Schema 1 knew one role, held in every consultation.
  account: (data) => (data.schema === 1 ? { ...data, schema: 2, roles: {} } : data),
  'sign-in-link': (data) => {
    if (data.schema !== 1) return data;
    const isNew = isFields(data.to) && data.to.who === 'new';
    return { ...data, schema: 2, ...(isNew && isFields(data.to) && { to: { ...data.to, roles: {} } }) };
  },
  // A result was one of people who still answered, and exact: it is made anew, unless their answers are gone.
  consultation: (data) => {
    const { released, ...rest } = data;
    if (released === undefined) return withToldParts(data);
    return withToldParts(rest.erasure === undefined ? rest : { ...rest, final: released });
  },
  snapshot: withToldParts,
  // What leads to a person is named by its kind.
  participant: (data) => {
    const { traces } = data;
    const isFormer = (trace: unknown) => isFields(trace) && nameOfNow(trace.kind) !== trace.kind;
    if (!Array.isArray(traces) || !traces.some(isFormer)) return data;
    const named = (trace: unknown) => (isFields(trace) ? { ...trace, kind: nameOfNow(trace.kind) } : trace);
    return { ...data, traces: traces.map(named) };
  },
};
