import type { Criterion, Horizon } from '../participant/ballot.ts';
import type { DomainId } from './domains.ts';
import type { Language, LanguagePack } from './language.ts';

/** Holds when the answer to `question` is one of the options `is`, or lies within the points given. */
export type Condition =
  | { readonly question: string; readonly is: readonly string[] }
  | { readonly question: string; readonly atLeast?: number; readonly atMost?: number };

interface Item {
  /** Unique in the catalogue, never reused for another meaning. */
  readonly id: string;
  readonly domain: DomainId;
  readonly visibleIf?: Condition;
}

/** One item of a domain's questionnaire. Option ids are unique within their question. */
export type Question =
  | (Item & { readonly kind: 'choice'; readonly options: readonly string[] })
  | (Item & { readonly kind: 'multi'; readonly options: readonly string[]; readonly max?: number })
  | (Item & { readonly kind: 'scale' })
  | (Item & { readonly kind: 'text' });

/** An answer or a role that makes a trajectory more relevant to the person whose it is. */
export interface Signal {
  readonly when: Condition | { readonly roles: readonly string[] };
  /** Above 0; signals that hold are added up. */
  readonly weight: number;
}

/** Who wrote the idea of a trajectory: the public presentation of 2015, this project, whoever holds the consultation, or somebody who takes part in it. */
export const sources = ['presentation-2015', 'trajectoires', 'town', 'participant'] as const;
export type Source = (typeof sources)[number];

export interface Trajectory {
  readonly id: string;
  readonly domain: DomainId;
  readonly source: Source;
  /** The direction of its domain that it leans towards. */
  readonly orientation: string;
  readonly tags: readonly string[];
  /** The kinds of territory where it bites most; a signal for those who live there. */
  readonly territories: readonly string[];
  /** What it is usually argued to serve. */
  readonly criteria: readonly Criterion[];
  readonly signals: readonly Signal[];
}

export interface Domain {
  readonly id: DomainId;
  /** The sub-themes that its trajectories span together: each is a tag of one of them at least. */
  readonly themes: readonly string[];
  /** The coherent directions it may take: ids, unique in the catalogue. */
  readonly orientations: readonly string[];
  /** In the order in which they are asked; a `visibleIf` looks only at earlier questions of the same domain. */
  readonly questions: readonly Question[];
  readonly trajectories: readonly Trajectory[];
  /** How many trajectories a person examines unless they ask for more, where a consultation says so. */
  readonly examines?: number;
  /** The question in one's own words, where a short consultation does not ask it: a paper sheet has a line for it all the same. */
  readonly remark?: string;
}

/** What a person reads of one question; `options` for choice and multi, `points` (five labels, low to high) for scale. */
export interface QuestionText {
  readonly title: string;
  /** Why it is asked or how to answer; one short sentence. */
  readonly hint?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly points?: readonly [string, string, string, string, string];
  /** What people say for an option, or for a point from '1' to '5'. */
  readonly said?: SaidWords;
}

/** What people say for something, by its id: "bus". With a "?" at its end, what may mean it, and is asked. */
export type SaidWords = Readonly<Record<string, readonly string[]>>;

/** A word that people may ask about. */
export interface GlossaryEntry {
  /** The ways to name it, the best first. */
  readonly said: readonly string[];
  readonly text: string;
}

export interface TrajectoryText {
  readonly title: string;
  readonly summary: string;
  readonly benefit: string;
  readonly risk: string;
  readonly example: string;
}

/**
 * How an orientation (the outer key) favours (up to 3) or hinders (down to -3) one of another domain (the inner key).
 * Complete over the orientations of different domains, or empty: nothing is judged.
 */
export type CrossImpacts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** All the wording of a catalogue in one language. */
export interface CatalogueText {
  /** The catalogue's own name, and a sentence about it. */
  readonly title: string;
  readonly description: string;
  readonly domains: Readonly<
    Record<
      string,
      { readonly title: string; readonly description: string; readonly said?: readonly string[] }
    >
  >;
  readonly questions: Readonly<Record<string, QuestionText>>;
  readonly trajectories: Readonly<Record<string, TrajectoryText>>;
  readonly orientations: Readonly<Record<string, { readonly title: string; readonly description: string }>>;
  /** Why each judgement of strength 2 or 3 is so, from its source to its target. */
  readonly crossImpacts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly territories: Readonly<Record<string, string>>;
  /** Keys '-2' to '2', then 'dont-know'. */
  readonly stances: Readonly<Record<'-2' | '-1' | '0' | '1' | '2' | 'dont-know', string>>;
  readonly horizons: Readonly<Record<Horizon | 'dont-know', string>>;
  readonly criteria: Readonly<Record<Criterion, string>>;
  /** What people say for a role, a kind of territory or a stance. */
  readonly said?: {
    readonly roles?: SaidWords;
    readonly territories?: SaidWords;
    readonly stances?: SaidWords;
  };
  readonly glossary?: Readonly<Record<string, GlossaryEntry>>;
}

/** A checked catalogue: every id that is named exists, every text stands in every language. */
export interface Catalogue {
  readonly id: string;
  readonly version: string;
  /** `id@version+digest`: changes with any wording that a person reads, so that what they answered is known for good. */
  readonly edition: string;
  /** What each question and trajectory says, as a short print: another print, another meaning. */
  readonly prints: Readonly<Record<string, string>>;
  /** Those that tell everything, in which a consultation may be held. */
  readonly languages: readonly Language[];
  /** What there is to know of them, and of those that stand on one of them: all have their text. */
  readonly packs: readonly LanguagePack[];
  readonly roles: readonly string[];
  readonly territories: readonly string[];
  readonly domains: readonly Domain[];
  readonly crossImpacts: CrossImpacts;
  readonly text: Readonly<Record<Language, CatalogueText>>;
}
