import { expect, test } from '@jest/globals';
import { type Running, running } from '../app/running.ts';
import { type Member, readable } from './member.ts';
import { having, published, town } from './town.ts';
import { withSpace } from './with-space.ts';

let app: Running;
let owner: Member;
withSpace(
  (...its) => {
    [app, owner] = its;
  },
  async () => running(await town(having('voisins', published))),
);

const download = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const answer = await fetch(`${app.url}${path}`, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const inSpace = () =>
  download('/animation/c/voisins/inviter/affiche.pdf', {
    cookie: owner.cookie,
    'accept-language': 'fr',
  });
const inPublic = () => download('/c/voisins/resultats/donnees.zip?lang=en');
const byProgram = () =>
  download('/api/consultations/voisins/exports/briefing-docx', {
    authorization: `Bearer ${app.facilitatorKey}`,
    'accept-language': 'en',
  });

test('too many documents at once: some are printed, the others are asked to come back', async () => {
  expect((await download('/c/voisins/resultats')).status).toBe(200);
  const asked = Array.from({ length: 60 }, inSpace);
  const [outside, program] = await Promise.all([inPublic(), byProgram()]);
  const answers = await Promise.all(asked);
  const printed = answers.filter(({ status }) => status === 200);
  const refused = answers.filter(({ status }) => status === 503);
  expect(printed.length + refused.length).toBe(60);
  expect(printed.length).toBeGreaterThan(20);
  expect(printed.map(({ text }) => text.slice(0, 5))).toEqual(printed.map(() => '%PDF-'));

  const [one] = refused;
  expect(one?.headers.get('retry-after')).toBe('10');
  expect(readable(one?.text ?? '')).toBe(
    'Un instant Beaucoup de documents sont demandés en ce moment. Réessayez dans une minute : rien n’est perdu.',
  );
  expect([outside.status, outside.headers.get('retry-after')]).toEqual([503, '10']);
  expect(readable(outside.text)).toBe(
    'One moment Many documents are being asked for right now. Try again in a minute: nothing is lost. Back to the results',
  );
  expect([program.status, program.headers.get('retry-after')]).toEqual([503, '10']);
  expect(JSON.parse(program.text)).toMatchObject({
    type: 'urn:trajectoires:problem:busy',
    title: 'Many documents at once',
  });

  for (const again of [inSpace, inPublic, byProgram]) expect((await again()).status).toBe(200);
}, 120_000);
