import type { Readings } from './metrics/metrics.ts';
import type { MetricsAddress } from './metrics/serve-metrics.ts';
import { bothOf, type Observer, unobserved } from './observer.ts';

/** What an operator asked to see of the program at work; nothing unless asked. */
export interface ObservabilitySettings {
  /** Absent: no measures. */
  readonly metrics?: MetricsAddress;
  /** Absent: no traces. */
  readonly traces?: true;
}

/** What is seen of the program at work. */
export interface Observability {
  readonly observer: Observer;
  /** Gives the measures, these among them; tells what keeps it from that. */
  serve(readings: Readings): Promise<{ readonly message: string; readonly remedy: string } | undefined>;
  close(): Promise<void>;
}

/** Loads what was asked for, and no package for what was not. */
export async function openObservability(
  { metrics: address, traces }: ObservabilitySettings,
  env: NodeJS.ProcessEnv,
  log: { info(fields: object, message: string): void; warn(message: string): void },
): Promise<Observability> {
  const metrics = address && (await import('./metrics/metrics.ts')).createMetrics();
  const tracing =
    traces && (await import('./tracing/tracing.ts')).startTracing(env, (message) => log.warn(message));
  const [first = unobserved, second] = [metrics, tracing || undefined].flatMap((one) => one?.observer ?? []);
  let stop = async (): Promise<void> => undefined;
  return {
    observer: second === undefined ? first : bothOf(first, second),
    async serve(readings) {
      if (metrics === undefined || address === undefined) return undefined;
      metrics.read(readings);
      const { serveMetrics } = await import('./metrics/serve-metrics.ts');
      const serving = await serveMetrics(metrics, address);
      if (serving.outcome === 'refused') return serving;
      stop = serving.close;
      log.info({ host: address.host, port: serving.port }, 'measures are given at /metrics');
      return undefined;
    },
    async close() {
      await stop();
      if (tracing) await tracing.close();
    },
  };
}
