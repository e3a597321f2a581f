import { describe, expect, test } from '@jest/globals';
import { nextDesired } from '#channels/channel-posts/desired-posts.ts';
import type { World } from '#dialogs/world.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { ChannelPost } from '#domain/records/channel-post.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { LiveSession, Round } from '#domain/room/live-session.ts';
import { group as released, scenario } from '#test/cards/samples/group.ts';
import { newConsultation, newWorld } from '#test/conversations/world.ts';

const empty: ChannelPost = {
  schema: 1,
  id: 'post',
  version: 1,
  consultation: 'decouverte',
  since: '2026-11-20T10:00:00.000Z',
  place: 'place',
  address: {},
  language: 'fr',
  members: ['29:one', '29:two'],
  posts: {},
};

interface There {
  readonly took?: number;
  readonly group?: GroupView;
  readonly consultation?: Partial<Consultation>;
}
const waiting: GroupView = { state: 'waiting', minGroup: 5, needed: 2 };
const publishedAt = '2026-11-20T18:00:00.000Z';
const published = { group: released, consultation: { publishedAt } };

function worldOf({ took = 3, group = waiting, consultation }: There): World {
  return newWorld(async () => ({ numbers: [] }), {
    consultation: newConsultation(consultation),
    group: () => group,
    took: () => took,
  });
}

/** What is posted or brought up to date until all stands as it should, and the channel post then. */
function reconciled(
  channelPost: ChannelPost,
  there: There,
  posted: readonly Reply[] = [],
): { channelPost: ChannelPost; posted: readonly Reply[] } {
  const next = nextDesired(channelPost, worldOf(there));
  if (next === undefined) return { channelPost, posted };
  if (posted.length > 5) throw new Error('It never ends');
  const post = { conversation: 'c', activity: next.kind, shown: next.shown };
  return reconciled({ ...channelPost, posts: { ...channelPost.posts, [next.kind]: post } }, there, [
    ...posted,
    next.reply,
  ]);
}
const invited = reconciled(empty, {}).channelPost;
const after = reconciled(invited, published).channelPost;
const labels = (replies: readonly Reply[]) => replies.map(({ label }) => label);

/** A group whose people examined one domain alone: no vision stands on that. */
const narrow = (scenario: GroupScenario): GroupScenario => ({
  ...scenario,
  domains: scenario.domains.filter(({ domain }) => domain === 'mobility'),
});

test('before publication the invitation stands alone, whatever the group has to show', () => {
  expect(reconciled(empty, { group: released }).posted).toEqual([
    { label: 'invitation', took: 3, stage: 'open' },
  ]);
});

test('it is brought up to date as people take part, as the date changes and as it closes', () => {
  for (const change of [
    { took: 4 },
    { consultation: { closesAt: '2026-12-15T00:00:00.000Z' } },
    { consultation: { closed: true } },
  ])
    expect(labels(reconciled(invited, change).posted)).toEqual(['invitation']);
});

test('and when members change, for each sees their own', () => {
  expect(labels(reconciled({ ...invited, members: ['29:one'] }, {}).posted)).toEqual(['invitation']);
  const { members: _, ...many } = invited;
  expect(labels(reconciled(many, {}).posted)).toEqual(['invitation']);
});

test('once published the result follows, and the vision; then nothing more is due', () => {
  expect(labels(reconciled(empty, published).posted)).toEqual([
    'invitation',
    'group-scenario',
    'shared-vision',
  ]);
  expect(labels(reconciled(invited, published).posted)).toEqual(['group-scenario', 'shared-vision']);
  expect(reconciled(after, published).posted).toEqual([]);
});

test('what was done stands under the result, is brought up to date as it is added to, and waits for the result', () => {
  const one = { id: 'a', state: 'kept', why: { fr: 'Voté.' }, at: publishedAt } as const;
  const written = (...followUps: NonNullable<Consultation['followUps']>) => ({
    ...published,
    consultation: { ...published.consultation, closed: true, followUps },
  });
  const closed = reconciled(after, written()).channelPost;
  const { posted, channelPost } = reconciled(closed, written(one));
  expect(labels(posted)).toEqual(['follow-up']);
  expect(reconciled(channelPost, written(one)).posted).toEqual([]);
  expect(labels(reconciled(channelPost, written(one, { ...one, id: 'b', state: 'done' })).posted)).toEqual([
    'follow-up',
  ]);
  const { publishedAt: _, ...unpublished } = written(one).consultation;
  expect(labels(reconciled(closed, { consultation: unpublished }).posted)).toEqual([]);
});

test('a new release changes both in place; opinion groups found since change the result alone', () => {
  const later = { ...released, at: '2026-11-22T18:00:00Z' } as GroupView;
  expect(labels(reconciled(after, { ...published, group: later }).posted)).toEqual([
    'group-scenario',
    'shared-vision',
  ]);
  const { opinion: _, ...unplaced } = scenario;
  const group: GroupView = {
    state: 'released',
    kind: 'final',
    at: '2026-11-20T18:00:00Z',
    minGroup: 5,
    scenario: unplaced,
  };
  expect(labels(reconciled(after, { ...published, group }).posted)).toEqual(['group-scenario']);
});

test('a vision that cannot be composed is not announced; one that stood says so', () => {
  const group: GroupView = {
    state: 'released',
    kind: 'final',
    at: '2026-11-20T18:00:00Z',
    minGroup: 5,
    scenario: narrow(scenario),
  };
  expect(labels(reconciled(invited, { ...published, group }).posted)).toEqual(['group-scenario']);
  expect(reconciled(after, { ...published, group }).posted).toEqual([
    { label: 'shared-vision', vision: { state: 'none', reason: 'too-few' } },
  ]);
});

test('when so many erase their answers that the group waits again, what stood is taken back', () => {
  const { posted, channelPost } = reconciled(after, { ...published, group: waiting });
  expect(posted).toEqual([
    { label: 'group-scenario', group: { ...waiting, took: 3 }, facilitator: false },
    { label: 'shared-vision', vision: { ...waiting, took: 3 } },
  ]);
  const fewer: GroupView = { ...waiting, needed: 3 };
  expect(labels(reconciled(channelPost, { ...published, group: fewer }).posted)).toEqual([
    'group-scenario',
    'shared-vision',
  ]);
  expect(labels(reconciled(channelPost, published).posted)).toEqual(['group-scenario', 'shared-vision']);
});

describe('a vote in the room', () => {
  const subject = { kind: 'trajectory', trajectory: 'mobility-on-demand' } as const;
  const round = (id: string, state: Round['state']): Round => ({ id, subject, state, vote: 1 });
  const sessionOf = (current: string | undefined, ...rounds: readonly Round[]): LiveSession => ({
    ...{ schema: 1, id: 's', version: 1, consultation: 'decouverte', startedAt: publishedAt },
    ...{ secret: 'x', rounds: [...rounds], notes: [], ...(current !== undefined && { current }) },
  });
  /** What is posted next, and the channel post once it is. */
  const next = (channelPost: ChannelPost, session: LiveSession) => {
    const desired = nextDesired(channelPost, worldOf({}), new Set(), session);
    if (desired === undefined) return { channelPost };
    const post = { conversation: 'c', activity: 'a', shown: desired.shown };
    return { desired, channelPost: { ...channelPost, posts: { ...channelPost.posts, room: post } } };
  };

  test('stands in a post of its own for each question, and the one before is told to be over first', () => {
    const open = next(invited, sessionOf('a', round('a', 'open')));
    expect(open.desired).toMatchObject({ kind: 'room', reply: { state: 'open' } });
    expect(open.desired?.anew).toBeUndefined();
    expect(next(open.channelPost, sessionOf('a', round('a', 'open'))).desired).toBeUndefined();
    // The next one is asked before the channel heard that the first is over.
    const both = sessionOf('b', round('a', 'closed'), round('b', 'open'));
    const over = next(open.channelPost, both);
    expect(over.desired).toMatchObject({ reply: { state: 'closed', round: { id: 'a' } } });
    expect(over.desired?.anew).toBeUndefined();
    const second = next(over.channelPost, both);
    expect(second.desired).toMatchObject({ anew: true, reply: { state: 'open', round: { id: 'b' } } });
    expect(next(second.channelPost, both).desired).toBeUndefined();
  });

  test('that was never put there is not told to be over', () => {
    expect(next(invited, sessionOf(undefined, round('a', 'closed'))).desired).toBeUndefined();
    expect(next(invited, sessionOf(undefined)).desired).toBeUndefined();
  });

  test('says that all stands still', () => {
    const paused = { ...sessionOf('a', round('a', 'open')), pausedAt: publishedAt };
    expect(next(invited, paused).desired).toMatchObject({ reply: { state: 'paused' } });
  });
});
