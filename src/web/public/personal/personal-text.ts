import { grainOf } from '#wording/numbers.ts';
import { placeLists, placeSentences } from '#wording/personal/own-place.ts';
import { directionLines, keptFacts, linkLines, personalSentences } from '#wording/personal/personal-lines.ts';
import { peopleOf } from '#wording/share.ts';
import { consultationNames, dated, domainTitle, trajectoryTitle } from '#wording/titles.ts';
import type { PersonalPaper } from './personal-paper.ts';

/** A person's scenario in plain words, to keep or to send: the sentences, then everything they keep. */
export function personalText(paper: PersonalPaper): string {
  const { scenario, wording, at } = paper;
  const { say } = wording;
  const domains = scenario.domains
    .filter(({ kept }) => kept.length > 0)
    .map(({ domain, kept }) => [
      domainTitle(wording, domain),
      ...kept.flatMap(({ trajectory, ballot }) => [
        `- ${trajectoryTitle(wording, trajectory)}. ${keptFacts(ballot, wording)}`,
        ...(ballot.condition === undefined
          ? []
          : [`  ${say('card.personal.condition')} ${ballot.condition}`]),
        ...(ballot.concern === undefined ? [] : [`  ${say('card.personal.concern')} ${ballot.concern}`]),
      ]),
    ]);
  const parts = [
    [say('card.personal.heading'), `${consultationNames(wording).title} · ${dated(wording, at)}`],
    personalSentences(paper, wording),
    ...domains,
    under(say('card.personal.directions'), [
      ...directionLines(scenario, wording),
      ...linkLines(scenario, wording),
    ]),
    under(say('card.personal.beside'), besideLines(paper)),
    ...placeParts(paper),
    [say('card.personal.yours')],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const under = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `- ${line}`)];

function placeParts({ place, kind, wording }: PersonalPaper): readonly (readonly string[])[] {
  if (place === undefined) return [];
  const lists = placeLists(place, kind, wording).map(({ title, lines }) => under(title, lines));
  return [[wording.say('own-place.heading'), ...placeSentences(place, wording)], ...lists];
}

function besideLines({ beside, kind, wording }: PersonalPaper): readonly string[] {
  return beside.map(({ trajectory, n, support }) =>
    wording.say('card.personal.beside-line', {
      title: trajectoryTitle(wording, trajectory),
      people: peopleOf({ share: support, n }, 'voices', grainOf(kind), wording),
    }),
  );
}
