import { describe, expect, test } from '@jest/globals';
import { type Phase, phaseOf } from '#domain/consultation/consultation.ts';
import { changeStage, copyOf, newDraft, type StageChange } from '#domain/consultation/life-cycle.ts';
import { publish } from '#domain/consultation/publication.ts';
import { newConsultation } from '#test/conversations/world.ts';

const now = '2026-11-23T10:00:00.000Z';
const later = '2026-12-01T00:00:00.000Z';

const at: Readonly<Record<Phase, ReturnType<typeof newConsultation>>> = {
  draft: newConsultation({ draft: true }),
  early: newConsultation({ opensAt: later }),
  open: newConsultation(),
  closed: newConsultation({ closed: true }),
  archived: newConsultation({ closed: true, archivedAt: now }),
};

describe('a stage leads', () => {
  test.each<[StageChange, Partial<Record<Phase, Phase>>]>([
    ['open', { draft: 'open' }],
    ['close', { early: 'closed', open: 'closed' }],
    ['archive', { closed: 'archived' }],
    ['restore', { archived: 'closed' }],
  ])('by “%s” from %j, and from nowhere else', (change, ways) => {
    for (const [from, its] of Object.entries(at)) {
      const after = changeStage(its, change, now);
      expect([from, after && phaseOf(after, now)]).toEqual([from, ways[from as Phase]]);
    }
  });

  test('a draft opened before its day waits for it; opened after, it opens now', () => {
    const opened = (opensAt: string) =>
      changeStage(newConsultation({ draft: true, opensAt }), 'open', now)?.opensAt;
    expect([opened(later), opened('2026-01-01T00:00:00.000Z')]).toEqual([later, now]);
  });
});

test('a new draft takes content and controller of its model, and nothing of its names or days', () => {
  const model = newConsultation({ closesAt: later, minGroup: 5, frameOrigins: ['https://a.example'] });
  const draft = newDraft(model, now);
  expect(draft).toMatchObject({
    draft: true,
    title: {},
    territory: {},
    opensAt: now,
    minGroup: 11,
    version: 0,
  });
  expect(draft.controller).toEqual(model.controller);
  for (const name of ['closesAt', 'frameOrigins']) expect(draft).not.toHaveProperty(name);
});

test('a copy keeps the settings and nothing of what was answered', () => {
  const model = newConsultation({
    minGroup: 5,
    publishedAt: now,
    quotes: ['x'],
    closed: true,
    archivedAt: now,
  });
  const copy = copyOf(model, 'copie', (of) => `${of} (copie)`.padEnd(200, '.'), now);
  expect(copy).toMatchObject({ id: 'copie', minGroup: 5, draft: true, closed: false, version: 0 });
  expect(copy.title.fr).toHaveLength(80);
  for (const name of ['publishedAt', 'quotes', 'archivedAt']) expect(copy).not.toHaveProperty(name);
});

describe('a result', () => {
  const releasedAt = '2026-11-20T10:00:00.000Z';
  const quotes = { releasedAt, quotes: ['a'], hasOtherQuotes: true };

  test('is published once, to be posted, with the texts chosen', () => {
    const its = publish(newConsultation(), quotes, now);
    expect(its).toMatchObject({ publishedAt: now, posting: true, quotes: ['a'] });
    expect(publish(its, { releasedAt, quotes: ['a'], hasOtherQuotes: false }, later)).toBe(its);
  });

  test('that is published already is not posted again for other texts', () => {
    const before = newConsultation({ publishedAt: now, quotes: ['b'] });
    expect(publish(before, quotes, later)).toEqual({ ...before, quotes: ['a'] });
  });

  test('released since is published anew', () => {
    const before = newConsultation({ publishedAt: '2026-11-01T10:00:00.000Z' });
    const after = publish(before, { releasedAt, hasOtherQuotes: false }, now);
    expect(after).toEqual({ ...before, publishedAt: now, posting: true });
  });
});
