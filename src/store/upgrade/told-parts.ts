import { minGroups } from '#domain/consultation/consultation.ts';
import { coarsePart, PartOf } from '#domain/results/part-of.ts';
import { isFields, type StoredFields } from './stored-fields.ts';

/**
 * A record whose results told people by role and kind of place as exact numbers, or as `null`: small, or one that a small one could be
 * worked out from. Which of both is not known, so that such a category is no longer spoken of. Provisional numbers become bands.
 */
export function withToldParts(record: StoredFields): StoredFields {
  const { provisional, final } = record;
  return {
    ...inResult(record, (part) => part),
    ...(isFields(provisional) && { provisional: inResult(provisional, (part) => coarsePart(part, least)) }),
    ...(isFields(final) && { final: inResult(final, (part) => part) }),
  };
}

const least = minGroups.facilitator;

type Told = (part: PartOf) => PartOf;

function inResult(result: StoredFields, told: Told): StoredFields {
  const { scenario } = result;
  if (!isFields(scenario) || !isFields(scenario.who)) return result;
  const who = Object.entries(scenario.who).map(([of, parts]) => [
    of,
    isFields(parts) ? inParts(parts, told) : parts,
  ]);
  return { ...result, scenario: { ...scenario, who: Object.fromEntries(who) } };
}

function inParts(parts: StoredFields, told: Told): StoredFields {
  const known = Object.entries(parts).flatMap(([id, part]) => {
    if (part === null) return [];
    const { data } = PartOf.safeParse(part);
    return [[id, data === undefined ? part : told(data)]];
  });
  return Object.fromEntries(known);
}
