import { expect, test } from '@jest/globals';
import { followingInformation } from '#domain/consultation/settings/following-information.ts';
import { newConsultation } from '#test/conversations/world.ts';

const usual = ({ controller, retentionMonths }: ReturnType<typeof newConsultation>, language: string) =>
  [`Bonjour (${language}).`, `Responsable : ${controller.contact}.`, `${retentionMonths} mois.`].join('\n\n');
const before = newConsultation({
  information: { fr: 'Notre mot.\n\nResponsable : contact@example.org.\n\nDouze mois, pas plus.' },
});
const after = {
  ...before,
  controller: { ...before.controller, contact: 'autre@example.org' },
  retentionMonths: 6,
};

test('a paragraph that was kept as it came says what the settings say now; what was rewritten stays', () => {
  expect(followingInformation(before, after, {}, usual).changed.information).toEqual({
    fr: 'Notre mot.\n\nResponsable : autre@example.org.\n\nDouze mois, pas plus.',
  });
});

test('whoever writes the text at the same time has the last word', () => {
  expect(followingInformation(before, after, { information: { fr: 'x' } }, usual).changed).toEqual({});
});
