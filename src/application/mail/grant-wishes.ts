import { isOpen } from '#domain/consultation/consultation.ts';
import { isPublic } from '#domain/consultation/publication.ts';
import { mostAddresses } from '#domain/mail/read-addresses.ts';
import { type MailContact, type MailWish, withoutWish } from '#domain/records/mail-contact.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { type Letter, type Mail, type Sending, sendEach } from './mail.ts';

interface WishGrant {
  readonly code: string;
  readonly wish: MailWish;
  /** What is written to somebody who asked, in their language. */
  readonly letter: (asked: NonNullable<MailContact['asked']>, id: string) => Omit<Letter, 'to'>;
}

export type Granted =
  | { readonly outcome: 'done'; readonly sent: number; readonly refused: number; readonly left: number }
  | Unfit
  | NotDone;

type Parts = Pick<Application, 'store' | 'audit' | 'now' | 'inTurn' | 'mail'>;

export const contactsOf = (store: Store, code: string): Promise<readonly MailContact[]> =>
  allOf(store, 'mail-contact', ({ consultation }) => consultation === code);

/** Writes once to those who asked for it, a lot at a time; whose wish is granted is forgotten. */
export async function grantWishes(parts: Parts, actor: Actor, grant: WishGrant): Promise<Granted> {
  const { store, now, inTurn, mail } = parts;
  const { code, wish } = grant;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  const isDue = wish === 'reminder' ? isOpen(its, now()) : isPublic(its);
  if (mail === undefined || !isDue) return unfit;
  return inTurn(`${code} mail`, () => send(parts, actor, grant, mail));
}

async function send(
  { store, audit }: Parts,
  actor: Actor,
  { code, wish, letter }: WishGrant,
  mail: Mail,
): Promise<Granted> {
  const asking = (await contactsOf(store, code)).filter(({ asked }) => asked?.wishes.includes(wish));
  const all = await sendEach(asking.slice(0, mostAddresses), async ({ id, asked }): Promise<Sending> => {
    if (asked === undefined) return 'failed';
    const sending = await mail.send({ ...letter(asked, id), to: asked.address });
    if (sending === 'sent') await store.forget('mail-contact', id, (one) => granted(one, wish));
    if (sending === 'refused')
      await store.forget('mail-contact', id, (one) => ({ ...withoutWish(one, 'any'), refused: true }));
    return sending;
  });
  const n = (what: Sending) => all.filter(({ sending }) => sending === what).length;
  const facts = { n: n('sent') };
  const action = wish === 'reminder' ? 'mail-reminded' : 'mail-result';
  if (facts.n > 0) await audit.write(actor, { action, consultation: code, facts });
  const left = asking.length - n('sent') - n('refused');
  return { outcome: 'done', sent: facts.n, refused: n('refused'), left };
}

const granted = (contact: MailContact, wish: MailWish): MailContact =>
  contact.asked?.wishes.includes(wish) ? withoutWish(contact, wish) : contact;
