import { setTimeout as pause } from 'node:timers/promises';
import { type Connection, connect } from '../connection.ts';

const settleMs = 10_000;

/** Pages of the facilitator's space and of the public, of one consultation. */
export const pages = (code: string): readonly string[] => [
  `/animation/c/${code}/suivi`,
  `/animation/c/${code}/resultats`,
  `/animation/c/${code}/resultats/comparer`,
  `/animation/c/${code}/resultats/jugements`,
  `/animation/c/${code}/salle`,
  `/animation/c/${code}/textes`,
  `/animation/c/${code}/publier`,
  `/animation/c/${code}/materiel`,
  `/animation/c/${code}/inviter`,
  '/animation',
  '/animation/journal',
  `/c/${code}/resultats`,
  '/catalogue',
];

export interface Stall {
  readonly page: string;
  readonly status: number;
  readonly pageMs: number;
  /** The longest that somebody else waited for the answer to a turn meanwhile, in milliseconds. */
  readonly turnMs: number;
}

/** Opens each page once, while people go on with their turns. */
export async function stalls(url: string, cookie: string, paths: readonly string[]): Promise<Stall[]> {
  const found: Stall[] = [];
  const turns = await turning(url);
  // The turns woke the recognisers, which get warm on the same processors.
  await pause(settleMs);
  turns.worst();
  for (const page of paths) {
    await turns.calm();
    const began = performance.now();
    const { status } = await drained(fetch(`${url}${page}`, { headers: { cookie } }));
    const pageMs = performance.now() - began;
    await turns.calm();
    found.push({ page, status, pageMs, turnMs: turns.worst() });
  }
  await turns.end();
  return found;
}

async function drained(answer: Promise<Response>): Promise<{ status: number }> {
  const { status, body } = await answer;
  for await (const _ of body ?? []);
  return { status };
}

/** One person who takes a turn after the other. */
async function turning(url: string) {
  const connection = await connect(url);
  let worst = 0;
  let goesOn = true;
  let n = 0;
  const turn = async (by: Connection) => {
    const from = performance.now();
    await by.post('/api/messages', {
      type: 'message',
      id: `stall-${n++}`,
      channelId: 'emulator',
      serviceUrl: 'http://127.0.0.1:9',
      deliveryMode: 'expectReplies',
      from: { id: 'somebody' },
      recipient: { id: 'bot' },
      conversation: { id: 'somewhere' },
      locale: 'fr',
      value: n === 1 ? { act: 'consent', agree: true } : { act: 'word', word: 'menu' },
    });
    worst = Math.max(worst, performance.now() - from);
  };
  const all = (async () => {
    while (goesOn) await turn(connection);
  })();
  return {
    /** The worst since the last time it was asked. */
    worst() {
      const most = worst;
      worst = 0;
      return most;
    },
    /** A few turns later. */
    calm: async () => {
      for (const until = n + 3; n < until && goesOn; ) await pause(5);
    },
    async end() {
      goesOn = false;
      await all;
      connection.close();
    },
  };
}
