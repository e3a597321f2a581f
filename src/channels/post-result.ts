import { finishedDomains } from '#dialogs/place/progress.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { without } from '#domain/consultation/without.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { GroupView } from '#domain/results/group-scenario.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import { shownToPerson } from '#scenario/release/shown-to.ts';
import { allOf } from '#store/all-of.ts';
import type { Surroundings } from './turns/surroundings.ts';

/** A way to post into the conversations of a consultation. */
export type Post = (consultation: Consultation, replyTo: ReplyTo) => Promise<Reached>;

/** What is said to a person, if anything is; nothing is known of somebody who has not agreed. */
export type ReplyTo = (person: Participant | undefined) => Reply | undefined;

interface Reached {
  readonly reached: number;
  /** How many could not be reached now, and are to be tried again. */
  readonly behind: number;
}

/** The ways to post a published result. */
export interface Ways {
  /** To whoever is there now, and into channels, which look after themselves. */
  readonly now: readonly Post[];
  /** Into kept conversations, those that have it left out; what could not be reached is tried again. */
  readonly kept: Post;
}

/** Posts published results into every conversation of their consultation; one at a time of each. */
export interface ResultPosting {
  /** Posts what was just published; how many conversations it reached. Who was not reached is tried again. */
  post(consultation: Consultation): Promise<number>;
}

interface JobParts {
  readonly jobs: JobQueue;
  readonly failed: (error: unknown) => void;
}

/** Between two tries at what a publication did not reach, in milliseconds. */
const resumeEvery = 5 * 60_000;

export function createResultPosting(
  surroundings: Surroundings,
  ways: Ways,
  { jobs, failed }: JobParts,
): ResultPosting {
  const { store, tallies, now } = surroundings;
  const inTurn = new KeyedQueue();
  const spread = async (consultation: Consultation, posts: readonly Post[]): Promise<number> => {
    const group = await tallies.view(consultation, now());
    const replyTo = resultFor(group, consultation, surroundings);
    const all = await Promise.all(posts.map((post) => post(consultation, replyTo)));
    if (all.every(({ behind }) => behind === 0)) await posted(consultation.id);
    return all.reduce((sum, { reached }) => sum + reached, 0);
  };
  /** Every conversation has it. */
  const posted = (code: string) =>
    store.update('consultation', code, (its) => its?.posting && without(its, 'posting'));
  // Who did not have it yet is told by the record: the program may have been stopped before all had it.
  jobs.on('unfinished-postings', {
    async run() {
      const unfinished = await allOf(store, 'consultation', ({ posting }) => posting === true);
      for (const { id } of unfinished) jobs.ask('posting', id);
    },
    failed,
  });
  jobs.every('unfinished-postings', resumeEvery);
  jobs.on('posting', {
    run: (code) =>
      inTurn.run(code, async () => {
        const its = await store.load('consultation', code);
        if (its?.posting) await spread(its, [ways.kept]);
      }),
    failed,
  });
  return {
    post: (consultation) => inTurn.run(consultation.id, () => spread(consultation, [...ways.now, ways.kept])),
  };
}

/** To each what they may see of it; nothing to whoever may see nothing yet. */
function resultFor(
  group: GroupView,
  consultation: Consultation,
  { catalogues, now }: Pick<Surroundings, 'catalogues' | 'now'>,
): ReplyTo {
  const catalogue = catalogues.of(consultation);
  return (person) => {
    const finished = person === undefined ? [] : finishedDomains(person, { catalogue, consultation });
    const shown = shownToPerson(group, consultation, finished, now());
    if (shown.state === 'waiting') return undefined;
    return { label: 'group-scenario', group: shown, facilitator: false };
  };
}
