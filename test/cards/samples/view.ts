import type { View } from '#cards/view.ts';
import { personalPictureAddress } from '#documents/personal/personal-picture.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { catalogue, sampleWording } from '#test/wording/sample.ts';

/** What was done with the result, on all of it and on one trajectory, as whoever is responsible wrote it. */
const followUps: View['consultation']['followUps'] = [
  {
    ...{ id: 'whole', state: 'kept', at: '2027-02-01T10:00:00.000Z', charge: 'La direction des *mobilités*' },
    why: { fr: 'Le conseil a voté le budget [ici](http://x).', en: 'The council voted the *budget*.' },
  },
  {
    ...{
      id: 'one',
      trajectory: 'mobility-connected-services',
      state: 'study',
      at: '2027-02-01T10:00:00.000Z',
    },
    ...{ why: { fr: 'Une étude rend ses conclusions en mai.' }, correctedAt: '2027-02-03T10:00:00.000Z' },
  },
];

/** How cards look in one language, on one kind of channel. */
export function viewOf(
  language: string,
  action: View['action'] = 'Action.Submit',
  content: Catalogue = catalogue,
): View {
  const wording = sampleWording(language, content);
  return {
    ...wording,
    consultation: { ...wording.consultation, followUps },
    action,
    setting: 'chat',
    several: false,
    dialogs: false,
    links: {
      page: 'http://localhost:3978/c/vallee',
      calendar: 'http://localhost:3978/c/vallee/agenda.ics?lang=fr',
      takeUp: (code) => ({
        link: `http://localhost:3978/c/vallee#reprise=${code}`,
        picture: 'data:image/png;base64,iVBORw0KGgo=',
      }),
      scenario: (scenario, most) => personalPictureAddress(scenario, most, wording),
      results: 'http://localhost:3978/c/vallee/resultats?lang=fr',
      myData: 'http://localhost:3978/api/my-data?t=a.b.c',
      myScenario: 'http://localhost:3978/api/my-scenario?lang=fr&t=a.b.c',
    },
  };
}

/** How cards look to everyone in a channel of Teams of a few people. */
export const channelView = (language: string): View => ({
  ...viewOf(language, 'Action.Execute'),
  setting: 'channel',
  several: true,
  dialogs: true,
  watchers: ['29:one', '29:two'],
});

/** How cards look to one person in a dialog of Teams, over a channel, in a consultation of the longest code. */
export const dialogView = (language: string, content: Catalogue = catalogue): View => ({
  ...viewOf(language, 'Action.Submit', content),
  consultation: { ...sampleWording(language).consultation, id: 'vallee-de-la-seille-deux-mille-quar-k7p2' },
  setting: 'dialog',
  several: true,
});
