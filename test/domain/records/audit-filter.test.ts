import { expect, test } from '@jest/globals';
import type { AuditEntry } from '#domain/records/audit-entry.ts';
import { type AuditFilter, actorOf, isAudited } from '#domain/records/audit-filter.ts';

const entry: AuditEntry = {
  ...{ schema: 2, id: '1', version: 0, at: '2026-03-01T10:00:00.000Z', facts: {} },
  by: { id: 'ana', name: 'Ana' },
  action: 'changed',
  consultation: 'bourg',
};

test.each<[AuditFilter, boolean]>([
  [{}, true],
  [{ by: 'ana' }, true],
  [{ by: 'Ana' }, false],
  [{ kind: 'settings' }, true],
  [{ kind: 'team' }, false],
  [{ consultation: 'bourg' }, true],
  [{ consultation: 'ailleurs' }, false],
  [{ since: entry.at }, true],
  [{ until: entry.at }, false],
  [{ since: '2026-03-01T10:00:00.001Z' }, false],
  [{ by: 'ana', kind: 'settings', until: '2026-03-02T00:00:00.000Z' }, true],
  [{ by: 'ana', kind: 'results' }, false],
])('%j: %p', (filter, expected) => {
  expect(isAudited(entry, filter)).toBe(expected);
});

test('those without a name are told apart by where they acted alone', () => {
  const by = (id: string, name = '') => actorOf({ ...entry, by: { id, name } });
  expect([by('chat-1'), by('chat-2'), by('program'), by(''), by('chat-1', 'Ana')]).toEqual([
    ...['chat', 'chat', 'program', 'nobody', 'chat-1'],
  ]);
});
