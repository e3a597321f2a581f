import { expect, test } from '@jest/globals';
import { changeSettings } from '#application/consultation/change-settings.ts';
import { changeStage } from '#application/consultation/change-stage.ts';
import { createConsultation } from '#application/consultation/create-consultation.ts';
import { deleteDraft } from '#application/consultation/delete-draft.ts';
import { allOf } from '#store/all-of.ts';
import { member, withApplication } from './made.ts';

const facilitator = member('facilitator');
const settings = { title: { fr: 'Demain', en: 'Tomorrow' }, territory: { fr: 'Ici', en: 'Here' } };

test('of several who rename, open and give up a draft at once, each acts on what the one before left', async () => {
  await withApplication(async (application) => {
    const draft = { model: 'decouverte', settings: { ...settings, code: 'essai' }, as: 'draft' } as const;
    expect(await createConsultation(application, facilitator, draft)).toMatchObject({ outcome: 'done' });
    const rename = (code: string) =>
      changeSettings(application, facilitator, { code: 'essai', settings: { code } });
    const outcomes = await Promise.all([
      rename('un'),
      rename('deux'),
      changeStage(application, facilitator, { code: 'essai', change: 'open' }),
      changeSettings(application, facilitator, { code: 'essai', settings: { retentionMonths: 18 } }),
      deleteDraft(application, facilitator, { code: 'essai' }),
      rename('trois'),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', ...Array(5).fill('missing')]);
    const codes = (await allOf(application.store, 'consultation')).map(({ id }) => id).sort();
    expect(codes).toEqual(['decouverte', 'un']);
  });
});

test('of several of the same title created at once, each gets a code of its own', async () => {
  let drawn = 0;
  await withApplication(
    async (application) => {
      const made = { model: 'decouverte', settings, as: 'draft' } as const;
      const all = await Promise.all(
        Array.from({ length: 4 }, () => createConsultation(application, facilitator, made)),
      );
      expect(all.map(({ outcome }) => outcome)).toEqual(Array(4).fill('done'));
    },
    {
      newMark: () => {
        drawn += 1;
        return `m${drawn}`;
      },
    },
  );
});
