import type { View } from '#cards/view.ts';
import type { Language } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { isPublic } from '#domain/consultation/publication.ts';
import { type Wording, type WordingSource, wordingOf } from '#wording/wording.ts';
import type { DataLinks } from './data-links.ts';

/** How replies look to one person on one channel, or to everyone in a channel. */
export interface Views {
  of(consultation: Consultation, language: Language, channel: string, participant?: string): View;
  /** In a channel or a group chat, which all its members read. */
  inChannel(consultation: Consultation, language: Language, there: Channel): View;
  /** In a dialog of Teams, over a channel. */
  inDialog(consultation: Consultation, language: Language, participant?: string): View;
}

/** A channel or group chat, as its activities and addresses name it, with its members while they are few. */
interface Channel {
  readonly channelId: string;
  readonly serviceUrl?: string | undefined;
  readonly members?: readonly string[] | undefined;
}

/** How the host of a card takes it. */
type Place = Omit<View, keyof Wording | 'links'>;

interface Parts extends WordingSource {
  readonly publicUrl: () => string;
  readonly dataLinks: DataLinks;
}

export function createViews(parts: Parts): Views {
  const view = (
    consultation: Consultation,
    language: Language,
    place: Place,
    participant: string | undefined,
  ): View => {
    const links = linksOf(consultation, language, participant, parts);
    return { ...wordingOf({ consultation, language }, parts), ...place, links };
  };
  return {
    of: (consultation, language, channel, participant) =>
      view(
        consultation,
        language,
        { ...chat, action: actionOn(channel), several: channel !== inProcess },
        participant,
      ),
    inChannel: (consultation, language, { channelId, serviceUrl = '', members }) => {
      const dialogs = channelId === teams && !playground.test(serviceUrl);
      const place = {
        action: actionOn(channelId),
        setting: 'channel',
        several: true,
        dialogs,
        ...(dialogs && members && { watchers: members }),
      } as const;
      return view(consultation, language, place, undefined);
    },
    inDialog: (consultation, language, participant) =>
      view(consultation, language, { ...chat, setting: 'dialog', several: true }, participant),
  };
}

const teams = 'msteams';
/** Microsoft's Agents Playground stands for Teams, but opens no dialogs and draws no views of one's own. */
const playground = /\/_connector\/?$/;
/** The embedded Direct Line: each of its conversations is bound to one consultation. */
const inProcess = 'directline';

const chat = { action: 'Action.Submit', setting: 'chat', dialogs: false } as const;

/** Dialogs of Teams and other channels know `Action.Submit` alone. */
const actionOn = (channel: string) => (channel === teams ? 'Action.Execute' : 'Action.Submit');

function linksOf(
  consultation: Consultation,
  language: Language,
  participant: string | undefined,
  { publicUrl, dataLinks }: Parts,
): View['links'] {
  const { id } = consultation;
  const signed = () => (participant === undefined ? '' : dataLinks.sign(participant));
  return {
    page: `${publicUrl()}/c/${id}`,
    ...(isPublic(consultation) && { results: `${publicUrl()}/c/${id}/resultats?lang=${language}` }),
    // Signed only when a card asks for it: most replies hold no link.
    get myData() {
      return `${publicUrl()}/api/my-data?t=${signed()}`;
    },
    get myScenario() {
      return `${publicUrl()}/api/my-scenario?lang=${language}&t=${signed()}`;
    },
  };
}
