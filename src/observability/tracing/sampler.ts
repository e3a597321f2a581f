import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';

/**
 * What share of traces is sent, by `OTEL_TRACES_SAMPLER` and `OTEL_TRACES_SAMPLER_ARG` (OpenTelemetry, environment variable
 * specification): all of them, unless told, or unless whoever began the trace left it out.
 */
export function samplerOf(env: NodeJS.ProcessEnv): Sampler {
  const [, parentBased, how = 'always_on'] =
    /^(parentbased_)?(\w+)$/.exec(env.OTEL_TRACES_SAMPLER?.trim() || 'parentbased_always_on') ?? [];
  const root = rootOf(how, env.OTEL_TRACES_SAMPLER_ARG);
  return parentBased === undefined ? root : new ParentBasedSampler({ root });
}

function rootOf(how: string, share: string | undefined): Sampler {
  if (how === 'always_off') return new AlwaysOffSampler();
  const ratio = Number(share ?? '1');
  if (how === 'traceidratio' && ratio >= 0 && ratio <= 1) return new TraceIdRatioBasedSampler(ratio);
  return new AlwaysOnSampler();
}
