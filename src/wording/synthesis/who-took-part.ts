import type { DomainId } from '#domain/catalogue/domains.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { type Grain, peopleCount } from '../numbers.ts';
import { domainTitle, listed, quoted } from '../titles.ts';
import { onPaper } from '../who/on-paper.ts';
import { choseToTakePart, partNames } from '../who/participants.ts';
import { toldParts } from '../who/told-parts.ts';
import type { Wording } from '../wording.ts';
import type { Paragraph, Sentence } from './sentence.ts';

/** Fewer people than this are called a small group. */
const small = 20;

/** Who took part and what they looked at, in sentences. */
export function whoTookPart({ n, who, domains }: GroupScenario, grain: Grain, wording: Wording): Paragraph {
  const { say, text } = wording;
  const roles = toldParts(who.roles, text.roles).shown.slice(0, 3);
  const paper = onPaper({ n, who }, grain, wording);
  const names = partNames(roles, grain, wording);
  const looked = domains
    .flatMap(({ domain, n }) => (n === null ? [] : [{ domain, n }]))
    .toSorted((a, b) => b.n - a.n);
  const [most, least] = [looked[0], looked.at(-1)];
  return [
    { text: choseToTakePart(n, grain, wording), figures: { n } },
    ...(paper === undefined
      ? []
      : [{ text: paper, figures: typeof who.paper === 'number' ? { paper: who.paper } : {} }]),
    ...(n < small ? [{ text: say('results.small'), figures: { n } }] : []),
    ...(names.length === 0
      ? []
      : [
          {
            text: say('results.roles', { roles: listed(wording, names) }),
            figures: Object.fromEntries(
              roles.flatMap(({ id, part }) => (typeof part === 'number' ? [[id, part]] : [])),
            ),
          },
        ]),
    ...(most === undefined || least === undefined || most.n === least.n
      ? []
      : [attention(most, least, grain, wording)]),
  ];
}

interface Looked {
  readonly domain: DomainId;
  readonly n: number;
}

function attention(most: Looked, least: Looked, grain: Grain, wording: Wording): Sentence {
  const said = ({ domain }: Looked) => quoted(wording, domainTitle(wording, domain));
  return {
    text: wording.say('results.attention', {
      most: said(most),
      mostPeople: peopleCount(most.n, grain, wording),
      least: said(least),
      leastPeople: peopleCount(least.n, grain, wording),
    }),
    figures: { [most.domain]: most.n, [least.domain]: least.n },
  };
}
