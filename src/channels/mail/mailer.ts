import { createHmac, type KeyObject } from 'node:crypto';
import type { Mail, Sending } from '#application/mail/mail.ts';

/** The server that takes letters, and whom they come from. */
export interface MailSettings {
  /** `smtp://user:password@host:port`, or `smtps://`. */
  readonly url: string;
  readonly from: string;
}

/** How long a server may take to answer, in milliseconds. */
const patience = 10_000;
const settings = {
  ...{ disableFileAccess: true, disableUrlAccess: true },
  ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
};

/** Writes by SMTP, plain words alone; nothing of a letter is logged. */
export function createMailer({ url, from }: MailSettings, key: KeyObject): Mail {
  // Loaded with the first letter: a start need not wait for it.
  const open = async () => (await import('nodemailer')).createTransport({ ...settings, url });
  let opened: ReturnType<typeof open> | undefined;
  return {
    async send(letter) {
      try {
        opened ??= open();
        await (await opened).sendMail({ ...letter, from, headers: { 'Auto-Submitted': 'auto-generated' } });
        return 'sent';
      } catch (error) {
        return becameOf(error);
      }
    },
    keyOf: (consultation, address) =>
      createHmac('sha256', key)
        .update(JSON.stringify([consultation, address]))
        .digest('base64url')
        .slice(0, 32),
  };
}

/** A recipient refused with a code from 500 on is refused for good (RFC 5321, section 4.2.1); all else may pass another time. */
function becameOf(error: unknown): Sending {
  const isForGood =
    error instanceof Error &&
    'code' in error &&
    error.code === 'EENVELOPE' &&
    'responseCode' in error &&
    typeof error.responseCode === 'number' &&
    error.responseCode >= 500;
  if (isForGood) return 'refused';
  return mayBeTaken(error) ? 'unknown' : 'failed';
}

/** The line broke, or no answer came in time, once there was a connection: a server may take long over a letter, and a machine stand still. */
function mayBeTaken(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  const { code, message } = error;
  if (code === 'ESOCKET') return !('syscall' in error) || error.syscall !== 'connect';
  return code === 'ECONNECTION' || (code === 'ETIMEDOUT' && message === 'Timeout');
}
