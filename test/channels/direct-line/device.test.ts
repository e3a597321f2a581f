import { afterEach, expect, test } from '@jest/globals';
import type { TurnContext } from 'botbuilder';
import { createDirectLine, type DirectLine } from '#channels/direct-line/direct-line.ts';

let directLine: DirectLine;
afterEach(() => directLine.close());

/** What devices the turns of one conversation are told to come from, which begins with this. */
async function devicesIn(body: unknown): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  directLine = createDirectLine({
    secret: 'signs-the-tokens',
    siteSecret: 'the-secret-that-other-sites-bear-0001',
    onTurn: async ({ activity }: TurnContext) => {
      seen.push((activity as { device?: unknown }).device);
    },
    now: Date.now,
    isOpen: async () => 'open',
    defaultConsultation: 'decouverte',
    openInvitation: () => undefined,
  });
  const admitted = await directLine.admit({ consultation: 'decouverte' }, undefined);
  if (admitted.outcome === 'refused') throw new Error(JSON.stringify(admitted));
  const { token, conversationId } = admitted.value;
  await directLine.startConversation(token, body);
  await directLine.postActivity(
    token,
    conversationId,
    { type: 'message', text: 'oui', device: 'phone' },
    'x',
  );
  return seen;
}

test.each([
  [{ device: 'phone' }, 'phone'],
  [{ device: 'computer', locale: 'fr' }, 'computer'],
  // Teams is known by its channel alone, and nothing finer is taken.
  [{ device: 'teams' }, undefined],
  [{ device: 'iPhone 17', locale: 'fr' }, undefined],
  [{ locale: 'fr' }, undefined],
  [undefined, undefined],
])('a client that begins with %j runs on %s', async (body, device) => {
  expect(await devicesIn(body)).toEqual([device, device]);
});
