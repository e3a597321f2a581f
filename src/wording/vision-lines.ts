import type { SharedVision } from '#domain/results/shared-vision.ts';
import { domainTitle, joined, orientationDomain, orientationTitle } from './titles.ts';
import type { Wording } from './wording.ts';

/** Something said in a few words, then at length. */
export interface Told {
  readonly lead: string;
  readonly rest: readonly string[];
}

/** The chosen orientations that help one another, with the reason, and the benefits that people named. */
export function synergies(vision: SharedVision, most: number, wording: Wording): readonly Told[] {
  const { say, text } = wording;
  return vision.synergies.slice(0, most).map(({ from, to, values }) => {
    const reason = text.crossImpacts[from]?.[to];
    const lead = say('card.vision.synergy', {
      from: orientationDomain(wording, from),
      to: orientationDomain(wording, to),
    });
    return { lead, rest: [reason, values && expected(values, wording)].filter((part) => part !== undefined) };
  });
}

/** Which kind of value people name most, then second; nothing is said of a third. */
function expected(
  values: NonNullable<SharedVision['synergies'][number]['values']>,
  { say }: Wording,
): string {
  const [first, second] = (['economic', 'ecological', 'social'] as const).toSorted(
    (a, b) => values[b] - values[a],
  );
  if (first === undefined || second === undefined || values[second] === 0)
    return say('card.vision.value', { first: say(`card.vision.${first ?? 'social'}`) });
  return say('card.vision.values', {
    first: say(`card.vision.${first}`),
    second: say(`card.vision.${second}`),
  });
}

/** Where what the group prefers is not what holds together, why, and which one change would help most. */
export function tensions(
  { tensions: all, change }: SharedVision,
  most: number,
  wording: Wording,
): readonly Told[] {
  const { say, text } = wording;
  const told = all.slice(0, most).map(({ domain, favourite, causes }) => {
    const why = causes.flatMap(({ from, to, strength }) => {
      const reason = text.crossImpacts[from]?.[to];
      if (reason === undefined) return [];
      const facts = { from: orientationDomain(wording, from), to: orientationTitle(wording, to) };
      return [`${say(strength < 0 ? 'card.vision.hinders' : 'card.vision.favours', facts)} ${reason}`];
    });
    const facts = { domain: domainTitle(wording, domain), favourite: orientationTitle(wording, favourite) };
    return { lead: say('card.vision.tension', facts), rest: why };
  });
  if (change === undefined || told.length === 0) return told;
  const facts = { from: orientationTitle(wording, change.from), to: orientationTitle(wording, change.to) };
  return [...told, { lead: say('card.vision.change', facts), rest: [] }];
}

/** The runners-up, by what they have that the best has not. */
export function others(vision: SharedVision, wording: Wording): readonly Told[] {
  return vision.others.map(({ orientations, inconsistency }) => {
    const differing = orientations.flatMap((id, j) =>
      id === vision.best.orientations[j] ? [] : [orientationTitle(wording, id)],
    );
    const same = orientations.length - differing.length;
    const facts = { titles: joined(wording, differing), same };
    const lead = wording.say(inconsistency === 0 ? 'card.vision.other' : 'card.vision.other-nearly', facts);
    return { lead, rest: [] };
  });
}
