import { z } from 'zod';

/** What somebody may ask to be written: that the end comes near, that a second round is open, and the result. */
export const mailWishes = ['reminder', 'second-round', 'result'] as const;
export type MailWish = (typeof mailWishes)[number];

/**
 * An address that a consultation writes to. Apart from what was answered, and never joined to it: nobody's answers know of it, and
 * it knows of nobody's. Who was invited is a hash alone; an address is kept only of who asked for something, until it is sent.
 */
export const MailContact = z.strictObject({
  schema: z.literal(1),
  /** A keyed hash of the consultation and the address, in small letters. */
  id: z.string().min(1),
  version: z.int().min(0),
  consultation: z.string().min(1),
  /** They were sent an invitation. */
  invited: z.literal(true).optional(),
  /** Their server refused it for good: nothing more is sent there. */
  refused: z.literal(true).optional(),
  /** Since when a letter is on its way there, so that no other one of its kind goes out beside it. */
  sending: z.iso.datetime().optional(),
  /** Only of who asked, and confirmed it from there. */
  asked: z
    .strictObject({
      address: z.string().max(254),
      language: z.string(),
      wishes: z.array(z.enum(mailWishes)).min(1),
    })
    .optional(),
});
export type MailContact = z.infer<typeof MailContact>;

/** How many addresses there are of each kind. */
export interface MailCounts {
  readonly invited: number;
  readonly refused: number;
  readonly reminder: number;
  readonly 'second-round': number;
  readonly result: number;
}

export function countContacts(contacts: readonly MailContact[]): MailCounts {
  const wishing = (wish: MailWish) => contacts.filter(({ asked }) => asked?.wishes.includes(wish)).length;
  return {
    invited: contacts.filter(({ invited }) => invited).length,
    refused: contacts.filter(({ refused }) => refused).length,
    reminder: wishing('reminder'),
    'second-round': wishing('second-round'),
    result: wishing('result'),
  };
}

/** Without one wish, which was granted, or without any; an address without a wish is not kept. */
export function withoutWish(contact: MailContact, wish: MailWish | 'any'): MailContact {
  const { asked, ...rest } = contact;
  const wishes = asked?.wishes.filter((one) => wish !== 'any' && one !== wish) ?? [];
  return asked === undefined || wishes.length === 0 ? rest : { ...rest, asked: { ...asked, wishes } };
}
