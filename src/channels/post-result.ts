import { finishedDomains } from '#dialogs/place/progress.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { openRound } from '#domain/consultation/second-round.ts';
import { without } from '#domain/consultation/without.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import { KeyedQueue } from '#domain/in-memory/keyed-queue.ts';
import type { Participant } from '#domain/participant/participant.ts';
import type { GroupView } from '#domain/results/group-scenario.ts';
import { shownToPerson } from '#scenario/release/shown-to.ts';
import { toLookAgain } from '#scenario/second-look.ts';
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
  /** To whoever is there now, and into channels, which look after themselves. */
  readonly now: readonly Post[];
  /** Into kept conversations, those that have it left out; what could not be reached is tried again. */
  readonly kept: Post;
}

/** What is posted once into every conversation. */
interface Matter {
  /** Whether it is still on its way. */
  readonly isOn: (its: Consultation) => boolean;
  readonly replyTo: (its: Consultation) => Promise<ReplyTo>;
  /** The consultation once every conversation has it. */
  readonly posted: (its: Consultation) => Consultation;
}

/** Posts something into every conversation of a consultation; one at a time of each. */
export interface Posting {
  /** Posts what has just come; how many conversations it reached. */
  post(consultation: Consultation): Promise<number>;
  /** Goes on with what did not reach everyone yet. */
  resume(): Promise<void>;
}

/** Published results, to each what they may see of it. */
export const createResultPosting = (surroundings: Surroundings, ways: Ways): Posting =>
  createPosting(surroundings, ways, {
    isOn: ({ posting }) => posting === true,
    replyTo: async (its) =>
      resultFor(await surroundings.tallies.view(its, surroundings.now()), its, surroundings),
    posted: (its) => without(its, 'posting'),
  });

/** That a second round is open, to whoever has views to look at again: nobody else is told, and nobody twice. */
export const createRoundPosting = (surroundings: Surroundings, ways: Ways): Posting =>
  createPosting(surroundings, ways, {
    isOn: ({ round }) => round?.posting === true,
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

function createPosting({ store }: Surroundings, ways: Ways, { isOn, replyTo, posted }: Matter): Posting {
  const inTurn = new KeyedQueue();
  const spread = async (consultation: Consultation, posts: readonly Post[]): Promise<number> => {
    const reply = await replyTo(consultation);
    const all = await Promise.all(posts.map((post) => post(consultation, reply)));
    if (all.every(({ behind }) => behind === 0)) await end(consultation.id);
    return all.reduce((sum, { reached }) => sum + reached, 0);
  };
  /** Every conversation has it. */
  const end = (code: string) =>
    store.update('consultation', code, (its) => (its && isOn(its) ? posted(its) : undefined));
  return {
    post: (consultation) => inTurn.run(consultation.id, () => spread(consultation, [...ways.now, ways.kept])),
    async resume() {
      for await (const { record } of store.changes('consultation', 0)) {
        if (record && isOn(record)) await inTurn.run(record.id, () => spread(record, [ways.kept]));
      }
    },
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
