import type { ResultKind } from '#domain/results/group-scenario.ts';
import type { OwnPlace } from '#domain/results/own-place.ts';
import { grainOf, spelled } from '../numbers.ts';
import { groupLetter } from '../results/opinion-group.ts';
import { endNamed } from '../results/opinion-spread.ts';
import { peopleOf } from '../share.ts';
import { quotedTrajectory } from '../titles.ts';
import type { Wording } from '../wording.ts';

type Stand = OwnPlace['shared'][number];

/** Where somebody stands among the ways of seeing, or between the ends; or that nothing places them. */
export function placeSentences(place: OwnPlace, wording: Wording): readonly string[] {
  const near = nearSentence(place, wording);
  if (near !== undefined) return [near];
  return place.shared.length + place.apart.length === 0 ? [wording.say('own-place.nothing')] : [];
}

/** What somebody sees as most people do, then what otherwise; an empty list is left out. */
export function placeLists(place: OwnPlace, kind: ResultKind, wording: Wording) {
  return (['shared', 'apart'] as const)
    .map((how) => ({
      title: wording.say(`own-place.${how}.heading`),
      lines: place[how].map((stand) => standLine(stand, how, kind, wording)),
    }))
    .filter(({ lines }) => lines.length > 0);
}

function nearSentence({ near }: OwnPlace, wording: Wording): string | undefined {
  if (near === undefined) return undefined;
  const { say } = wording;
  if (near.to === 'too-few') return say('own-place.too-few');
  if (near.to === 'between') return say(`own-place.between.${near.among}`);
  const { alike, of } = near;
  const facts = { alike, of, said: spelled(alike, wording), all: spelled(of, wording) };
  const much = alike === of ? 'all' : 'some';
  return near.to === 'group'
    ? say(`own-place.group.${much}`, { ...facts, letter: groupLetter(near.group) })
    : say(`own-place.end.${much}`, { ...facts, end: endNamed(near, wording) });
}

/** On one trajectory: what they make of it, and what most people do. */
function standLine(
  { trajectory, side, n, share }: Stand,
  how: 'shared' | 'apart',
  kind: ResultKind,
  wording: Wording,
): string {
  return wording.say(`own-place.${how}.${side}`, {
    title: quotedTrajectory(wording, trajectory),
    people: peopleOf({ share, n }, 'voices', grainOf(kind), wording),
  });
}
