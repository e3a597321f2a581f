import { z } from 'zod';
import { lastAnswerOf } from '#domain/participant/last-answer.ts';
import type { ChangeFeed } from './change-feed.ts';

/** When somebody last answered in each consultation: by that, those without a closing day end. */
export interface LastAnswers {
  /** Once everybody of before the start is known; nothing where nobody came. */
  of(consultation: string): Promise<string | undefined>;
}

/** When each person of a consultation last answered, in milliseconds since 1970. */
interface Times {
  readonly people: Map<string, number>;
  /** The latest of them; absent: to be looked for. */
  latest?: number | undefined;
}

export function createLastAnswers(feed: ChangeFeed): LastAnswers {
  const all = new Map<string, Times>();
  const put = (id: string, consultation: string, at: number) => {
    const times: Times = all.get(consultation) ?? { people: new Map() };
    all.set(consultation, times);
    const wasLatest = times.latest !== undefined && times.people.get(id) === times.latest;
    times.people.set(id, at);
    if (times.latest !== undefined && at >= times.latest) times.latest = at;
    else if (wasLatest) times.latest = undefined;
  };
  feed.add({
    participant(id, person) {
      if (person !== undefined) return put(id, person.consultation, Date.parse(lastAnswerOf(person)));
      for (const times of all.values()) if (times.people.delete(id)) times.latest = undefined;
    },
    digestOf: (id, consultation) => all.get(consultation)?.people.get(id),
    restore(id, consultation, digest) {
      const at = z.int().safeParse(digest).data;
      if (at !== undefined) put(id, consultation, at);
      return at !== undefined;
    },
  });
  return {
    async of(consultation) {
      await feed.ready;
      const times = all.get(consultation);
      if (times === undefined || times.people.size === 0) return undefined;
      times.latest ??= latestOf(times.people);
      return new Date(times.latest).toISOString();
    },
  };
}

function latestOf(people: ReadonlyMap<string, number>): number {
  let latest = 0;
  for (const at of people.values()) latest = Math.max(latest, at);
  return latest;
}
