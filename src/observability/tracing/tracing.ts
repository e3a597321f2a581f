import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { type Answered, failingOf, type Observer, type Step } from '../observer.ts';
import { samplerOf } from './sampler.ts';
import { tellTrouble } from './tell-trouble.ts';

export interface Tracing {
  readonly observer: Observer;
  /** Sends what is not sent yet, unless its receiver keeps a stop waiting, and nothing after. */
  close(): Promise<void>;
}

/**
 * Traces of requests and turns, sent as OpenTelemetry's own variables say (`OTEL_EXPORTER_OTLP_*`, `OTEL_SERVICE_NAME`,
 * `OTEL_RESOURCE_ATTRIBUTES`, `OTEL_TRACES_SAMPLER`). A span bears what `Step` and `Answered` hold and nothing else: no error's
 * words, no address. Of the machine nothing is told that those variables do not say.
 */
export function startTracing(env: NodeJS.ProcessEnv, warn: (message: string) => void): Tracing {
  tellTrouble(warn);
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': 'trajectoires' }))
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: samplerOf(env),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer('trajectoires');
  return {
    observer: { missed: () => undefined, during: (...given) => spanned(tracer, ...given) },
    async close() {
      const over = provider.shutdown().catch(() => undefined);
      await Promise.race([over, pause(patience, undefined, { ref: false })]);
    },
  };
}

/** How long a stop waits for a receiver that does not answer, in milliseconds. */
const patience = 2_000;

/** The span that the work of now belongs to. */
const current = new AsyncLocalStorage<Context>();

async function spanned<T>(
  tracer: Tracer,
  step: Step,
  work: () => Promise<T>,
  answered?: (value: T) => Answered,
): Promise<T> {
  const above = step.name === 'request' ? parentOf(step.parent) : (current.getStore() ?? ROOT_CONTEXT);
  const kind = step.name === 'request' ? SpanKind.SERVER : SpanKind.INTERNAL;
  const span = tracer.startSpan(titleOf(step), { kind, attributes: attributesOf(step) }, above);
  try {
    const value = await current.run(trace.setSpan(above, span), work);
    if (answered === undefined) return value;
    const { route, status } = answered(value);
    span.setAttributes({ 'http.route': route, 'http.response.status_code': status });
    if (step.name === 'request') span.updateName(`${step.method} ${route}`);
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    return value;
  } catch (error) {
    span.setAttribute('error.type', failingOf(error));
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

/** A request begins a trace of its own, or goes on with the one of a proxy (W3C Trace Context) that the caller of this trusts. */
function parentOf(traceparent: string | undefined): Context {
  const parent = traceparent === undefined ? null : parseTraceParent(traceparent);
  return parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true });
}

const titleOf = (step: Step): string =>
  step.name === 'store' ? `store ${step.operation}` : step.name === 'request' ? step.method : step.name;

/** By OpenTelemetry's semantic conventions where they have a name. */
function attributesOf(step: Step): Attributes {
  switch (step.name) {
    case 'request':
      return { 'http.request.method': step.method };
    case 'turn':
      return { 'trajectoires.channel': step.channel };
    case 'store':
      return { 'db.operation.name': step.operation, 'db.collection.name': step.kind };
    default:
      return {};
  }
}
