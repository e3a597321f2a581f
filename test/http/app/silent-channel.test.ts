import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import { loadCatalogues } from '#catalogue/load-all.ts';
import { loadPhrases } from '#catalogue/phrases/phrases.ts';
import { TrustingAdapter } from '#channels/bot-framework/adapter.ts';
import { postAfar } from '#channels/private-posts/post-afar.ts';
import { createViews } from '#channels/views.ts';
import { openStore } from '#store/files/open.ts';
import { newConsultation } from '#test/conversations/world.ts';
import { channel } from './cloud-person.ts';
import { newFolder, removeFolder } from './running.ts';

test('a channel that never answers holds up nobody else', async () => {
  const unanswered: ServerResponse[] = [];
  const silent = createServer((_request, response) => unanswered.push(response));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const quick = await channel();
  const dir = await newFolder();
  const store = await openStore(dir);
  const [content, wording] = [loadCatalogues('catalogue'), loadPhrases('catalogue')];
  if ('problems' in content || 'problems' in wording) throw new Error('The catalogue is wrong');
  const { catalogues, phrases } = { ...content, ...wording };
  const consultation = newConsultation({
    catalogue: catalogues.all[0].edition,
    publishedAt: '2026-11-23T10:00:00.000Z',
  });
  const urls = [`http://127.0.0.1:${(silent.address() as AddressInfo).port}/`, quick.url];
  for (const [i, serviceUrl] of urls.entries()) {
    const reference = { channelId: 'emulator', serviceUrl, conversation: { id: `c${i}` }, bot: { id: 'b' } };
    const kept = { id: `r${i}`, version: 0, consultation: 'decouverte', reference };
    await store.save('reference', { schema: 1, ...kept });
  }

  const dataLinks = { sign: () => '', read: () => undefined };
  const views = createViews({ catalogues, phrases, publicUrl: () => 'http://127.0.0.1', dataLinks });
  const { line } = new TrustingAdapter('this-machine', { deadline: 100, wait: async () => undefined });
  const post = postAfar({ line, store, views });
  const { reached, behind } = await post(consultation, () => ({ label: 'notice', about: 'reminder' }));
  expect({ reached, behind, posted: quick.posted.length }).toEqual({ reached: 1, behind: 1, posted: 1 });

  // A refusal ends what still waits; a cut line would be tried again.
  for (const response of unanswered) {
    response.statusCode = 404;
    response.end();
  }
  silent.close();
  quick.stop();
  await store.close();
  await removeFolder(dir);
}, 15_000);
