import type { Catalogue, Domain } from '#domain/catalogue/catalogue.ts';
import type { Consultation } from '../consultation.ts';
import { type Part, strangers, unchanged } from './part.ts';
import { type ConsultationSettings, wrong } from './settings.ts';

/** The domains and trajectories in use, in the catalogue's order, and how much each person is asked. */
export function contentOf(
  before: Consultation,
  { domains, trajectories, length }: ConsultationSettings,
  catalogue: Catalogue,
): Part {
  if (domains === undefined && trajectories === undefined && length === undefined) return unchanged;
  const wanted: readonly string[] = domains ?? before.domains;
  const chosen = catalogue.domains.filter(({ id }) => wanted.includes(id));
  const all = idsOf(chosen);
  const said = trajectories ?? before.trajectories ?? all;
  const used = all.filter((id) => said.includes(id));
  const empty = chosen.filter((domain) => !idsOf([domain]).some((id) => used.includes(id)));
  const size = length ?? before.length ?? 'usual';
  return {
    changed: {
      domains: chosen.map(({ id }) => id),
      ...(used.length < all.length && { trajectories: used }),
      ...(size !== 'usual' && { length: size }),
    },
    drop: ['trajectories', 'length'],
    problems: [
      ...strangers(
        'domains',
        domains,
        catalogue.domains.map(({ id }) => id),
      ),
      ...strangers('trajectories', trajectories, idsOf(catalogue.domains)),
      ...(chosen.length === 0 ? [wrong('domains', 'no-domain')] : []),
      ...empty.slice(0, 1).map(({ id }) => wrong('domains', 'no-trajectory', [], { domain: id })),
    ],
  };
}

const idsOf = (domains: readonly Domain[]): readonly string[] =>
  domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id));
