import { lastAnswerOf } from '#domain/participant/last-answer.ts';
import type { ChangeFeed } from './change-feed.ts';

/** When somebody last answered in each consultation: by that, those without a closing day end. */
export interface LastAnswers {
  /** Once everybody of before the start is known; nothing where nobody came. */
  of(consultation: string): Promise<string | undefined>;
}

export function createLastAnswers(feed: ChangeFeed): LastAnswers {
  const latest = new Map<string, string>();
  feed.add({
    participant(_id, person) {
      if (person === undefined) return;
      const at = lastAnswerOf(person);
      if (at > (latest.get(person.consultation) ?? '')) latest.set(person.consultation, at);
    },
  });
  return {
    async of(consultation) {
      await feed.ready;
      return latest.get(consultation);
    },
  };
}
