import type { Ballot } from '#domain/participant/ballot.ts';
import type { PersonalScenario } from '#domain/results/personal-scenario.ts';
import { keptFacts } from '#wording/personal/personal-lines.ts';
import { domainTitle, joined, trajectoryTitle } from '#wording/titles.ts';
import type { Part } from '../parts/card.ts';
import { domainIcon } from '../parts/domain-icon.ts';
import { aside, type Element, panel, row, subheading, typed, words } from '../parts/elements.ts';
import { lines, shorten } from '../parts/plain.ts';
import type { View } from '../view.ts';

export interface PersonalDetail {
  /** Kept trajectories shown a domain. */
  readonly kept: number;
  /** Characters of a condition or a concern. */
  readonly remark: number;
  /** Other trajectories named a domain and stance. */
  readonly others: number;
  /** Items named in each of the parts on the whole scenario. */
  readonly whole: number;
}

export const personalDetails = [
  { kept: 20, remark: 400, others: 20, whole: 10 },
  { kept: 20, remark: 120, others: 20, whole: 6 },
  { kept: 8, remark: 80, others: 4, whole: 5 },
  { kept: 4, remark: 60, others: 2, whole: 4 },
  { kept: 2, remark: 40, others: 0, whole: 3 },
] as const satisfies readonly PersonalDetail[];

type Domain = PersonalScenario['domains'][number];
type Kept = Domain['kept'][number];

/** One domain of a person's scenario, on the card and in plain words. */
export function personalDomain(domain: Domain, detail: PersonalDetail, view: View): Part {
  const { say } = view;
  const title = domainTitle(view, domain.domain);
  const shown = domain.kept.slice(0, detail.kept);
  const left = domain.kept.length - shown.length;
  const nothing = domain.kept.length === 0 ? say('card.personal.nothing') : undefined;
  const more = left > 0 ? say('card.personal.more', { n: left }) : undefined;
  const others = beside(domain, detail, view);
  const asides = [nothing, more, ...others].flatMap((line) => line ?? []);
  return {
    body: [
      titled(domainIcon(domain.domain, view), subheading(title)),
      ...shown.map((kept) => keptPanel(kept, detail, view)),
      ...asides.map((line) => aside(line, { spacing: 'Small' })),
    ],
    text: lines(title, ...shown.map((kept) => keptText(kept, detail, view)), ...asides),
  };
}

/** A heading with its icon before it, where there is one. */
const titled = (icon: Element | undefined, heading: Element): Element =>
  icon === undefined ? heading : row(heading, { before: icon }, { spacing: 'Large' });

function keptPanel({ trajectory, ballot }: Kept, { remark }: PersonalDetail, view: View): Element {
  return panel(
    [
      words(trajectoryTitle(view, trajectory), { weight: 'Bolder' }),
      words(keptFacts(ballot, view), { spacing: 'Small' }),
      ...remarks(ballot, remark, view).map(({ label, text }) => typed(label, text, { spacing: 'Small' })),
    ],
    { style: 'emphasis', spacing: 'Small' },
  );
}

function keptText({ trajectory, ballot }: Kept, { remark }: PersonalDetail, view: View): string {
  const said = remarks(ballot, remark, view).map(({ label, text }) => `${label} ${text}`);
  return lines(`- ${trajectoryTitle(view, trajectory)}. ${keptFacts(ballot, view)}`, ...said);
}

function remarks({ condition, concern }: Ballot, longest: number, { say }: View) {
  return [
    { label: say('card.personal.condition'), text: condition },
    { label: say('card.personal.concern'), text: concern },
  ].flatMap(({ label, text }) => (text === undefined ? [] : [{ label, text: shorten(text, longest) }]));
}

/** What was examined and not kept, by how the person stands. */
function beside(
  { welcomed, undecided, unwelcome }: Domain,
  { others }: PersonalDetail,
  view: View,
): readonly string[] {
  const { say } = view;
  const named = (ids: readonly string[]) => {
    const titles = ids.slice(0, others).map((id) => trajectoryTitle(view, id));
    return ids.length > titles.length ? say('card.personal.count', { n: ids.length }) : joined(view, titles);
  };
  return [
    ...(welcomed.length > 0 ? [say('card.personal.welcomed', { titles: named(welcomed) })] : []),
    ...(undecided.length > 0 ? [say('card.personal.undecided', { titles: named(undecided) })] : []),
    ...(unwelcome.length > 0 ? [say('card.personal.unwelcome', { titles: named(unwelcome) })] : []),
  ];
}
