import { profile } from '#charts/bars.ts';
import { criteria } from '#domain/participant/ballot.ts';
import { type GroupScenario, knownIn } from '#domain/results/group-scenario.ts';
import { percent } from '#wording/share.ts';
import { quoted } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Charted } from './charted.ts';

/** Which benefits people name, over everything they examined. */
export function expectedBenefits(scenario: GroupScenario, wording: Wording): Charted | undefined {
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
  const rows = parts.map(({ title, share }) => [title, say('results.percent', { share: percent(share) })]);
  const title = say('results.profile');
  return {
    figure: {
      picture: profile(
        title,
        parts.map(({ share }, i) => ({ title: (rows[i] ?? []).join(' · '), share })),
      ),
      alt: say('report.profile-alt', { first: quoted(wording, first.title), share: percent(first.share) }),
      caption: say('results.profile-note'),
    },
    table: { title, head: [say('results.criterion'), say('results.share')], widths: [4, 1], rows },
  };
}
