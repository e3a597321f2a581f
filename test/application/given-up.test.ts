import { expect, test } from '@jest/globals';
import { changeSettings } from '#application/consultation/change-settings.ts';
import { deleteDraft } from '#application/consultation/delete-draft.ts';
import { takeBackOpening } from '#application/consultation/take-back-opening.ts';
import type { Application } from '#application/parts.ts';
import { addWorkshopResult } from '#application/workshop/add-workshop-result.ts';
import { allOf } from '#store/all-of.ts';
import { newConsultation } from '../conversations/world.ts';
import { withApplication } from './made.ts';
import { begun, code, lead, lise, trajectory, vote } from './room/led.ts';

const noted = { mobility: { kept: {}, note: 'Une navette' } };

/** A consultation that would open by itself, with all that may be there by then, is prepared again. */
async function takenBack(application: Application): Promise<void> {
  const { store } = application;
  await store.update('consultation', code, (its) => its && { ...its, opensAt: '2027-01-01T08:00:00.000Z' });
  const session = await begun(application);
  await lead(application, session, { act: 'ask', asked: { trajectory } });
  await lead(application, session, { act: 'open', seconds: 0 });
  await vote(application, session, 'phone', 1);
  const saying = { table: 'Table 1', people: 6, domains: noted };
  expect((await addWorkshopResult(application, lise, { code, saying })).outcome).toBe('done');
  const asked = { address: 'ada@example.org', language: 'fr', wishes: ['result' as const] };
  await store.save('mail-contact', { schema: 1, id: 'ada', version: 0, consultation: code, asked });
  expect((await takeBackOpening(application, lise, { code })).outcome).toBe('done');
}

const kinds = ['live-vote', 'live-session', 'workshop-result', 'mail-contact'] as const;
const left = ({ store }: Application, its: string) =>
  Promise.all(
    kinds.map(async (kind) => (await allOf(store, kind, (one) => one.consultation === its)).length),
  );

test('nothing of a consultation that was given up stays: no vote, no session, no table, no address', () =>
  withApplication(async (application) => {
    await takenBack(application);
    const another = newConsultation({ id: 'voisins', version: 0 });
    await application.store.save('consultation', another);
    const table = { code: 'voisins', saying: { table: 'Table 1', people: 6, domains: noted } };
    await addWorkshopResult(application, lise, table);
    expect(await left(application, code)).toEqual([1, 1, 1, 1]);
    expect((await deleteDraft(application, lise, { code })).outcome).toBe('done');
    expect(await left(application, code)).toEqual([0, 0, 0, 0]);
    expect(await left(application, 'voisins')).toEqual([0, 0, 1, 0]);
  }));

test('what was noted before it opens goes with a consultation that is called otherwise; addresses do not stay', () =>
  withApplication(async (application) => {
    await takenBack(application);
    const settings = { code: 'autrement' };
    expect(await changeSettings(application, lise, { code, settings })).toMatchObject({ outcome: 'done' });
    expect(await left(application, 'autrement')).toEqual([1, 1, 1, 0]);
    expect(await left(application, code)).toEqual([0, 0, 0, 0]);
  }));
