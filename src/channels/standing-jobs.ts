import type { Logger } from 'pino';
import { remindOfFollowUps } from '#application/follow-up/remind-of-follow-ups.ts';
import { createHourlyJob } from '#application/hourly-job.ts';
import type { WishLetter } from '#application/mail/grant-wishes.ts';
import { sendOwedMail } from '#application/mail/send-owed-mail.ts';
import type { Application } from '#application/parts.ts';
import { createPublicationJob } from '#application/results/publication-job.ts';
import { createRetentionJob, type RetentionJob } from '#application/retention/retention-job.ts';
import { lookAtSessions } from '#application/room/end-session.ts';
import type { Presence } from './channel-posts/presence.ts';
import type { Posting } from './post-result.ts';

/** What the program does by itself, once it can be reached. */
export interface StandingJobs {
  readonly retention: Pick<RetentionJob, 'wake'>;
  /** Sends letters that are owed now rather than within the hour. */
  readonly wakeMail: () => void;
  /** Goes on with what a stop cut short. */
  start(): void;
  /** Settles once nothing of it is at work. */
  close(): Promise<void>;
}

interface JobsParts {
  readonly application: Application;
  /** Settles once everybody of before the start is counted. */
  readonly ready: Promise<void>;
  readonly postings: readonly Pick<Posting, 'resume'>[];
  /** What is written to those who asked for a letter. */
  readonly letter: WishLetter;
  readonly presence: Pick<Presence, 'start'>;
  readonly log: Pick<Logger, 'error'>;
}

/** Between two tries at what a publication did not reach, in milliseconds. */
const resumeEvery = 5 * 60_000;

export function createStandingJobs(parts: JobsParts): StandingJobs {
  const { application, ready, postings, letter, presence, log } = parts;
  const failed = (what: string) => (error: unknown) => log.error({ failure: error }, what);
  const retention = createRetentionJob({
    ...{ application, ready },
    failed: failed('answers could not be erased in time'),
  });
  const publication = createPublicationJob({
    ...{ application, ready },
    failed: failed('a result could not be published by itself'),
  });
  const onRemindFailed = failed('those who facilitate could not be reminded');
  const reminders = createHourlyJob(
    (stopping) => remindOfFollowUps({ application, stopping, failed: onRemindFailed }),
    onRemindFailed,
  );
  const sessions = createHourlyJob(
    () => lookAtSessions(application),
    failed('a session in a room could not be ended'),
  );
  const onMailFailed = failed('letters that people asked for could not be sent');
  const mail = createHourlyJob(
    (stopping) => sendOwedMail({ application, letter, stopping, failed: onMailFailed }),
    onMailFailed,
  );
  let resuming: NodeJS.Timeout | undefined;
  return {
    retention,
    wakeMail: mail.wake,
    start() {
      const again = () => {
        for (const posting of postings) void posting.resume().catch(failed('something after a turn failed'));
      };
      again();
      resuming = setInterval(again, resumeEvery).unref();
      presence.start();
      retention.start();
      publication.start();
      reminders.start();
      mail.start();
      sessions.start();
    },
    async close() {
      clearInterval(resuming);
      await reminders.close();
      await mail.close();
      await publication.close();
      await sessions.close();
      await retention.close();
    },
  };
}
