import { type PlanGroup, plan, planWidth } from '#charts/plan.ts';
import type { Svg } from '#charts/svg.ts';
import type { PersonalScenario } from '#domain/results/personal-scenario.ts';
import { timeSteps } from '#scenario/personal-counts.ts';
import { domainStrokes } from '#wording/domain-icon.ts';
import { personalPlanLines } from '#wording/personal/personal-lines.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';

/** What has no place on the line of time: its person gave it no moment, or none that is to come. */
const later = 'later';

/** What a person keeps, by domain and along the line of time, so many trajectories at most; nothing where they keep nothing. */
export function personalPicture(
  { domains }: PersonalScenario,
  most: number,
  wording: Wording,
): Svg | undefined {
  const { say, text } = wording;
  const keeping = domains.filter(({ kept }) => kept.length > 0);
  if (keeping.length === 0) return undefined;
  const shown = shares(
    keeping.map(({ kept }) => kept.length),
    most,
  );
  const groups = keeping.map(({ domain, kept }, i): PlanGroup => {
    const left = kept.length - (shown[i] ?? 0);
    return {
      title: domainTitle(wording, domain),
      icon: domainStrokes[domain],
      rows: kept.slice(0, shown[i]).map(({ trajectory, ballot }) => ({
        title: trajectoryTitle(wording, trajectory),
        at: timeSteps.find((step) => step === ballot.horizon) ?? later,
      })),
      ...(left > 0 && { more: say('card.personal.more', { n: left }) }),
    };
  });
  const steps = timeSteps.map((id) => ({ id, title: text.horizons[id] }));
  const isUndated = groups.some(({ rows }) => rows.some(({ at }) => at === later));
  return plan(
    [say('card.personal.picture'), ...personalPlanLines({ domains: keeping }, wording)].join(' '),
    isUndated ? [...steps, { id: later, title: say('card.personal.undated'), later: true }] : steps,
    groups,
  );
}

/** How many of each are shown, one of each in turn, so that no domain is left out. */
function shares(all: readonly number[], most: number): readonly number[] {
  const shown = all.map(() => 0);
  for (let left = most, before = -1; left > 0 && left !== before; ) {
    before = left;
    all.forEach((many, i) => {
      if (left === 0 || (shown[i] ?? 0) >= many) return;
      shown[i] = (shown[i] ?? 0) + 1;
      left -= 1;
    });
  }
  return shown;
}

/** The colours of the pages, in both themes: a picture within a card takes no style from the page around it. */
const style = `text{font:13px system-ui,sans-serif;fill:#23272b}.title{font-weight:700}.note{font-size:11.5px;fill:#575c61}.ground{fill:#fff}.time{stroke:#85807a;stroke-width:1.5}.dot{fill:#0f665e}.ring{fill:none;stroke:#0f665e;stroke-width:2}.icon{fill:none;stroke:#0f665e;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}@media (prefers-color-scheme:dark){text{fill:#ece9e3}.note{fill:#b4b2ac}.ground{fill:#1e2225}.time{stroke:#8b9094}.dot{fill:#86d3c8}.ring,.icon{stroke:#86d3c8}}`;

/** The same as the address of a picture, which may stand in a card, in its own size and on its own ground. */
export function personalPictureAddress(
  scenario: PersonalScenario,
  most: number,
  wording: Wording,
): string | undefined {
  const drawn = personalPicture(scenario, most, wording)?.svg;
  if (drawn === undefined) return undefined;
  const standing = drawn
    .replace(/ (?:role|aria-label)="[^"]*"/g, '')
    .replace('<svg', `<svg width="${planWidth}"`)
    .replace('>', `><style>${style}</style><rect class="ground" width="100%" height="100%"/>`);
  return `data:image/svg+xml,${encodeURIComponent(standing)}`;
}
