import { z } from 'zod';
import { contactsOf, grantWishes } from '#application/mail/grant-wishes.ts';
import { inviteByMail } from '#application/mail/invite-by-mail.ts';
import { wishLetters } from '#channels/mail/wish-letters.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { addressIn, mostAddresses, readAddresses } from '#domain/mail/read-addresses.ts';
import { countContacts, mailWishes } from '#domain/records/mail-contact.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import type { AdminOptions } from '../options.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { type InvitationForm, mailPage, type SentNow } from './mail-page.ts';

type MailParts = Pick<AdminOptions, 'application' | 'viewOf' | 'publicUrl' | 'mailLinks'>;

const Invitation = z.object({ list: z.string(), subject: z.string(), text: z.string() });
const Grant = z.object({ wish: z.enum(mailWishes) });

/** `/animation/c/{code}/courriel`: letters to those who are invited, and to those who asked for one. */
export function mountMail(admin: Admin, parts: MailParts): void {
  const { application, viewOf, publicUrl, mailLinks } = parts;
  const path = '/c/:code/courriel';
  const page = async (visit: Member, its: Consultation, now: SentNow = {}): Promise<AdminAnswer> => {
    const counts = countContacts(await contactsOf(application.store, its.id));
    const view = viewOf(its, visit.language);
    const address = `${publicUrl()}/c/${its.id}`;
    return mailPage({ visit, its, view, address, counts, isThere: application.mail !== undefined }, now);
  };
  admin.pageOf(path, 'facilitator', async (visit, its) => page(visit, its));
  admin.actOf(path, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const read = readInvitation(form, visit);
    if (read === undefined) return { kind: 'missing' };
    const { addresses, problems, given } = read;
    if (problems.length > 0) return page(visit, its, { problems, given });
    const { contact } = its.controller;
    const replyTo = addressIn(contact);
    const letter = { subject: given.subject, text: given.text, ...(replyTo && { replyTo }) };
    const sent = await inviteByMail(application, visit.actor, { code: its.id, addresses, letter });
    if (sent.outcome === 'too-many') return { kind: 'missing' };
    if (sent.outcome !== 'done') return refused(sent.outcome);
    const { left } = sent;
    return page(visit, its, {
      invited: sent,
      ...(left.length > 0 && { given: { ...given, list: left.join('\n') } }),
    });
  });
  admin.actOf(`${path}/envoi`, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    const wish = form.read(Grant)?.wish;
    if (wish === undefined) return { kind: 'missing' };
    const letter = wishLetters({ viewOf, publicUrl, mailLinks });
    const sent = await grantWishes(application, visit.actor, { code: its.id, wish, letter });
    return sent.outcome === 'done' ? page(visit, its, { told: sent }) : refused(sent.outcome);
  });
}

/** What is sent, and what is wrong with it, line by line: nothing goes out until every address is one. */
function readInvitation(form: Form, { say }: Member) {
  const given: InvitationForm | undefined = form.read(Invitation);
  if (given === undefined) return undefined;
  // Each line as it was pasted: a problem names it by its number.
  const list = form.text('list');
  const text = form.text('text').trim();
  const read = readAddresses(list);
  const addresses = 'addresses' in read ? read.addresses : [];
  const wrong =
    'problems' in read
      ? read.problems.slice(0, 20).map(({ line, text }) => say('mail.problem.line', { line, text }))
      : [];
  const most = mostAddresses;
  if (wrong.length === 0 && addresses.length === 0) wrong.push(say('mail.problem.none'));
  if (addresses.length > most) wrong.push(say('mail.problem.many', { most }));
  if (given.subject === '' || text === '') wrong.push(say('mail.problem.message'));
  return { addresses, problems: wrong, given: { ...given, list, text } };
}
