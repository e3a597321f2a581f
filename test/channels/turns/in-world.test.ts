import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { inWorld } from '#channels/turns/in-world.ts';
import type { Surroundings } from '#channels/turns/surroundings.ts';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { createChangeFeed } from '#projections/change-feed.ts';
import { createLiveTallies } from '#projections/live-tallies.ts';
import { createParticipationProjection } from '#projections/participation.ts';
import type { Store } from '#store/store.ts';
import { catalogue, newConsultation } from '#test/conversations/world.ts';
import { heldStore, put } from '#test/projections/held-store.ts';

const now = '2026-11-23T10:00:00.000Z';
let store: Store;
let drop: () => Promise<void>;
let consultation: Consultation;
beforeEach(async () => {
  ({ store, drop } = await heldStore());
  consultation = newConsultation({ version: 0 });
  await store.save('consultation', consultation);
});
afterEach(() => drop());

/** What a chat and the page say of how the consultation goes. */
async function followed() {
  const feed = createChangeFeed(store);
  const catalogues = cataloguesOf([catalogue]);
  const [draw, log] = [async () => undefined, { error: () => undefined }];
  const tallies = createLiveTallies({ store, feed, catalogues, draw, now: () => now, log } as never);
  const participation = createParticipationProjection(
    feed,
    catalogues,
    async (its) => (await tallies.participationIn(its)).took,
  );
  feed.start();
  const channelPosts = { known: async () => ({ of: () => [] }) };
  const surroundings = {
    ...{ catalogues, tallies, participation, channelPosts, phrases: { words: new Map() } },
    now: () => now,
  } as unknown as Surroundings;
  return {
    word: () => {
      const counting = { ...participation, of: () => Promise.reject(new Error('It was counted')) };
      return inWorld(
        consultation,
        facilitator,
        { ...surroundings, participation: counting },
        ({ words }) => words,
      );
    },
    chat: () => inWorld(consultation, facilitator, surroundings, (world) => world.participation().counts),
    page: () => participation.of(consultation),
  };
}

const facilitator = { facilitator: true, creates: true };

/** Somebody who has given a first view there. */
const inMobility: Partial<Participant> = {
  domain: 'mobility',
  ballots: { 'mobility-one-ticket': { stance: 1, kept: false, benefits: [] } },
};

const mobility = (counts: { domains: readonly { domain: string }[] }) =>
  counts.domains.find(({ domain }) => domain === 'mobility');

test('a chat tells of progress what the page shows, at every step', async () => {
  const { chat, page } = await followed();
  for (let i = 0; i < 10; i++) await put(store, `p${i}`, inMobility);
  expect(mobility(await chat())).toEqual({ domain: 'mobility', n: 10 });
  expect(mobility(await page())).toMatchObject({ begun: 10 });

  await put(store, 'late', inMobility);
  expect(mobility(await page())).toMatchObject({ begun: 11 });
  expect(mobility(await chat())).toEqual({ domain: 'mobility', n: 11 });
  const { took, roles } = await page();
  expect(await chat()).toMatchObject({ took, roles });
});

test('a turn that does not ask how it goes waits for no counting, not even of whoever facilitates', async () => {
  const { word } = await followed();
  await put(store, 'ada', inMobility);
  expect(await word()).toEqual(new Map());
});
