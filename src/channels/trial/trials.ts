import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { mayDo, teamMember } from '#application/actor.ts';
import { isOver } from '#domain/consultation/consultation.ts';
import { UnderWay } from '#domain/in-memory/under-way.ts';
import type { Store } from '#store/store.ts';
import { createChannelPosts } from '../channel-posts/channel-posts.ts';
import { createKeyMaker } from '../keys.ts';
import { createBot } from '../turns/bot.ts';
import { nobody } from '../turns/in-world.ts';
import type { Surroundings } from '../turns/surroundings.ts';
import { createTurnTaker } from '../turns/taking/take-turn.ts';
import type { Views } from '../views.ts';
import type { ChannelTurn, ConversationBinding } from '../wire.ts';
import { asTried } from './as-tried.ts';
import { createMemoryStore } from './memory-store.ts';
import { createTrialGroup } from './trial-group.ts';

/**
 * The real conversation of a consultation, for those who prepare it: as it stands at each turn, a draft too. Answers are held in
 * memory alone, under keys of their own, and nothing that counts, shows or writes down people sees any of them.
 */
export interface Trials {
  /** Whether somebody went as far as agreeing, lately. */
  wasTried(consultation: string): Promise<boolean>;
  readonly bot: (turn: ChannelTurn) => Promise<void>;
}

interface TrialParts {
  readonly store: Pick<Store, 'load'>;
  /** Those of the real conversations: what holds people is replaced. */
  readonly surroundings: Surroundings;
  readonly views: Views;
}

/** For how long it is known that a consultation was tried, in milliseconds. */
const knownMs = 90 * 86_400_000;

export function createTrials({ store: real, views, ...parts }: TrialParts): Trials {
  const { memory } = parts.surroundings;
  const store = createMemoryStore();
  const surroundings: Surroundings = {
    ...parts.surroundings,
    ...{ store, tallies: createTrialGroup(), channelPosts: createChannelPosts(store), turns: new UnderWay() },
    keys: createKeyMaker(randomBytes(32).toString('base64url')),
    texts: { of: async () => [] },
  };
  const takeTurn = createTurnTaker(surroundings);
  const begun = async ({ binding }: Pick<ChannelTurn, 'binding'>) => {
    const its = binding && (await triedBy(binding, real));
    if (its === undefined) throw new Error('There is nothing to try here');
    const shown = asTried(its, surroundings.now());
    // As it is at this very moment: what was changed beside counts at once.
    const { record = shown } = await store.update('consultation', shown.id, (before) =>
      before && isDeepStrictEqual({ ...before, version: shown.version }, shown) ? before : shown,
    );
    return record;
  };
  const bot = createBot({
    surroundings,
    async takeTurn(input) {
      const outcome = await takeTurn(input);
      if (outcome.participant.consent !== undefined)
        await memory.change('tried', input.consultation.id, knownMs, () => 'yes');
      return outcome;
    },
    views,
    facilitators: {
      rights: async () => nobody,
      open: async () => ({ outcome: 'none' }),
      take: async () => undefined,
    },
    resolver: {
      inPrivate: begun,
      inChannel: begun,
      namesNone: async () => false,
      hold: () => undefined,
      remember: async () => undefined,
    },
    perform: async () => ({ replies: [] }),
    answerRoom: async () => ({ label: 'stale' }),
    roster: { recount: async () => undefined, erase: async () => undefined },
    tellOthers: () => undefined,
    forget: () => undefined,
  });
  return {
    wasTried: async (consultation) => (await memory.read('tried', consultation)) !== undefined,
    bot,
  };
}

/** The consultation that somebody of the team tries, for as long as they may prepare it. */
async function triedBy({ consultation, trial = '' }: ConversationBinding, store: Pick<Store, 'load'>) {
  const account = await store.load('account', trial);
  if (account === undefined || !mayDo(teamMember(account), 'consultations:write', consultation))
    return undefined;
  const its = await store.load('consultation', consultation);
  return its === undefined || isOver(its) ? undefined : its;
}
