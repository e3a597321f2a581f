import { describe, expect, test } from '@jest/globals';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Participant } from '#domain/participant/participant.ts';
import { upToDate } from '#domain/participant/up-to-date.ts';
import { catalogue as sample } from '#test/scenario/fixture.ts';

const [domain] = sample.domains;
if (domain === undefined) throw new Error('No domain in the sample');
const question = (id: string) => ({ id, domain: domain.id, kind: 'scale' as const });
const now: Catalogue = {
  ...sample,
  edition: 'c@2.0.0+new',
  prints: { kept: 'a', reworded: 'b2', added: 'd', trajectory: 't2', another: 'u' },
  domains: [{ ...domain, questions: ['kept', 'reworded', 'added'].map(question) }],
};
const before = { kept: 'a', reworded: 'b1', removed: 'c', trajectory: 't1', another: 'u' };
const ballot = { stance: 1 as const, kept: true, benefits: [] };

const person = (more: Partial<Participant> = {}): Participant => ({
  schema: 1,
  id: 'p',
  consultation: 'c',
  version: 3,
  catalogue: 'c@1.0.0+old',
  language: 'fr',
  seed: 1,
  traces: [],
  answers: {},
  ballots: {},
  tries: 0,
  handled: [],
  startedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
});
const said = { kind: 'scale' as const, value: 3 };

describe('when the content changes under a person in progress', () => {
  test('everything they said stays, what was removed included', () => {
    const answers = { kept: said, reworded: said, removed: said };
    const { person: moved } = upToDate(person({ answers, ballots: { trajectory: ballot } }), now, before);
    expect(moved.answers).toEqual(answers);
    expect(moved.ballots).toEqual({ trajectory: ballot });
    expect(moved.catalogue).toBe(now.edition);
  });

  test('what was reworded is to be confirmed, and they are told how much', () => {
    const answers = { kept: said, reworded: said, removed: said };
    const moved = upToDate(
      person({ answers, ballots: { trajectory: ballot, another: ballot } }),
      now,
      before,
    );
    expect(moved.person.toConfirm).toEqual(['reworded', 'trajectory']);
    expect(moved.changed).toEqual({ toConfirm: 2 });
  });

  test('what they passed over needs no confirmation', () => {
    const moved = upToDate(
      person({ answers: { reworded: { kind: 'skipped' } }, ballots: { trajectory: 'skipped' } }),
      now,
      before,
    );
    expect(moved.person.toConfirm).toBeUndefined();
  });

  test('what they had still to confirm stays so, unless it is gone', () => {
    const { person: moved } = upToDate(person({ toConfirm: ['kept', 'removed'] }), now, before);
    expect(moved.toConfirm).toEqual(['kept']);
  });

  test('a new question in a domain they began is told; nothing is, when nothing of theirs is touched', () => {
    expect(upToDate(person({ answers: { kept: said } }), now, before).changed).toEqual({ toConfirm: 0 });
    expect(upToDate(person(), now, before).changed).toBeUndefined();
  });

  test('a list to examine that names a removed trajectory is drawn anew, another stays', () => {
    const examining = {
      mobility: [{ id: 'another', why: 'relevant' as const }],
      health: [{ id: 'gone', why: 'asked' as const }],
    };
    const { person: moved } = upToDate(person({ examining }), now, before);
    expect(moved.examining).toEqual({ mobility: examining.mobility });
  });

  test('an edition nobody remembers asks nothing twice', () => {
    const moved = upToDate(person({ answers: { reworded: said } }), now, undefined);
    expect(moved).toEqual({
      person: { ...person({ answers: { reworded: said } }), catalogue: now.edition, examining: {} },
    });
  });

  test('the same edition changes nothing', () => {
    const same = person({ catalogue: now.edition });
    expect(upToDate(same, now, undefined)).toEqual({ person: same });
  });
});
