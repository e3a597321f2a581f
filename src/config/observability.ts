import { z } from 'zod';
import type { ObservabilitySettings } from '../observability/observability.ts';

/** A port of this machine, or an address and a port. */
export const MetricsSetting = z
  .string()
  .regex(/^(([\w.-]+|\[[0-9a-fA-F:]+\]):)?\d{1,5}$/, 'is neither a port nor an address and a port')
  .transform((text) => {
    const [, host = '127.0.0.1', port = ''] = /^(?:(.+):)?(\d+)$/.exec(text) ?? [];
    return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
  })
  .refine(({ port }) => port <= 65535, 'has a port past 65535');

/** OpenTelemetry's own variables, as far as they say whether there are traces; the others are its packages' to read. */
export const tracesSettings = {
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none'], 'is neither otlp nor none').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'is no http:// or https:// address' })
    .optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'is no http:// or https:// address' })
    .optional(),
  OTEL_SDK_DISABLED: z.string().optional(),
};

interface Given {
  readonly METRICS?: { readonly host: string; readonly port: number } | undefined;
  readonly OTEL_TRACES_EXPORTER?: 'otlp' | 'none' | undefined;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?: string | undefined;
  readonly OTEL_SDK_DISABLED?: string | undefined;
}

/** Traces are sent when an exporter or an address is named, and nothing says otherwise. */
export function observabilityOf(settings: Given): ObservabilitySettings {
  const { METRICS, OTEL_TRACES_EXPORTER: exporter, OTEL_SDK_DISABLED } = settings;
  const endpoint = settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  const isAsked = exporter === 'otlp' || (endpoint !== undefined && exporter !== 'none');
  return {
    ...(METRICS && { metrics: METRICS }),
    ...(isAsked && OTEL_SDK_DISABLED?.toLowerCase() !== 'true' && ({ traces: true } as const)),
  };
}
