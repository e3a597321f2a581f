import type { Result } from '#documents/result.ts';
import { minGroups } from '#domain/consultation/consultation.ts';
import { isFollowedUp } from '#domain/consultation/follow-up/follow-up.ts';
import { bandFrom } from '#domain/results/band.ts';
import type { Parts } from '#domain/results/part-of.ts';
import { toldPart } from '#domain/results/told-part.ts';
import { consultationNames, domainTitle } from '#wording/titles.ts';
import { licence, method } from '../open-data/provenance.ts';
import { opinionData } from './opinion-data.ts';
import { type ResultForm, resultFormAddress } from './result-form.ts';
import { trajectoryData } from './trajectory-data.ts';
import { visionData } from './vision-data.ts';

/** A released result as JSON (UTF-8), in the form that `resultSchema` describes. */
export function json(result: Result): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(dataOf(result), null, 2)}\n`);
}

function dataOf(result: Result): ResultForm {
  const { wording, at, kind, scenario, address } = result;
  const parts = (its: Parts, titles: Readonly<Record<string, string>>) =>
    Object.entries(its).map(([id, part]) => {
      const people = toldPart(part, kind);
      return { id, title: titles[id] ?? id, count: typeof people === 'number' ? people : null, people };
    });
  const people = (n: number) => (kind === 'final' ? n : bandFrom(n));
  const { consultation, catalogue, language, text } = wording;
  const { title, territory, controller } = consultationNames(wording);
  const { id: code, minGroup, opensAt, closesAt, townFigures } = consultation;
  return {
    $schema: `${address}${resultFormAddress}`,
    kind,
    language,
    generated: at,
    minGroup,
    // What may be published, and that alone, is open.
    ...(minGroup >= minGroups.public && { licence }),
    source: {
      producer: controller,
      catalogue: { id: catalogue.id, version: catalogue.version, edition: catalogue.edition },
    },
    method: [...method],
    consultation: { code, title, territory, opensAt, ...(closesAt !== undefined && { closesAt }) },
    participants: {
      count: people(scenario.n),
      selfSelected: true,
      roles: parts(scenario.who.roles, text.roles),
      territories: parts(scenario.who.territories, text.territories),
      ...(townFigures && { townFigures: { ...townFigures, weighted: false } }),
    },
    domains: scenario.domains.map(({ domain, n, trajectories }) => ({
      id: domain,
      title: domainTitle(wording, domain),
      participants: n === null ? null : people(n),
      trajectories: trajectories.map((one) => trajectoryData(one, result)),
    })),
    ...opinionData(scenario.opinion),
    ...(scenario.shift && { secondRound: scenario.shift }),
    vision: visionData(result),
    ...(isFollowedUp(consultation) && { followUp: consultation.followUps }),
  };
}
