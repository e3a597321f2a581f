import type { Language } from '#domain/catalogue/language.ts';
import type { RetryReason } from '#domain/conversation/codes.ts';
import type { Horizon, Stance } from '#domain/participant/ballot.ts';

/** A choice as the person sees it. */
export interface Option {
  readonly id: string;
  readonly title: string;
  /** What people say for it, from the catalogue; with a "?" at its end, what may mean it and is asked. */
  readonly said?: readonly string[];
  /** Two of one kind side by side ("étudiante infirmière") may be one or the other: they are asked. */
  readonly kind?: string;
}

/** What a typed reply should be. */
export type Expected =
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'multi'; readonly options: readonly Option[]; readonly max?: number }
  /** Five labelled points, low to high, read as 1..5. */
  | {
      readonly kind: 'scale';
      readonly points: readonly string[];
      readonly said?: readonly (readonly string[])[];
    }
  /**
   * A ballot in words: a stance (five labels, low to high), and with it perhaps a horizon and "I keep it".
   * `year` is the present one: without it a calendar year ("by 2035") cannot be placed and is asked again.
   */
  | {
      readonly kind: 'ballot';
      readonly stances: readonly string[];
      readonly said?: readonly (readonly string[])[];
      readonly horizons: readonly Option[];
      readonly year?: number;
    }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'text'; readonly longest: number };

/** What a typed reply was understood as. */
export type Reading =
  | { readonly kind: 'choice'; readonly value: string }
  | { readonly kind: 'multi'; readonly values: readonly string[] }
  | { readonly kind: 'scale'; readonly value: number }
  | {
      readonly kind: 'ballot';
      readonly stance: Stance | 'dont-know';
      readonly horizon?: Horizon | 'dont-know';
      readonly kept: boolean;
      /** What follows "si" or "à condition que", as typed. */
      readonly condition?: string;
      /** What was said beside the opinion, as typed: theirs to keep as a concern or not. */
      readonly remark?: string;
    }
  | { readonly kind: 'yes-no'; readonly value: boolean }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'dont-know' }
  | { readonly kind: 'skip' }
  /** Whichever: "au hasard", "peu importe". */
  | { readonly kind: 'any' }
  /**
   * To be asked again. `understood`, never empty, is what the reply seemed to name: option ids; points as '1' to '5';
   * for a ballot stances as '-2' to '2', or horizon ids. `sure`: of several options, those that are clear all the same.
   * `beside`: what a ballot says clearly all the same, to go with the stance once that is said.
   */
  | {
      readonly kind: 'unclear';
      readonly reason: RetryReason;
      readonly understood?: readonly string[];
      readonly sure?: readonly string[];
      readonly beside?: Beside;
    };

/** What a ballot in words says beside its stance. */
export interface Beside {
  readonly stance?: Stance;
  readonly horizon?: Horizon | 'dont-know';
  readonly kept?: true;
  readonly condition?: string;
  readonly remark?: string;
}

/** What the recognizers found in a short text: numbers as they are said, and yes or no. Nothing when they were too slow. */
export interface Recognised {
  readonly numbers: readonly number[];
  readonly yesNo?: boolean;
}

/** The port behind which the recognizers stand: never throws, answers within its deadline. */
export type Recognise = (text: string, language: Language) => Promise<Recognised>;
