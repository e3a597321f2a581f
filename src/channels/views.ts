import type { View } from '#cards/view.ts';
import { type Language, onPaper, packOf } from '#domain/catalogue/language.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { isPublic } from '#domain/consultation/publication.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import type { PersonalScenario } from '#domain/results/personal-scenario.ts';
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
  readonly phrases: Pick<Phrases, 'say' | 'packs'>;
  readonly publicUrl: () => string;
  readonly dataLinks: DataLinks;
  /** A picture of an address, for telephones, as an address of its own; absent: none is shown. */
  readonly pictured?: ((address: string) => string) | undefined;
  readonly drawScenario?: DrawScenario | undefined;
}

/** A picture of what a person keeps, as an address of its own, for hosts that draw it. */
export type DrawScenario = (scenario: PersonalScenario, most: number, wording: Wording) => string | undefined;

export function createViews(parts: Parts): Views {
  const view = (
    consultation: Consultation,
    language: Language,
    place: Place,
    participant: string | undefined,
  ): View => {
    const wording = wordingOf({ consultation, language }, parts);
    return { ...wording, ...place, links: linksOf(wording, participant, parts) };
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
  wording: Wording,
  participant: string | undefined,
  { publicUrl, dataLinks, phrases, pictured, drawScenario }: Parts,
): View['links'] {
  const { consultation, language } = wording;
  const onPage = onPaper(packOf(phrases.packs, language));
  const { id } = consultation;
  const signed = () => (participant === undefined ? '' : dataLinks.sign(participant));
  return {
    page: `${publicUrl()}/c/${id}`,
    takeUp(code) {
      const link = `${publicUrl()}/c/${id}#reprise=${code}`;
      return { link, picture: pictured?.(link) };
    },
    ...(isPublic(consultation) && { results: `${publicUrl()}/c/${id}/resultats?lang=${onPage}` }),
    ...(consultation.closesAt !== undefined &&
      !consultation.closed && { calendar: `${publicUrl()}/c/${id}/agenda.ics?lang=${onPage}` }),
    ...(drawScenario && {
      scenario: (scenario: PersonalScenario, most: number) => drawScenario(scenario, most, wording),
    }),
    // Signed only when a card asks for it: most replies hold no link, and a copy of this object would ask for both.
    get myData() {
      return `${publicUrl()}/api/my-data?t=${signed()}`;
    },
    get myScenario() {
      return `${publicUrl()}/api/my-scenario?lang=${onPage}&t=${signed()}`;
    },
  };
}
