import { phaseOf } from '#domain/consultation/consultation.ts';
import { mostAddresses } from '#domain/mail/read-addresses.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { isSettled, type Letter, type Mail, sendEach } from './mail.ts';

interface InvitationWish {
  readonly code: string;
  readonly addresses: readonly string[];
  readonly letter: Omit<Letter, 'to'>;
}

export type Invited =
  | {
      readonly outcome: 'done';
      readonly sent: number;
      /** Were invited before, or refused it. */
      readonly known: number;
      readonly refused: number;
      /** Those that could not be sent now. */
      readonly left: readonly string[];
    }
  | { readonly outcome: 'too-many' }
  /** It is over or being prepared, or nothing can be sent. */
  | Unfit
  | NotDone;

type Parts = Pick<Application, 'store' | 'audit' | 'now' | 'inTurn' | 'mail'>;

/** Invites by letter, each address once. An address is not kept: a keyed hash says that it was invited. */
export async function inviteByMail(parts: Parts, actor: Actor, wish: InvitationWish): Promise<Invited> {
  const { store, now, inTurn, mail } = parts;
  const { code, addresses } = wish;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  if (mail === undefined || !['open', 'early'].includes(phaseOf(its, now()))) return unfit;
  if (addresses.length > mostAddresses) return { outcome: 'too-many' };
  // One list after another: nobody is written twice by two who press at once.
  return inTurn(`${code} mail`, () => send(parts, actor, wish, mail));
}

async function send(
  { store, audit }: Parts,
  actor: Actor,
  { code, addresses, letter }: InvitationWish,
  mail: Mail,
): Promise<Invited> {
  const wanted: string[] = [];
  for (const address of addresses) {
    const known = await store.load('mail-contact', mail.keyOf(code, address));
    if (!known?.invited && !known?.refused) wanted.push(address);
  }
  const all = await sendEach(wanted, async (to) => {
    const sending = await mail.send({ ...letter, to });
    const id = mail.keyOf(code, to);
    if (isSettled(sending))
      await store.update('mail-contact', id, (before) => ({
        ...(before ?? { schema: 1, id, version: 0, consultation: code }),
        ...(sending === 'sent' ? { invited: true } : { refused: true }),
      }));
    return sending;
  });
  const of = (what: string) => all.filter(({ sending }) => sending === what);
  const facts = { n: of('sent').length };
  if (facts.n > 0) await audit.write(actor, { action: 'mail-invited', consultation: code, facts });
  return {
    ...{ outcome: 'done', sent: facts.n, known: addresses.length - wanted.length },
    ...{
      refused: of('refused').length,
      left: all.filter(({ sending }) => !isSettled(sending)).map(({ one }) => one),
    },
  };
}
