import { expect, test } from '@jest/globals';
import { settingChanges } from '#domain/consultation/settings/changes.ts';
import { type ConsultationSettings, SettingNames } from '#domain/consultation/settings/settings.ts';
import { changeInWords, settingLabel } from '#wording/settings/setting-in-words.ts';
import { sampleWording } from './sample.ts';

const told = (before: ConsultationSettings, after: ConsultationSettings, language = 'fr') =>
  settingChanges(before, after).map((one) =>
    changeInWords(one, sampleWording(language)).replace(/[\u00a0\u202f]/g, ' '),
  );

test.each<[ConsultationSettings, ConsultationSettings, readonly string[]]>([
  [{ expected: 40 }, { expected: 40 }, []],
  [{ expected: null }, { expected: 40 }, ['Personnes attendues : rien avant, maintenant « 40 ».']],
  [
    { closes: '2026-12-01' },
    { closes: null },
    ['Clôture : c’était « 1er décembre 2026 », plus rien maintenant.'],
  ],
  [
    { kinds: ['small-town', 'rural-village'] },
    { kinds: ['small-town', 'large-centre'] },
    ['Types de lieu proposés : ajouté « Une grande ville » ; retiré « Un bourg ».'],
  ],
  [
    { domains: ['mobility'] },
    { domains: ['mobility', 'health'] },
    ['Domaines : ajouté « Santé et bien-être ».'],
  ],
  [
    { title: { fr: 'Avant', en: 'Same' } },
    { title: { fr: 'Après', en: 'Same' } },
    ['Nom de la consultation (français) : c’était « Avant », maintenant « Après ».'],
  ],
  [
    { entry: 'link' },
    { entry: 'codes' },
    [
      'Qui peut répondre : c’était « Toute personne qui a l’adresse », maintenant « Seulement les personnes qui ont un code d’invitation ».',
    ],
  ],
  [
    { paper: 'with' },
    { paper: 'apart' },
    [
      'Comment comptent les feuilles de papier : c’était « Comptées avec les autres », maintenant « Comptées à part ».',
    ],
  ],
])('%j to %j: %j', (before, after, said) => {
  expect(told(before, after)).toEqual(said);
});

test('a long text is cut, and of another catalogue its content is passed over', () => {
  const [long] = settingChanges({ information: { fr: '' } }, { information: { fr: 'x'.repeat(3_000) } });
  expect(long?.after).toHaveLength(301);
  const moved = settingChanges(
    { catalogue: 'a@1.0.0', trajectories: ['one'] },
    { catalogue: 'b@1.0.0', trajectories: ['two'] },
  );
  expect(moved.map(({ setting }) => setting)).toEqual(['catalogue']);
});

test('every setting has a name in both languages', () => {
  for (const language of ['fr', 'en'])
    for (const name of SettingNames) expect(settingLabel(name, sampleWording(language))).not.toBe(name);
});
