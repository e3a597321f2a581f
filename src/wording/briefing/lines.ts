import type { KnownTrajectory } from '#domain/results/group-scenario.ts';
import type { Apart, Unexamined, Unknown } from '#scenario/briefing/facts.ts';
import type { FigureWords } from '../figure-words.ts';
import { groupLetter } from '../opinion-group.ts';
import { percent } from '../share.ts';
import { domainTitle, quotedTrajectory } from '../titles.ts';
import type { Wording } from '../wording.ts';

/** How it is told: in which words, and how figures are said. */
export interface Told {
  readonly wording: Wording;
  readonly figures: FigureWords;
}

/** « Titre » : souhaitable pour environ 8 personnes sur 10 (34 avis). */
export function wishedLine(
  { trajectory, figures: { support, n } }: KnownTrajectory,
  { wording, figures }: Told,
): string {
  return wording.say('briefing.line.shared', {
    title: quotedTrajectory(wording, trajectory),
    people: figures.people(support.share, n),
    views: figures.views(n),
  });
}

export function refusedLine(
  { trajectory, figures: { opposition, n } }: KnownTrajectory,
  { wording, figures }: Told,
): string {
  return wording.say('briefing.line.refused', {
    title: quotedTrajectory(wording, trajectory),
    people: figures.people(opposition.share, n),
    views: figures.views(n),
  });
}

export function contestedLine(one: KnownTrajectory, { wording, figures }: Told): string {
  const { support, opposition, n } = one.figures;
  return wording.say('briefing.line.contested', {
    title: quotedTrajectory(wording, one.trajectory),
    favour: figures.people(support.share, n),
    against: figures.people(opposition.share, n),
    views: figures.views(n),
  });
}

export function apartLine({ trajectory, group, side, inside, outside }: Apart, { wording }: Told): string {
  return wording.say(`briefing.line.apart-${side}`, {
    title: quotedTrajectory(wording, trajectory),
    letter: groupLetter(group),
    inside: percent(inside),
    outside: percent(outside),
  });
}

export function unexaminedLine({ domain, trajectories, of }: Unexamined, { wording }: Told): string {
  const [first = ''] = trajectories;
  return wording.say('briefing.line.unexamined', {
    domain: domainTitle(wording, domain),
    n: trajectories.length,
    of,
    title: quotedTrajectory(wording, first),
  });
}

export function unknownLine({ trajectory, asked }: Unknown, { wording, figures }: Told): string {
  const title = quotedTrajectory(wording, trajectory);
  if (asked === undefined) return wording.say('briefing.line.unknown-most', { title });
  return wording.say('briefing.line.unknown', {
    title,
    people: figures.people(asked.rate, asked.examined),
    examined: figures.examined(asked.examined),
  });
}
