import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { activity, bring } from './cloud-person.ts';
import { arrive } from './person.ts';
import { type Running, removeFolder, running } from './running.ts';

let app: Running;
beforeAll(async () => {
  app = await running();
});
afterAll(async () => {
  await app.stop();
  await removeFolder(app.dataDir);
});

/** Azure's own Direct Line and Web Chat bring what people do to `/api/messages`, as Teams does. */
test.each(['directline', 'webchat'])(
  '%s of Azure greets, asks and answers with buttons it knows',
  async (channelId) => {
    const from = (id: string, more: object) =>
      activity(`${channelId}-${id}`, 'somebody', { channelId, ...more });
    const joined = from('1', {
      type: 'conversationUpdate',
      membersAdded: [{ id: 'somebody' }],
      text: undefined,
    });
    const greeted = await bring(app.url, joined);
    expect(greeted.labels).toEqual(['welcome', 'consent']);
    expect(JSON.stringify(greeted.activities)).toContain('Action.Submit');
    expect(JSON.stringify(greeted.activities)).not.toContain('Action.Execute');
    const value = { act: 'consent', agree: true, consultation: 'decouverte' };
    expect((await bring(app.url, from('2', { value }))).labels).toEqual(['profile']);
  },
);

test('whoever names themselves there like somebody of our own page is another person', async () => {
  const ours = await arrive(app.url);
  await ours.submit({ act: 'consent', agree: true });
  const { sub } = JSON.parse(Buffer.from(ours.token.split('.')[1] ?? '', 'base64url').toString());
  const theirs = activity('x', sub, { channelId: 'directline', text: 'mes données' });
  const { activities } = await bring(app.url, theirs);
  expect(JSON.stringify(activities)).toContain('aucune réponse');
  expect(
    (await bring(app.url, activity('y', sub, { channelId: 'directline', text: 'menu' }))).labels,
  ).toEqual(['consent']);
});
