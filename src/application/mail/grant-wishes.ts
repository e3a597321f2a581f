import { type Consultation, isOpen } from '#domain/consultation/consultation.ts';
import { isPublic } from '#domain/consultation/publication.ts';
import { openRound } from '#domain/consultation/second-round.ts';
import { without } from '#domain/consultation/without.ts';
import { mostAddresses } from '#domain/mail/read-addresses.ts';
import { type MailContact, type MailWish, withoutWish } from '#domain/records/mail-contact.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone, type Unfit, unfit } from '../parts.ts';
import { type Letter, type Mail, type Sending, sendEach } from './mail.ts';

/** What is written to somebody who asked for it, in their language; `id`: of the address, to end all letters to it. */
export type WishLetter = (
  consultation: Consultation,
  wish: MailWish,
  asked: NonNullable<MailContact['asked']>,
  id: string,
) => Omit<Letter, 'to'>;

interface WishGrant {
  readonly code: string;
  readonly wish: MailWish;
  readonly letter: WishLetter;
}

export type Granted =
  | { readonly outcome: 'done'; readonly sent: number; readonly refused: number; readonly left: number }
  | Unfit
  | NotDone;

export type GrantParts = Pick<Application, 'store' | 'audit' | 'now' | 'inTurn' | 'mail'>;

export const contactsOf = (store: Store, code: string): Promise<readonly MailContact[]> =>
  allOf(store, 'mail-contact', ({ consultation }) => consultation === code);

/**
 * Writes once to those who asked for it, a lot at a time; whose wish is granted is forgotten. What could not be sent stays owed, and is
 * tried again by the program itself.
 */
export async function grantWishes(parts: GrantParts, actor: Actor, grant: WishGrant): Promise<Granted> {
  const { store, inTurn, mail } = parts;
  const { code, wish } = grant;
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  if (mail === undefined || !isDue(its, wish, parts.now())) return unfit;
  return inTurn(`${code} mail`, () => sendWished(parts, actor, grant, mail));
}

/** Whether this is the time for it. */
const isDue = (its: Consultation, wish: MailWish, now: string): boolean =>
  wish === 'result'
    ? isPublic(its)
    : wish === 'reminder'
      ? isOpen(its, now)
      : openRound(its, now) !== undefined;

/** Sends what is due still; what is left of it is noted on the consultation. */
export async function sendWished(
  parts: GrantParts,
  actor: Actor,
  { code, wish, letter }: WishGrant,
  mail: Mail,
): Promise<Granted> {
  const { store, audit, now } = parts;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  const note = (isOwed: boolean) =>
    store.update('consultation', code, (one) => one && owing(one, wish, isOwed));
  if (!isDue(its, wish, now())) {
    // What is past is owed no more.
    await note(false);
    return unfit;
  }
  const asking = (await contactsOf(store, code)).filter(({ asked }) => asked?.wishes.includes(wish));
  // Before the first one goes: where this is cut short, the program itself goes on with the rest.
  if (asking.length > 0 && !its.mailing?.includes(wish)) await note(true);
  const all = await sendEach(asking.slice(0, mostAddresses), ({ id }) =>
    sendOne(parts, id, wish, async (asked) =>
      mail.send({ ...letter(its, wish, asked, id), to: asked.address }),
    ),
  );
  const n = (what: Sending) => all.filter(({ sending }) => sending === what).length;
  const facts = { n: n('sent') };
  if (facts.n > 0) await audit.write(actor, { action: actions[wish], consultation: code, facts });
  const left = asking.length - n('sent') - n('refused');
  await note(left > 0);
  return { outcome: 'done', sent: facts.n, refused: n('refused'), left };
}

const actions = {
  reminder: 'mail-reminded',
  'second-round': 'mail-second-round',
  result: 'mail-result',
} as const satisfies Record<MailWish, string>;

/** The consultation with letters of a kind owed, or without. */
export function owing(its: Consultation, wish: MailWish, isOwed: boolean): Consultation {
  const others = (its.mailing ?? []).filter((one) => one !== wish);
  const mailing = isOwed ? [...others, wish] : others;
  return mailing.length === 0 ? without(its, 'mailing') : { ...its, mailing };
}

/** A stop may cut a letter short: after so long, in milliseconds, it is written again. */
const shortCut = 30 * 60_000;

/** To one address, unless a letter is on its way there; what was not taken is free to be tried again. */
async function sendOne(
  { store, now }: GrantParts,
  id: string,
  wish: MailWish,
  send: (asked: NonNullable<MailContact['asked']>) => Promise<Sending>,
): Promise<Sending> {
  const isTaken = ({ sending, asked }: MailContact) =>
    !asked?.wishes.includes(wish) ||
    (sending !== undefined && Date.parse(now()) - Date.parse(sending) < shortCut);
  const begun = await store.update('mail-contact', id, (one) =>
    one === undefined || isTaken(one) ? undefined : { ...one, sending: now() },
  );
  const asked = begun.record?.asked;
  if (begun.outcome === 'unchanged' || asked === undefined) return 'failed';
  const sending = await send(asked);
  // It may be there: nobody writes again before half an hour is over.
  if (sending === 'unknown') return 'failed';
  if (sending === 'failed') {
    await store.update('mail-contact', id, (one) => one && without(one, 'sending'));
    return sending;
  }
  await store.forget('mail-contact', id, (one) => {
    const free = without(one, 'sending');
    if (sending === 'refused') return { ...withoutWish(free, 'any'), refused: true };
    return free.asked?.wishes.includes(wish) ? withoutWish(free, wish) : free;
  });
  return sending;
}
