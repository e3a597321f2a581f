import type { Logger } from 'pino';

/** Tells of a database that does not answer once, however often it is asked, and that it answers again; nothing once the program ends. */
export interface Outage {
  failed(error: unknown): void;
  over(): void;
}

export function createOutage(log: Pick<Logger, 'error' | 'info'>, stopping: AbortSignal): Outage {
  let isOut = false;
  return {
    failed(error) {
      if (stopping.aborted) return;
      if (!isOut)
        log.error({ failure: error }, 'the queue of jobs cannot reach its database; it keeps trying');
      isOut = true;
    },
    over() {
      if (isOut) log.info('the queue of jobs reaches its database again');
      isOut = false;
    },
  };
}
