import { z } from 'zod';
import type { SealedTexts } from '#store/shared/sealed-texts.ts';

/** A form that was sent after its session had ended. */
const KeptForm = z.object({
  /** The account whose page it was: nobody else is ever shown it. */
  account: z.string(),
  /** Where it was sent. */
  path: z.string(),
  pairs: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
});
export type KeptForm = z.infer<typeof KeptForm>;

/** Forms of people whose session ended in the middle, until they are back: sealed by what their browser holds, for a few hours. */
export interface KeptForms {
  /** The name under which it is kept, which nobody guesses; nothing where the disk did not take it. */
  keep(form: KeptForm): Promise<string | undefined>;
  /** What is kept under a name, for the one whose it is. */
  of(name: string, account: string): Promise<KeptForm | undefined>;
}

export const keptHours = 4;

/** How long each is kept, in milliseconds, and how many: forms of at most 64 KB each. */
export const keptFor = { forMs: keptHours * 3_600_000, most: 100 } as const;

export const createKeptForms = (texts: Pick<SealedTexts, 'keep' | 'open'>): KeptForms => ({
  keep: (form) => texts.keep(JSON.stringify(form)),
  async of(name, account) {
    const text = await texts.open(name);
    const kept = text === undefined ? undefined : KeptForm.safeParse(JSON.parse(text)).data;
    return kept?.account === account ? kept : undefined;
  },
});
