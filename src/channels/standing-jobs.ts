import type { Logger } from 'pino';
import { remindOfFollowUps } from '#application/follow-up/remind-of-follow-ups.ts';
import { createHourlyJob } from '#application/hourly-job.ts';
import type { Application } from '#application/parts.ts';
import { createPublicationJob } from '#application/results/publication-job.ts';
import { createRetentionJob, type RetentionJob } from '#application/retention/retention-job.ts';
import { lookAtSessions } from '#application/room/end-session.ts';
import type { Presence } from './channel-posts/presence.ts';
import type { ResultPosting } from './post-result.ts';

/** What the program does by itself, once it can be reached. */
export interface StandingJobs {
  readonly retention: Pick<RetentionJob, 'wake'>;
  /** Goes on with what a stop cut short. */
  start(): void;
  /** Settles once nothing of it is at work. */
  close(): Promise<void>;
}

interface JobsParts {
  readonly application: Application;
  /** Settles once everybody of before the start is counted. */
  readonly ready: Promise<void>;
  readonly posting: Pick<ResultPosting, 'resume'>;
  readonly presence: Pick<Presence, 'start'>;
  readonly log: Pick<Logger, 'error'>;
}

/** Between two tries at what a publication did not reach, in milliseconds. */
const resumeEvery = 5 * 60_000;

export function createStandingJobs({ application, ready, posting, presence, log }: JobsParts): StandingJobs {
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
  let resuming: NodeJS.Timeout | undefined;
  return {
    retention,
    start() {
      const again = () => void posting.resume().catch(failed('something after a turn failed'));
      again();
      resuming = setInterval(again, resumeEvery).unref();
      presence.start();
      retention.start();
      publication.start();
      reminders.start();
      sessions.start();
    },
    async close() {
      clearInterval(resuming);
      await reminders.close();
      await publication.close();
      await sessions.close();
      await retention.close();
    },
  };
}
