import { expect, test } from '@jest/globals';
import { group, scenario } from '#test/cards/samples/group.ts';
import { GroupForm, groupForm } from '#web/api/group-form.ts';

const roles = { resident: 20, elected: 'few', citizen: 'nearly-all' } as const;
const view = {
  ...({ state: 'released', at: '2026-11-20T18:00:00Z', minGroup: 5 } as const),
  scenario: { ...scenario, who: { roles, territories: {} } },
};

const whoIn = (kind: 'final' | 'provisional') => {
  const answer = GroupForm.parse(groupForm({ ...view, kind }));
  return answer.state === 'released' ? answer.scenario.who : undefined;
};

test('a final result says who took part exactly where it may, and in words where it may not', () => {
  expect(whoIn('final')).toEqual({
    roles: { resident: 20, elected: null, citizen: null },
    territories: {},
    parts: { roles, territories: {} },
  });
});

test('a provisional result says bands of people, and no number', () => {
  expect(whoIn('provisional')).toEqual({
    roles: { resident: null, elected: null, citizen: null },
    territories: {},
    parts: { roles: { ...roles, resident: { from: 20, to: 24 } }, territories: {} },
  });
});

test('what waits is answered as it is', () => {
  const waiting = { state: 'waiting', minGroup: 5, needed: 3 } as const;
  expect(GroupForm.parse(groupForm(waiting))).toEqual(waiting);
  expect(GroupForm.safeParse(groupForm(group)).success).toBe(true);
});
