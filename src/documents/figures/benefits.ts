import { profile } from '#charts/bars.ts';
import { criteria } from '#domain/participant/ballot.ts';
import { type GroupScenario, knownIn } from '#domain/results/group-scenario.ts';
import type { Grain } from '#wording/numbers.ts';
import { percent } from '#wording/share.ts';
import { quoted } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Charted } from './charted.ts';

/**
 * Which benefits people name, over what has enough views to be shown. Nothing coarsely: of most criteria a provisional result says no
 * more than "one in ten, or fewer".
 */
export function expectedBenefits(
  scenario: GroupScenario,
  grain: Grain,
  wording: Wording,
): Charted | undefined {
  if (grain === 'coarse') return undefined;
  const { say, text } = wording;
  const known = knownIn(scenario);
  const examined = known.reduce((sum, { figures }) => sum + figures.examined, 0);
  const parts = criteria
    .map((id) => ({
      title: text.criteria[id],
      share:
        known.reduce((sum, { figures }) => sum + (figures.benefits[id] ?? 0) * figures.examined, 0) /
        Math.max(1, examined),
    }))
    .toSorted((a, b) => b.share - a.share);
  const [first] = parts;
  if (first === undefined || first.share === 0) return undefined;
  const told = (share: number) =>
    share > 0 && percent(share) === 0
      ? say('results.under-one-percent')
      : say('results.percent', { share: percent(share) });
  const rows = parts.map(({ title, share }) => [title, told(share)]);
  const title = say('results.profile');
  return {
    figure: {
      picture: profile(
        title,
        parts.map(({ share }, i) => ({ title: (rows[i] ?? []).join(' · '), share })),
      ),
      alt: say('report.profile-alt', { first: quoted(wording, first.title), share: percent(first.share) }),
      caption: say('results.profile-note', { shown: known.length, examined }),
    },
    table: { title, head: [say('results.criterion'), say('results.share')], widths: [4, 1], rows },
  };
}
