import { PgBoss } from 'pg-boss';

/** How quick the queue is, in seconds. */
export interface Pace {
  /** A node that was not heard of for so long is gone: 10 at least. */
  readonly heartbeat: number;
  /** Between two looks for such nodes. */
  readonly supervision: number;
  /** How long a job that is over is kept. */
  readonly kept: number;
}

/** Everything of the queue stands in a schema of its own. */
export const schema = 'trajectoires_jobs';

/** Connections to the database at most, beside those of the store. */
const connections = 4;

/** How long a run may take, and how long what nobody comes to is kept, in seconds. */
const [longest, forgotten] = [3_600, 30 * 86_400];

/** The queue on a database, not started yet: it comes to make its schema, or to bring it up to date. */
export const createBoss = (url: string, { supervision, kept }: Pace): PgBoss =>
  new PgBoss({
    ...{ connectionString: url, schema, max: connections, application_name: 'trajectoires jobs' },
    // A network that swallows an answer says nothing for a quarter of an hour.
    ...{ query_timeout: 30_000, keepAlive: true },
    ...{ schedule: false, registerInstance: false, monitorVacuum: false, openTelemetry: { enabled: false } },
    superviseIntervalSeconds: supervision,
    monitorIntervalSeconds: supervision,
    maintenanceIntervalSeconds: kept,
  });

/** One queue a name: of each key one job waits, one is at work, and one is to be tried again. */
export async function openQueue(boss: PgBoss, name: string, { heartbeat, kept }: Pace): Promise<void> {
  const options = {
    ...{ expireInSeconds: longest, deleteAfterSeconds: kept, retentionSeconds: forgotten },
    ...{ retryLimit: 100_000, retryDelay: 1, retryBackoff: true, retryDelayMax: 300 },
    heartbeatSeconds: heartbeat,
  };
  await boss.createQueue(name, { ...options, policy: 'stately' });
  // Where it was made by an earlier release.
  await boss.updateQueue(name, options);
}
