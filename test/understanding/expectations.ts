import { horizons } from '#domain/participant/ballot.ts';
import type { Expected } from '#understanding/reading.ts';

const options = [
  'La voiture',
  'Le vélo',
  'Les transports en commun (bus, tram)',
  'Aucun',
  '2 fois par semaine',
].map((title, i) => ({ id: `option-${i}`, title }));

/** One expectation of each kind. */
export const expectations: readonly Expected[] = [
  { kind: 'choice', options },
  { kind: 'multi', options, max: 2 },
  { kind: 'multi', options },
  { kind: 'scale', points: ['Défavorable', 'Peu favorable', 'Neutre', 'Favorable', 'Très favorable'] },
  {
    kind: 'ballot',
    stances: ['Très indésirable', 'Indésirable', 'Neutre', 'Souhaitable', 'Très souhaitable'],
    horizons: horizons.map((id) => ({ id, title: `Horizon ${id}` })),
    year: 2026,
  },
  { kind: 'yes-no' },
  { kind: 'text', longest: 1000 },
];
