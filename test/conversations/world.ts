import { loadCatalogue } from '#catalogue/load.ts';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import type { World } from '#dialogs/world.ts';
import { domainIds } from '#domain/catalogue/domains.ts';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import { drawn } from '#domain/participant/examining.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { Recognise } from '#understanding/reading.ts';

const now = '2026-11-23T10:00:00.000Z';

/** The project's own catalogue. */
export const catalogue = loaded(loadCatalogue('catalogue'), 'catalogue');
const phrases = loaded(loadPhrases('catalogue'), 'phrases');

export function newConsultation(change: Partial<Consultation> = {}): Consultation {
  return {
    schema: 1,
    id: 'decouverte',
    version: 1,
    catalogue: catalogue.edition,
    title: { fr: 'Découverte', en: 'Discovery' },
    territory: { fr: 'Mon territoire', en: 'My area' },
    controller: { name: { fr: 'La mairie', en: 'The town hall' }, contact: 'contact@example.org' },
    language: 'fr',
    domains: [...domainIds],
    retentionMonths: 12,
    opensAt: '2026-01-01T00:00:00.000Z',
    closed: false,
    minGroup: minGroups.public,
    ...change,
  };
}

export function newPerson(change: Partial<Participant> = {}): Participant {
  return {
    schema: 1,
    id: 'somebody',
    consultation: 'decouverte',
    version: 0,
    catalogue: `${catalogue.id}@${catalogue.version}`,
    language: 'fr',
    traces: [],
    seed: 7,
    answers: {},
    ballots: {},
    tries: 0,
    handled: [],
    startedAt: now,
    updatedAt: now,
    ...change,
  };
}

export function newWorld(recognise: Recognise, change: Partial<World> = {}): World {
  return {
    now,
    catalogue,
    consultation: newConsultation(),
    admitted: true,
    information: 'of now',
    facilitator: false,
    creates: false,
    words: phrases.words,
    tongues: phrases.tongues,
    asked: phrases.asked,
    recognise,
    draw: (domain, person) => drawn(domain, person, { minGroup: minGroups.public, examined: () => 0 }),
    group: () => ({ state: 'waiting', minGroup: minGroups.public, needed: 11 }),
    participation: () => ({ counts: { took: 0, domains: [], roles: {} }, channels: 0, gone: 0 }),
    took: () => 0,
    resumeCode: (given) => given ?? 'KTM4P-7RTX2-9HJKD',
    newMark: () => 'k7p2',
    proposals: [],
    newProposal: () => 'proposal-1',
    ...change,
  };
}

function loaded<K extends string, T>(result: Record<K, T> | { problems: readonly unknown[] }, key: K): T {
  if ('problems' in result)
    throw new Error(`The project's own catalogue is wrong: ${JSON.stringify(result)}`);
  return (result as Record<K, T>)[key];
}
