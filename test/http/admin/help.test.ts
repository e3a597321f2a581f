import { expect, test } from '@jest/globals';
import { invited, type Member, readable } from './member.ts';
import { withSpace } from './with-space.ts';

let owner: Member;
withSpace((_, its) => {
  owner = its;
});

const offered = async (who: Member) => (await who.get('/animation')).text.includes('Faire le tour');

test('the tour is offered once to each person, and passed over in one press', async () => {
  const reader = await invited(owner, 'Léa', 'reader');
  expect([await offered(owner), await offered(reader)]).toEqual([true, true]);
  await owner.post('/animation/visite', {});
  expect([await offered(owner), await offered(reader)]).toEqual([false, true]);
});

test('the tour goes on and back, ends at the consultations, and stays in reach from the help', async () => {
  const reader = await invited(owner, 'Noé', 'reader');
  const at = async (n: string) => readable((await reader.get(`/animation/visite?etape=${n}`)).text);
  expect(await at('1')).toContain('1 sur 6');
  for (const odd of ['0', 'x', '']) expect(await at(odd)).toContain('1 sur 6');
  expect(await at('9')).toContain('6 sur 6');
  expect((await reader.get('/animation/visite?etape=6')).text).toContain('Aller aux consultations');
  const help = (await reader.get('/animation/aide')).text;
  expect(help).toContain('href="/animation/visite"');
  expect(readable(help)).toContain('Plus petit groupe montré');
});
