import type { Criterion, Horizon } from './ballot.ts';
import type { DomainId } from './domains.ts';
import type { Language } from './language.ts';

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

/** An answer that makes a trajectory more relevant to the person who gave it. */
export interface Signal {
  readonly when: Condition;
  /** Above 0; signals that hold are added up. */
  readonly weight: number;
}

export interface Trajectory {
  readonly id: string;
  readonly domain: DomainId;
  /** Who wrote its idea: the public presentation of 2015, or this project. */
  readonly source: 'presentation-2015' | 'trajectoires';
  readonly tags: readonly string[];
  readonly signals: readonly Signal[];
}

export interface Domain {
  readonly id: DomainId;
  /** In the order in which they are asked; a `visibleIf` looks only at earlier questions of the same domain. */
  readonly questions: readonly Question[];
  readonly trajectories: readonly Trajectory[];
}

/** What a person reads of one question; `options` for choice and multi, `points` (five labels, low to high) for scale. */
export interface QuestionText {
  readonly title: string;
  /** Why it is asked or how to answer; one short sentence. */
  readonly hint?: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly points?: readonly [string, string, string, string, string];
}

export interface TrajectoryText {
  readonly title: string;
  readonly summary: string;
  readonly benefit: string;
  readonly risk: string;
  readonly example: string;
}

/** All the wording of a catalogue in one language. */
export interface CatalogueText {
  readonly domains: Readonly<Record<string, { readonly title: string; readonly description: string }>>;
  readonly questions: Readonly<Record<string, QuestionText>>;
  readonly trajectories: Readonly<Record<string, TrajectoryText>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly territories: Readonly<Record<string, string>>;
  /** Keys '-2' to '2', then 'dont-know'. */
  readonly stances: Readonly<Record<'-2' | '-1' | '0' | '1' | '2' | 'dont-know', string>>;
  readonly horizons: Readonly<Record<Horizon | 'dont-know', string>>;
  readonly criteria: Readonly<Record<Criterion, string>>;
}

/** A checked catalogue: every id that is named exists, every text stands in every language. */
export interface Catalogue {
  readonly id: string;
  readonly version: string;
  readonly languages: readonly Language[];
  readonly roles: readonly string[];
  readonly territories: readonly string[];
  readonly domains: readonly Domain[];
  readonly text: Readonly<Record<Language, CatalogueText>>;
}
