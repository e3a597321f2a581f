import { createSecretKey } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { createDataLinks } from '#channels/data-links.ts';
import { warnFacilitators } from '#channels/private-posts/warn-facilitators.ts';
import { createViews } from '#channels/views.ts';
import type { ConnectorClient } from '#channels/wire.ts';
import { cataloguesOf } from '#domain/catalogue/catalogues.ts';
import { openStore } from '#store/files/open.ts';
import { catalogue, newConsultation } from '#test/conversations/world.ts';
import { withFolder } from '#test/store/folders.ts';

const address = (id: string) => ({
  ...{ channelId: 'msteams', serviceUrl: 'http://127.0.0.1:9/' },
  ...{ conversation: { id }, bot: { id: 'bot' } },
});

test('those who facilitate it are told in their chat, where that takes something, and nobody else', () =>
  withFolder(async (dir) => {
    const store = await openStore(dir);
    const consultation = newConsultation();
    for (const [id, of, stopped] of [
      ['hers', 'decouverte', false],
      ['refused', 'decouverte', true],
      ['elsewhere', 'autre', false],
    ] as const) {
      const once = { schema: 1, id, version: 0 } as const;
      await store.save('facilitator', { ...once, consultations: [of], reference: id });
      await store.save('reference', { ...once, consultation: of, reference: address(id), stopped });
    }
    const told: unknown[] = [];
    const line: ConnectorClient = {
      post: async ({ conversation }, { text }) => {
        told.push([conversation.id, text]);
        return { outcome: 'sent', id: '1' };
      },
      reply: async () => ({ outcome: 'missing' }),
      update: async () => ({ outcome: 'missing' }),
      members: async () => undefined,
    };
    const phrases = loadPhrases('catalogue');
    if ('problems' in phrases) throw new Error(JSON.stringify(phrases.problems));
    const views = createViews({
      ...{
        catalogues: cataloguesOf([catalogue]),
        phrases: phrases.phrases,
        publicUrl: () => 'http://127.0.0.1',
      },
      dataLinks: createDataLinks(createSecretKey(Buffer.alloc(32))),
    });
    await warnFacilitators(consultation, '2027-12-15T23:00:00.000Z', { line, store, views });
    expect(told).toEqual([
      ['hers', expect.stringMatching(/«.Découverte.» seront effacées le 16 décembre 2027, comme/)],
    ]);
    await store.close();
  }));
