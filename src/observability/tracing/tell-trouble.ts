import { DiagLogLevel, diag } from '@opentelemetry/api';

/** Between two lines of the log, in milliseconds: a receiver that is away would fill it. */
const rest = 60_000;

/** Has trouble with sending told in the log, now and then, without what the library says of it: that can quote an address with its key. */
export function tellTrouble(warn: (message: string) => void): void {
  let told = Number.NEGATIVE_INFINITY;
  const trouble = () => {
    if (performance.now() - told < rest) return;
    told = performance.now();
    warn('traces are not taken by their receiver, or a variable of OpenTelemetry is wrong');
  };
  const silent = () => undefined;
  const logger = { error: trouble, warn: trouble, info: trouble, debug: silent, verbose: silent };
  diag.setLogger(logger, { logLevel: DiagLogLevel.INFO, suppressOverrideMessage: true });
}
