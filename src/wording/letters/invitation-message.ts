import { lastDayOf } from '#domain/consultation/end-of.ts';
import { consultationNames, dated } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** What invites in writing, in the language of the wording. */
interface InvitationMessage {
  readonly subject: string;
  readonly mail: string;
  /** For a newsletter or a social network. */
  readonly short: string;
}

/** Composes it from what the consultation says of itself; `now` tells whether it is open already. */
export function invitationMessage(wording: Wording, address: string, now: string): InvitationMessage {
  const { say, consultation } = wording;
  const { title, territory, controller } = consultationNames(wording);
  const { contact } = consultation.controller;
  const when = calendar(wording, now);
  const what = say('invite.mail.what');
  return {
    subject: say('invite.mail.subject', { title }),
    mail: [
      say('invite.mail.hello'),
      `${say('invite.mail.invited', { title, territory })} ${what}`,
      say('invite.mail.how'),
      `${say('invite.mail.address')}\n${address}`,
      ...when,
      [
        say('invite.mail.responsible', { controller }),
        ...(contact === '' ? [] : [say('invite.mail.contact', { contact })]),
      ].join('\n'),
    ].join('\n\n'),
    short: [
      say('invite.short.what', { title, territory }),
      ...when,
      `${say('invite.short.address')} ${address}`,
      say('invite.short.responsible', { controller }),
    ].join('\n'),
  };
}

/** From when, while that is to come, and until when, if that is settled. */
function calendar(wording: Wording, now: string): readonly string[] {
  const { say, consultation } = wording;
  const { opensAt } = consultation;
  const last = lastDayOf(consultation);
  const told = (iso: string) => dated(wording, iso);
  const said = [
    ...(opensAt > now ? [say('invite.mail.from', { day: told(opensAt) })] : []),
    ...(last === undefined ? [] : [say('invite.mail.until', { day: told(last) })]),
  ];
  return said.length === 0 ? [] : [said.join(' ')];
}
