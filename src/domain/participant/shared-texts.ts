import type { Ballot } from './ballot.ts';
import type { Participant } from './participant.ts';

/** An answer, what is said beside a stance, or why a view was kept or changed in a second round. */
export const textKinds = ['answer', 'condition', 'concern', 'reason'] as const;
type TextKind = (typeof textKinds)[number];

/** A text that its author allows those who facilitate to read. */
export interface SharedText {
  /** The question or the trajectory that it is about. */
  readonly item: string;
  readonly kind: TextKind;
  readonly text: string;
}

/** The texts that a person allowed to be read, each by its own leave; none without their consent to the whole. */
export function sharedTexts({ consent, answers, ballots }: Participant): readonly SharedText[] {
  if (consent === undefined) return [];
  return [
    ...Object.entries(answers).flatMap(([item, answer]): SharedText[] =>
      answer.kind === 'text' && answer.shared ? [{ item, kind: 'answer', text: answer.value }] : [],
    ),
    ...Object.entries(ballots).flatMap(([item, ballot]) =>
      ballot === 'skipped'
        ? []
        : [...(ballot.shared ? remarks(item, ballot) : []), ...reasonOf(item, ballot)],
    ),
  ];
}

function remarks(item: string, said: { readonly [K in 'condition' | 'concern']?: string | undefined }) {
  return (['condition', 'concern'] as const).flatMap((kind): SharedText[] => {
    const text = said[kind];
    return text === undefined ? [] : [{ item, kind, text }];
  });
}

function reasonOf(item: string, { second }: Ballot): readonly SharedText[] {
  const { reason, shared } = second ?? {};
  return reason !== undefined && shared ? [{ item, kind: 'reason', text: reason }] : [];
}
