import type { View } from '#cards/view.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import { catalogue, sampleWording } from '#test/wording/sample.ts';

/** How cards look in one language, on one kind of channel. */
export function viewOf(
  language: string,
  action: View['action'] = 'Action.Submit',
  content: Catalogue = catalogue,
): View {
  return {
    ...sampleWording(language, content),
    action,
    setting: 'chat',
    several: false,
    dialogs: false,
    links: {
      page: 'http://localhost:3978/c/vallee',
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
