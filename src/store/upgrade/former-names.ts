import type { RecordKind } from '#domain/records/records.ts';

/** What kinds were once called, in the names of folders and in lines of the journal. */
export const formerNames = [
  { kind: 'audit-entry', former: 'deed' },
  { kind: 'channel-post', former: 'venue' },
  { kind: 'last-consultation', former: 'whereabouts' },
  { kind: 'cross-tabulation', former: 'crossing' },
  { kind: 'snapshot', former: 'moment' },
  { kind: 'workshop-result', former: 'collective' },
  { kind: 'sign-in-link', former: 'entry' },
] as const satisfies readonly { readonly kind: RecordKind; readonly former: string }[];

/** The name of now for what may be a former one; anything else as it is. */
export function nameOfNow(name: unknown): unknown {
  return formerNames.find(({ former }) => former === name)?.kind ?? name;
}

/** What a kind is called and was called. */
export function namesOf(kind: RecordKind): readonly string[] {
  return [kind, ...formerNames.filter((one) => one.kind === kind).map(({ former }) => former)];
}
