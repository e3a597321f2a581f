import { BoundedMap } from '#domain/in-memory/bounded-map.ts';

/** What was asked as each of a person's latest activities came to its turn. In memory: after a start, what is asked now counts. */
export interface LatestAsked {
  /** What was asked before the first of these activities; nothing when none of them is known. */
  before(person: string, unseen: readonly string[]): string | undefined;
  note(person: string, activity: string, asked: string): void;
}

interface Asked {
  readonly activity: string;
  readonly asked: string;
}

/** As many as a conversation may have under way. */
const kept = 30;

export function createLatestAsked(): LatestAsked {
  const latest = new BoundedMap<readonly Asked[]>(2_000);
  return {
    before: (person, unseen) => latest.get(person)?.find(({ activity }) => unseen.includes(activity))?.asked,
    note(person, activity, asked) {
      const before = latest.get(person) ?? [];
      latest.drop(person);
      latest.put(person, [...before, { activity, asked }].slice(-kept));
    },
  };
}
