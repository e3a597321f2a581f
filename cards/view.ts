import type { Language } from '#domain/catalogue/language.ts';
import type { PersonalScenario } from '#domain/results/personal-scenario.ts';
import type { Wording } from '#wording/wording.ts';
import type { Action, Element } from './parts/elements.ts';

/** What a card needs to know beside the reply it shows: its wording, and how the host takes cards. */
export interface View extends Wording {
  /** How buttons send: Teams takes `Action.Execute`, Direct Line `Action.Submit`. */
  readonly action: 'Action.Submit' | 'Action.Execute';
  /** Where the card stands: a conversation with one person, a dialog over a channel, or a channel that all its members read. */
  readonly setting: 'chat' | 'dialog' | 'channel';
  /** The conversation may hold several consultations: buttons name theirs. */
  readonly several: boolean;
  /** A button in a channel may open a dialog of Teams (`task/fetch`). */
  readonly dialogs: boolean;
  /** The people of a channel, 60 at most, who each see a version of their own (Universal Actions, user-specific views). */
  readonly watchers?: readonly string[];
  readonly links: {
    /** Where this person downloads what is kept of them, for a short while. */
    readonly myData?: string;
    /** Where this person downloads their scenario as a page to print, for as long. */
    readonly myScenario?: string;
    /** The public page of the group's result, where there is one. */
    readonly results?: string;
    /** A calendar file with the closing day and that of the result, while both are to come. */
    readonly calendar?: string;
    /** The page that takes the conversation up elsewhere with a resume code, as an address and as a picture of it for telephones. */
    readonly takeUp?: (code: string) => { readonly link: string; readonly picture: string | undefined };
    /** A picture of what a person keeps, so many trajectories at most, as an address of its own; nothing where they keep nothing. */
    readonly scenario?: (scenario: PersonalScenario, most: number) => string | undefined;
    /** The chat page of the consultation. */
    readonly page: string;
  };
}

/** What a channel shows for a reply: `text` says everything in plain words, for a screen that shows no card. */
export interface Rendered {
  readonly text: string;
  /** What is read aloud, where that is shorter. */
  readonly speak?: string;
  readonly card?: AdaptiveCard;
}

/** An Adaptive Card 1.5, as JSON. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  /** The first part of the language's tag: hosts take no more. */
  readonly lang: Language;
  /** Written from right to left. */
  readonly rtl?: true;
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions: readonly Action[];
  readonly refresh?: { readonly action: unknown; readonly userIds: readonly string[] };
}
