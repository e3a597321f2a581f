import { describe, expect, test } from '@jest/globals';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { openRound, withoutSecondRound, withSecondRound } from '#domain/consultation/second-round.ts';
import { newConsultation } from '#test/conversations/world.ts';

const day = (n: number) => `2026-12-${String(n).padStart(2, '0')}T10:00:00.000Z`;
const result = (n: number) => ({
  at: day(n),
  scenario: { n: 20, who: { roles: {}, territories: {} }, domains: [] },
});

const open = newConsultation({ opensAt: day(1) });
const over = { ...open, closed: true, closedAt: day(5), final: result(5) };

const opened = (its: Consultation, closes?: string): Consultation => {
  const made = withSecondRound(its, closes, day(6));
  if ('problem' in made) throw new Error(made.problem);
  return made.consultation;
};

describe('a second round', () => {
  test('opens after the end as people are let answer again, and keeps the first result as it was', () => {
    const its = opened(over, '2026-12-20');
    expect(its).toMatchObject({ closed: false, reopenedAt: day(6), final: over.final });
    expect(its.round).toEqual({ openedAt: day(6), first: { kind: 'final', ...over.final } });
    expect(openRound(its, day(7))).toEqual(its.round);
    expect(openRound(its, day(22))).toBeUndefined();
  });

  test('opens while people answer, beside a provisional result that is for them', () => {
    const answering = { ...open, provisional: result(3) };
    expect(opened(answering)).toEqual({ ...answering, round: expect.anything() });
    const hidden = { ...answering, provisionalFor: 'facilitators' as const };
    expect(withSecondRound(hidden, undefined, day(6))).toEqual({ problem: 'hidden' });
  });

  test('opens once, with a result, where people could answer again, until a day that is to come', () => {
    expect(withSecondRound(opened(over), undefined, day(7))).toEqual({ problem: 'once' });
    expect(withSecondRound(open, undefined, day(6))).toEqual({ problem: 'no-result' });
    expect(withSecondRound({ ...open, draft: true }, undefined, day(6))).toEqual({ problem: 'unfit' });
    expect(withSecondRound({ ...over, archivedAt: day(5) }, undefined, day(6))).toEqual({ problem: 'unfit' });
    expect(withSecondRound(over, '2026-12-02', day(6))).toEqual({ problem: 'past' });
    expect(withSecondRound(over, '2026-12-32', day(6))).toEqual({ problem: 'no-day' });
  });

  test('ends by itself with the consultation, when somebody ends it, and not again when people answer once more', () => {
    const its = opened(over);
    expect(withoutSecondRound(its, day(7))?.round).toMatchObject({ endedAt: day(7) });
    expect(withoutSecondRound({ ...its, closed: true }, day(7))).toBeUndefined();
    expect(withoutSecondRound(open, day(7))).toBeUndefined();
    expect(openRound({ ...its, reopenedAt: day(9) }, day(10))).toBeUndefined();
    const ended = withoutSecondRound(its, day(7));
    expect(ended && openRound(ended, day(8))).toBeUndefined();
  });
});
