import { expect, test } from '@jest/globals';
import { changeSettings } from '#application/consultation/change-settings.ts';
import { changeStage } from '#application/consultation/change-stage.ts';
import { createConsultation } from '#application/consultation/create-consultation.ts';
import { deleteDraft } from '#application/consultation/delete-draft.ts';
import { makeChatLink } from '#application/consultation/make-chat-link.ts';
import { isOpen } from '#domain/consultation/consultation.ts';
import { member, withApplication, written } from './made.ts';

const [facilitator, reader] = [member('facilitator'), member('reader')];
const named = (title: string) => ({
  title: { fr: title, en: title },
  territory: { fr: 'Ici', en: 'Here' },
});
const model = 'decouverte';

test('a code that is taken by a title gets a mark; one that was asked for is refused', () =>
  withApplication(async (application) => {
    const create = (settings: object) =>
      createConsultation(application, facilitator, {
        model,
        as: 'draft',
        settings: { ...named('Le val'), ...settings },
      });
    expect(await create({})).toMatchObject({ outcome: 'done', consultation: { id: 'le-val' } });
    expect(await create({})).toMatchObject({ outcome: 'done', consultation: { id: 'le-val-k7p2' } });
    expect(await create({ code: 'le-val' })).toEqual({ outcome: 'taken', code: 'le-val' });
    expect(await written(application)).toEqual([
      ['created', {}],
      ['created', {}],
    ]);
  }));

test('created without a day, it opens at once, also where it is still the day before', () => {
  const now = '2026-11-23T05:00:00.000Z';
  return withApplication(
    async (application) => {
      const settings = { ...named('Papeete'), timeZone: 'Pacific/Tahiti' };
      const made = await createConsultation(application, facilitator, { model, as: 'open', settings });
      expect(made).toMatchObject({ outcome: 'done', consultation: { opensAt: now } });
      expect('consultation' in made && isOpen(made.consultation, now)).toBe(true);
    },
    { now: () => now },
  );
});

test('two who change it at once both get what they asked', () =>
  withApplication(async (application) => {
    const set = (settings: object) => changeSettings(application, facilitator, { code: model, settings });
    await Promise.all([set({ contact: 'a@b.example' }), set({ retentionMonths: 3 })]);
    const its = await application.store.load('consultation', model);
    expect(its).toMatchObject({ controller: { contact: 'a@b.example' }, retentionMonths: 3 });
  }));

test('whoever may only read changes nothing, and nothing is written', () =>
  withApplication(async (application) => {
    const code = model;
    const refused = [
      await changeSettings(application, reader, { code, settings: { contact: 'x' } }),
      await changeStage(application, reader, { code, change: 'close' }),
      await deleteDraft(application, reader, { code }),
      await makeChatLink(application, reader, { code }),
      await createConsultation(application, reader, { model, as: 'draft', settings: named('Non') }),
    ];
    expect(refused.map(({ outcome }) => outcome)).toEqual(refused.map(() => 'forbidden'));
    expect(await written(application)).toEqual([]);
  }));

test('a way into the chat is for what people can converse about', () =>
  withApplication(async (application) => {
    const { store } = application;
    const link = () => makeChatLink(application, facilitator, { code: model });
    expect(await link()).toEqual({ outcome: 'done', invitation: 'invitation-decouverte' });
    await store.update('consultation', model, (its) => its && { ...its, draft: true });
    expect(await link()).toEqual({ outcome: 'unfit' });
    expect(await written(application)).toEqual([['chat-link', {}]]);
  }));
