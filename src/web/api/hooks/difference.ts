import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import type { FollowUp } from '#domain/consultation/follow-up/follow-up.ts';
import { standingResult } from '#domain/consultation/standing-result.ts';
import type { HookEvent, HookSeen } from '#domain/records/hook.ts';

/** Something to tell: aggregates only. */
export interface News {
  readonly type: HookEvent;
  /** What makes it this one and no other: told once for each. */
  readonly mark: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** People between two milestones. */
const every = 10;

/** How a consultation stands now; milestones once reached stay reached, whoever leaves. */
export function seenNow(its: Consultation, took: number, now: string, before: HookSeen = unseen): HookSeen {
  const phase = phaseOf(its, now);
  const released = standingResult(its);
  return {
    phase: phase === 'open' ? 'open' : phase === 'closed' || phase === 'archived' ? 'closed' : 'before',
    ...(released && { released: released.at }),
    ...(its.publishedAt !== undefined && { published: its.publishedAt }),
    ...(writtenIn(its).length > 0 && { followedUp: latestOf(writtenIn(its)) }),
    people: Math.max(before.people, Math.floor(took / every) * every),
    ...(its.warned && { warned: `${its.warned.eraseOn} ${its.warned.days}` }),
    ...(its.erasure?.doneAt !== undefined && { erased: its.erasure.doneAt }),
  };
}

/** What is new from one look to the next. */
export function difference(its: Consultation, after: HookSeen, before: HookSeen = unseen): readonly News[] {
  const { opensAt, closesAt, reopenedAt, warned } = its;
  // People may answer once more after an end: that is told anew.
  const opened = reopenedAt ?? opensAt;
  const released = standingResult(its);
  const news: (News | false)[] = [
    after.phase === 'open' &&
      before.phase !== 'open' && {
        type: 'consultation.opened',
        mark: opened,
        data: { opensAt, ...(closesAt !== undefined && { closesAt }) },
      },
    after.people > before.people && {
      type: 'participation.milestone',
      mark: `${after.people}`,
      data: { people: after.people },
    },
    released !== undefined &&
      after.released !== before.released && {
        type: 'result.released',
        mark: released.at,
        data: { releasedAt: released.at, kind: released.kind, people: released.scenario.n },
      },
    after.published !== undefined &&
      after.published !== before.published && {
        type: 'result.published',
        mark: after.published,
        data: { publishedAt: after.published },
      },
    ...writtenIn(its)
      .filter(({ written }) => written > (before.followedUp ?? ''))
      .map(({ one, written }) => followUpNews(one, written)),
    after.phase === 'closed' &&
      before.phase !== 'closed' && { type: 'consultation.closed', mark: opened, data: {} },
    warned !== undefined &&
      after.warned !== undefined &&
      after.warned !== before.warned && {
        type: 'retention.warning',
        mark: after.warned,
        data: { ...warned },
      },
    after.erased !== undefined &&
      after.erased !== before.erased && {
        type: 'retention.erased',
        mark: after.erased,
        data: { erasedAt: after.erased },
      },
  ];
  return news.filter((one) => one !== false);
}

/** What was written of what was done, each with when its words were last written. */
const writtenIn = ({ followUps = [] }: Consultation) =>
  followUps.map((one) => ({ one, written: one.correctedAt ?? one.at }));

const latestOf = (all: ReturnType<typeof writtenIn>): string =>
  all
    .map(({ written }) => written)
    .toSorted()
    .at(-1) ?? '';

const followUpNews = ({ id, trajectory, state, at, correctedAt }: FollowUp, written: string): News => ({
  type: 'follow-up.written',
  mark: `${id} ${written}`,
  data: {
    ...{ id, state, writtenAt: at },
    ...(trajectory !== undefined && { trajectory }),
    ...(correctedAt !== undefined && { correctedAt }),
  },
});

const unseen: HookSeen = { phase: 'before', people: 0 };
