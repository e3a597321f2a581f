import type { Participant } from '#domain/participant/participant.ts';

const at = '2026-01-01T00:00:00.000Z';

/** A participant before the first save; `words` is what they wrote in an answer. */
export function person(id: string, words = 'Le bus du soir manque.'): Participant {
  return {
    schema: 1,
    id,
    consultation: 'decouverte',
    version: 0,
    catalogue: 'demo@1',
    language: 'fr',
    seed: 1,
    traces: [],
    answers: { 'mobility-wish': { kind: 'text', value: words } },
    ballots: {},
    tries: 0,
    handled: [],
    startedAt: at,
    updatedAt: at,
  };
}
