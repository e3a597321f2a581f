/** What is looked at again and again by the program itself. */
interface HourlyJob {
  /** Looks now, and then every hour. */
  start(): void;
  /** Looks as soon as what is at work is over. */
  wake(): void;
  /** Settles once nothing is at work; what is left is looked at by the next start. */
  close(): Promise<void>;
}

const everyMs = 3_600_000;

/** `look` is never at work twice at once, and is told when the program ends. */
export function createHourlyJob(
  look: (stopping: AbortSignal) => Promise<void>,
  failed: (error: unknown) => void,
): HourlyJob {
  const stop = new AbortController();
  let atWork = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    atWork = atWork.then(() => look(stop.signal)).catch(failed);
  };
  return {
    wake: again,
    start() {
      again();
      timer = setInterval(again, everyMs).unref();
    },
    async close() {
      clearInterval(timer);
      stop.abort();
      await atWork;
    },
  };
}
