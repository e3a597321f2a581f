/** Kinds of record that are somebody's. */
export const ofPeople = [
  'participant',
  'reference',
  'link',
  'last-consultation',
  'text-mark',
  'live-vote',
] as const;
