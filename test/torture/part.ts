/** What a part of the torture is given: how much of the whole it shall do, and where its figures go. */
export interface Torture {
  /** So many of the whole run's, as this run's share has it; at least `least`. */
  of(whole: number, least?: number): number;
  /** A figure of this run, in the order in which they are printed. */
  figure(what: string, value: number | string): void;
  /** Something that must not be: the run fails, and goes on. */
  wrong(what: string): void;
}

/** One part: torments the program in a way of its own, with a program and a folder of its own. */
export type Part = (torture: Torture) => Promise<void>;

export interface Outcome {
  readonly figures: readonly (readonly [what: string, value: number | string])[];
  readonly wrongs: readonly string[];
}

/** Runs a part at a share of the whole (1: the whole); what it throws is one more wrong. */
export async function torment(part: Part, share: number): Promise<Outcome> {
  const figures: [string, number | string][] = [];
  const wrongs: string[] = [];
  const torture: Torture = {
    of: (whole, least = 1) => Math.max(least, Math.round(whole * share)),
    figure: (what, value) => void figures.push([what, value]),
    wrong: (what) => void wrongs.push(what),
  };
  try {
    await part(torture);
  } catch (error) {
    wrongs.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return { figures, wrongs };
}
