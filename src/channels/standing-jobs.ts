import type { Logger } from 'pino';
import { remindOfFollowUps } from '#application/follow-up/remind-of-follow-ups.ts';
import type { WishLetter } from '#application/mail/grant-wishes.ts';
import { sendOwedMail } from '#application/mail/send-owed-mail.ts';
import type { Application } from '#application/parts.ts';
import { createPublicationJob } from '#application/results/publication-job.ts';
import { createRetentionJob, type RetentionJob } from '#application/retention/retention-job.ts';
import { lookAtSessions } from '#application/room/end-session.ts';
import type { JobQueue } from '#jobs/job-queue.ts';

/** What use cases have done by the program itself. */
export interface StandingJobs {
  readonly retention: Pick<RetentionJob, 'wake'>;
  /** Sends letters that are owed now rather than within the hour. */
  readonly wakeMail: () => void;
  /** Watches no more. */
  close(): void;
}

interface JobsParts {
  readonly application: Application;
  readonly jobs: JobQueue;
  /** Settles once everybody of before the start is counted. */
  readonly ready: Promise<void>;
  /** What is written to those who asked for a letter. */
  readonly letter: WishLetter;
  readonly log: Pick<Logger, 'error'>;
}

const hourly = 3_600_000;

export function createStandingJobs({ application, jobs, ready, letter, log }: JobsParts): StandingJobs {
  const failed = (what: string) => (error: unknown) => log.error({ failure: error }, what);
  const counted = (stopping: AbortSignal) => isCounted(ready, stopping);
  const retention = createRetentionJob({
    ...{ application, jobs, counted },
    failed: failed('answers could not be erased in time'),
  });
  const unwatch = createPublicationJob({
    ...{ application, jobs, counted },
    failed: failed('a result could not be published by itself'),
  });
  const onRemindFailed = failed('those who facilitate could not be reminded');
  jobs.on('reminders', {
    run: (_, stopping) => remindOfFollowUps({ application, stopping, failed: onRemindFailed }),
    failed: onRemindFailed,
  });
  jobs.every('reminders', hourly);
  const onMailFailed = failed('letters that people asked for could not be sent');
  jobs.on('letters', {
    run: (_, stopping) => sendOwedMail({ application, letter, stopping, failed: onMailFailed }),
    failed: onMailFailed,
  });
  jobs.every('letters', hourly);
  jobs.on('sessions', {
    run: () => lookAtSessions(application),
    failed: failed('a session in a room could not be ended'),
  });
  jobs.every('sessions', hourly);
  return {
    retention,
    wakeMail: () => jobs.ask('letters', ''),
    close() {
      unwatch();
      retention.close();
    },
  };
}

/** Not where counting failed, of which the operator is told elsewhere, nor where the program stops first. */
function isCounted(ready: Promise<void>, stopping: AbortSignal): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const no = () => resolve(false);
  stopping.addEventListener('abort', no, { once: true });
  ready.then(() => resolve(true), no);
  return promise.finally(() => stopping.removeEventListener('abort', no));
}
