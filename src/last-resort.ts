import type { Logger } from 'pino';
import { faultOfRequest } from '#web/http/faults/contain.ts';

/**
 * What becomes of an error that nothing caught. One that a request began is that request's: it is answered and logged,
 * and everybody else is served on, for what a turn changes is saved whole or not at all, and a stranger must not be able
 * to stop the program. Any other is a mistake in the program's own work, after which nobody knows what still holds: it is
 * logged, and the program stops in order and with an error, for whoever watches it (systemd, a container) to start it
 * again from what is on the disk, where everything acknowledged is.
 */
export function takeLastResort(log: Logger, stop: () => void): void {
  const take = (error: unknown) => {
    if (faultOfRequest(error)) return;
    log.fatal({ failure: error }, 'something unforeseen went wrong: the program stops');
    stop();
  };
  process.on('uncaughtException', take);
  process.on('unhandledRejection', take);
}
