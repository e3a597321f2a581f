import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { examinedAt, inUse } from '#domain/consultation/content/in-use.ts';
import { type Plan, type Planned, plan } from './plan.ts';
import { recommended } from './recommended.ts';

type Settings = Pick<
  Consultation,
  'domains' | 'trajectories' | 'languages' | 'length' | 'minGroup' | 'expected'
>;

/** A consultation's plan, with the choice of trajectories that is recommended in its place. */
export interface ConsultationPlan extends Plan {
  readonly planned: Planned;
  readonly recommended: readonly string[];
}

/** What comes of a consultation as it is set; nothing where nobody said how many people are expected. `catalogue`: all of it. */
export function planOf(settings: Settings, catalogue: Catalogue): ConsultationPlan | undefined {
  const { domains, trajectories, languages, length, minGroup, expected } = settings;
  if (expected === undefined) return undefined;
  const planned = { expected, minGroup, domains, trajectories, examined: examinedAt(length) };
  const asked = inUse(catalogue, { length, languages });
  return { ...plan(planned, asked), planned, recommended: recommended(planned, catalogue) };
}
