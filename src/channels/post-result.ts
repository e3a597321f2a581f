import { finishedDomains } from '#dialogs/place/progress.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { openRound } from '#domain/consultation/second-round.ts';
import { without } from '#domain/consultation/without.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import { shownToPerson } from '#scenario/release/shown-to.ts';
import { toLookAgain } from '#scenario/second-look.ts';
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

/** The ways to post something. */
interface Ways {
  /** To whoever is in a conversation on this node. */
  readonly live: Post;
  /** Into channels, which look after themselves. */
  readonly inChannels?: Post;
  /** Into kept conversations, those that have it left out; what could not be reached is tried again. */
  readonly kept: Post;
}

/** What is posted once into every conversation. */
interface Matter {
  /** Names its jobs. */
  readonly name: 'result' | 'round';
  /** Whether it is still on its way. */
  readonly isOn: (its: Consultation) => boolean;
  /** Since when. */
  readonly sinceOf: (its: Consultation) => string | undefined;
  readonly replyTo: (its: Consultation) => Promise<ReplyTo>;
  /** The consultation once every conversation has it. */
  readonly posted: (its: Consultation) => Consultation;
}

/** Posts something into every conversation of a consultation; one at a time of each. */
export interface Posting {
  /** Posts what has just come; how many conversations it reached. Who was not reached is tried again. */
  post(consultation: Consultation): Promise<number>;
}

export interface PostingJobs {
  readonly jobs: JobQueue;
  readonly failed: (error: unknown) => void;
}

/** Between two tries at what did not reach everyone, in milliseconds. */
const resumeEvery = 5 * 60_000;

/** Published results, to each what they may see of it. */
export const createResultPosting = (surroundings: Surroundings, ways: Ways, parts: PostingJobs): Posting =>
  createPosting(surroundings, ways, parts, {
    name: 'result',
    isOn: ({ posting }) => posting === true,
    sinceOf: ({ publishedAt }) => publishedAt,
    replyTo: async (its) =>
      resultFor(await surroundings.tallies.view(its, surroundings.now()), its, surroundings),
    posted: (its) => without(its, 'posting'),
  });

/** That a second round is open, to whoever has views to look at again: nobody else is told, and nobody twice. */
export const createRoundPosting = (surroundings: Surroundings, ways: Ways, parts: PostingJobs): Posting =>
  createPosting(surroundings, ways, parts, {
    name: 'round',
    isOn: ({ round }) => round?.posting === true,
    sinceOf: ({ round }) => round?.openedAt,
    replyTo: async (its) => {
      const round = openRound(its, surroundings.now());
      return (person) =>
        round !== undefined &&
        person?.consent !== undefined &&
        toLookAgain(person.ballots, round.first.scenario).length > 0
          ? { label: 'notice', about: 'second-round-open' }
          : undefined;
    },
    posted: (its) => (its.round ? { ...its, round: without(its.round, 'posting') } : its),
  });

function createPosting(
  { store, memory }: Surroundings,
  ways: Ways,
  { jobs, failed }: PostingJobs,
  { name, isOn, sinceOf, replyTo, posted }: Matter,
): Posting {
  /** One at a time of a consultation, on whichever node. */
  const inTurn = <T>(code: string, work: () => Promise<T>) =>
    memory.exclusively(`post ${name} ${code}`, work);
  /** The latest of each consultation that was said here. */
  const saidHere = new Map<string, string | undefined>();
  const reach = async (consultation: Consultation, posts: readonly Post[]) => {
    const reply = await replyTo(consultation);
    return Promise.all(posts.map((post) => post(consultation, reply)));
  };
  const spread = async (consultation: Consultation, posts: readonly Post[]): Promise<number> => {
    const all = await reach(consultation, posts);
    if (all.every(({ behind }) => behind === 0)) await end(consultation.id);
    return all.reduce((sum, { reached }) => sum + reached, 0);
  };
  /** Every conversation has it. */
  const end = (code: string) =>
    store.update('consultation', code, (its) => (its && isOn(its) ? posted(its) : undefined));
  // Who did not have it yet is told by the record: the program may have been stopped before all had it.
  jobs.on(`unfinished-${name}`, {
    async run() {
      const unfinished = await allOf(store, 'consultation', isOn);
      for (const { id } of unfinished) jobs.ask(`post-${name}`, id);
    },
    failed,
  });
  jobs.every(`unfinished-${name}`, resumeEvery);
  jobs.on(`post-${name}`, {
    run: (code) =>
      inTurn(code, async () => {
        const its = await store.load('consultation', code);
        if (its && isOn(its)) await spread(its, [ways.kept]);
      }),
    failed,
  });
  // What another node posts is said to whoever is in a conversation here; who is in none is shown it when they come back.
  store.watch(({ kind, id, record, isAfar }) => {
    if (!isAfar || kind !== 'consultation' || record === undefined || !isOn(record)) return;
    if (saidHere.get(id) === sinceOf(record)) return;
    saidHere.set(id, sinceOf(record));
    void reach(record, [ways.live]).catch(failed);
  });
  return {
    post(consultation) {
      const { id } = consultation;
      saidHere.set(id, sinceOf(consultation));
      const { live, inChannels = nowhere, kept } = ways;
      return inTurn(id, () => spread(consultation, [live, inChannels, kept]));
    },
  };
}

const nowhere: Post = async () => ({ reached: 0, behind: 0 });

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
