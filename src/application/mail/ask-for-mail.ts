import type { MailContact, MailWish } from '#domain/records/mail-contact.ts';
import { withoutWish } from '#domain/records/mail-contact.ts';
import type { Application } from '../parts.ts';

interface Asking {
  readonly code: string;
  readonly address: string;
  readonly language: string;
  readonly wishes: readonly MailWish[];
}

/** Somebody asks to be written to, and confirmed it from their address: until then nothing is kept of it. */
export async function askForMail(
  { store, mail }: Pick<Application, 'store' | 'mail'>,
  { code, address, language, wishes }: Asking,
): Promise<{ readonly outcome: 'done' } | { readonly outcome: 'missing' }> {
  const its = await store.load('consultation', code);
  if (mail === undefined || its === undefined || its.draft || its.erasure || wishes.length === 0)
    return { outcome: 'missing' };
  const id = mail.keyOf(code, address);
  await store.update('mail-contact', id, (before): MailContact => {
    const { refused: _, ...kept } = before ?? { schema: 1, id, version: 0, consultation: code };
    return { ...kept, asked: { address, language, wishes: [...wishes] } };
  });
  return { outcome: 'done' };
}

/** They want nothing any more: the address goes, from the journal and the backups as well. */
export const forgetMail = ({ store }: Pick<Application, 'store'>, id: string): Promise<void> =>
  store.forget('mail-contact', id, (contact) =>
    contact.asked === undefined ? contact : withoutWish(contact, 'any'),
  );
