import type { SharedVision } from '#domain/results/shared-vision.ts';
import { type Grain, peopleCount, spelled } from '../numbers.ts';
import { domainTitle, joined, orientationDomain, orientationTitle } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** Something said in a few words, then at length. */
export interface Told {
  readonly lead: string;
  readonly rest: readonly string[];
}

/** A list of such things under its title. */
export interface ToldSection {
  readonly kind: 'apart' | 'helping' | 'others';
  readonly title: string;
  readonly told: readonly Told[];
  /** How many more there are than are told. */
  readonly more?: string;
}

/** A vision that the group would rather have otherwise in so many domains is no vision that it shares. */
const fewestApart = 2;

export const isShared = ({ tensions: apart }: SharedVision): boolean => apart.length < fewestApart;

/** What it is called: the shared vision, or a combination that holds together. */
export const visionTitle = (vision: SharedVision, { say }: Wording): string =>
  say(isShared(vision) ? 'card.vision.heading' : 'card.vision.combination.heading');

/** What it is, and on whose views it stands. */
export function visionLead(vision: SharedVision, grain: Grain, wording: Wording): string {
  const { say } = wording;
  const facts = { people: peopleCount(vision.n, grain, wording) };
  if (isShared(vision)) return say('card.vision.lead', facts);
  const n = vision.tensions.length;
  return say('card.vision.combination.lead', { ...facts, apart: spelled(n, wording, 'masculine') });
}

/** What is said of it before its directions, and after them. */
interface ToldVision {
  readonly before: readonly ToldSection[];
  readonly after: readonly ToldSection[];
}

/** What there is to say of it, so many of each: where the group would rather go elsewhere comes first when it is no vision it shares. */
export function visionSections(vision: SharedVision, most: number, wording: Wording): ToldVision {
  const { say } = wording;
  const apart: ToldSection = {
    kind: 'apart',
    title: say(isShared(vision) ? 'card.vision.tensions' : 'card.vision.combination.apart'),
    told: tensions(vision, most, wording),
    ...moreThan(most, vision.tensions, wording),
  };
  const helping: ToldSection = {
    kind: 'helping',
    title: say('card.vision.synergies'),
    told: synergies(vision, most, wording),
    ...moreThan(most, vision.synergies, wording),
  };
  const other: ToldSection = {
    kind: 'others',
    title: say('card.vision.others'),
    told: others(vision, wording),
  };
  const said = (sections: readonly ToldSection[]) => sections.filter(({ told }) => told.length > 0);
  return isShared(vision)
    ? { before: [], after: said([helping, apart, other]) }
    : { before: said([apart]), after: said([helping, other]) };
}

/** Of a list that is cut, how many more there are. */
function moreThan(most: number, { length }: readonly unknown[], { say }: Wording): Pick<ToldSection, 'more'> {
  return length > most ? { more: say('card.vision.more', { n: length - most }) } : {};
}

/** The chosen orientations that help one another, with the reason, and the benefits that people named, each said once. */
export function synergies(vision: SharedVision, most: number, wording: Wording): readonly Told[] {
  const { say, text } = wording;
  const said = new Set<string>();
  const once = (line: string) => {
    if (said.has(line)) return [];
    said.add(line);
    return [line];
  };
  return vision.synergies.slice(0, most).map(({ from, to, values }) => {
    const reason = text.crossImpacts[from]?.[to];
    const lead = say('card.vision.synergy', {
      from: orientationDomain(wording, from),
      to: orientationDomain(wording, to),
    });
    return {
      lead,
      rest: [reason, values && expected(values, wording)].flatMap((line) =>
        line === undefined ? [] : once(line),
      ),
    };
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

/** Where what the group prefers is not what holds together, as a question each, with what causes it; and which one change would help most. */
function tensions({ tensions: all, change }: SharedVision, most: number, wording: Wording): readonly Told[] {
  const { say, text } = wording;
  const told = all.slice(0, most).map(({ domain, favourite, chosen, causes }) => {
    const why = causes.flatMap(({ from, to, strength }) => {
      const reason = text.crossImpacts[from]?.[to];
      if (reason === undefined) return [];
      const facts = { from: orientationDomain(wording, from), to: orientationTitle(wording, to) };
      return [`${say(strength < 0 ? 'card.vision.hinders' : 'card.vision.favours', facts)} ${reason}`];
    });
    const facts = {
      domain: domainTitle(wording, domain),
      favourite: orientationTitle(wording, favourite),
      chosen: orientationTitle(wording, chosen),
    };
    return { lead: say('card.vision.tension', facts), rest: why };
  });
  if (change === undefined || told.length === 0) return told;
  const facts = { from: orientationTitle(wording, change.from), to: orientationTitle(wording, change.to) };
  return [...told, { lead: say('card.vision.change', facts), rest: [] }];
}

/** The runners-up, by what they have that the best has not. */
function others(vision: SharedVision, wording: Wording): readonly Told[] {
  return vision.others.map(({ orientations, inconsistency }) => {
    const differing = orientations.flatMap((id, j) =>
      id === vision.best.orientations[j] ? [] : [orientationTitle(wording, id)],
    );
    const same = orientations.length - differing.length;
    const facts = { titles: joined(wording, differing), same, said: spelled(same, wording) };
    const lead = wording.say(inconsistency === 0 ? 'card.vision.other' : 'card.vision.other-nearly', facts);
    return { lead, rest: [] };
  });
}
