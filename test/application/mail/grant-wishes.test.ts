import { expect, test } from '@jest/globals';
import { grantWishes } from '#application/mail/grant-wishes.ts';
import type { Mail } from '#application/mail/mail.ts';
import { member, withApplication } from '../made.ts';

const facilitator = member('facilitator');
const code = 'decouverte';
const grant = { code, wish: 'reminder', letter: () => ({ subject: 'Rappel', text: 'Bientôt' }) } as const;

test('letters are owed from before the first one goes, so that a stop among them leaves none behind', async () => {
  const reached = Promise.withResolvers<void>();
  const going = Promise.withResolvers<void>();
  const mail: Mail = {
    async send() {
      reached.resolve();
      await going.promise;
      return 'sent';
    },
    keyOf: (consultation, address) => `${consultation} ${address}`,
  };
  await withApplication(
    async (application) => {
      const { store } = application;
      for (const id of ['ana', 'ben'])
        await store.save('mail-contact', {
          ...{ schema: 1, id, version: 0, consultation: code },
          asked: { address: `${id}@ville.example`, language: 'fr', wishes: ['reminder'] },
        });
      const owed = async () => (await store.load('consultation', code))?.mailing;
      const granting = grantWishes(application, facilitator, grant);
      await reached.promise;
      expect(await owed()).toEqual(['reminder']);
      going.resolve();
      expect(await granting).toMatchObject({ outcome: 'done', sent: 2, left: 0 });
      expect(await owed()).toBeUndefined();
      expect(await grantWishes(application, facilitator, grant)).toMatchObject({ sent: 0, left: 0 });
    },
    { mail },
  );
});

test('a letter that nobody knows whether it was taken is not written again before half an hour is over', async () => {
  let [now, sent] = [Date.parse('2026-11-23T10:00:00.000Z'), 0];
  const mail: Mail = {
    async send() {
      sent += 1;
      return sent === 1 ? 'unknown' : 'sent';
    },
    keyOf: (consultation, address) => `${consultation} ${address}`,
  };
  await withApplication(
    async (application) => {
      await application.store.save('mail-contact', {
        ...{ schema: 1, id: 'ana', version: 0, consultation: code },
        asked: { address: 'ana@ville.example', language: 'fr', wishes: ['reminder'] },
      });
      const grants = () => grantWishes(application, facilitator, grant);
      expect(await grants()).toMatchObject({ sent: 0, left: 1 });
      expect(await grants()).toMatchObject({ sent: 0, left: 1 });
      expect(sent).toBe(1);
      now += 31 * 60_000;
      expect(await grants()).toMatchObject({ sent: 1, left: 0 });
    },
    { mail, now: () => new Date(now).toISOString() },
  );
});
