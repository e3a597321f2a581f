import { verdictOf } from '#cards/group-trajectory.ts';
import { groupLetter, typicalLines } from '#cards/opinion-group.ts';
import { percent } from '#cards/share.ts';
import { domainOf, domainTitle, orientationDomain, quoted, trajectoryTitle } from '#cards/titles.ts';
import type { View } from '#cards/view.ts';
import { divergingBars, profile } from '#charts/bars.ts';
import { network } from '#charts/network.ts';
import { opinionMap } from '#charts/opinion-map.ts';
import { timeline } from '#charts/timeline.ts';
import { criteria, horizons } from '#domain/ballot.ts';
import { type Figures, type GroupScenario, isKnown, knownIn } from '#domain/group-scenario.ts';
import type { SharedVision } from '#domain/shared-vision.ts';
import { type Html, html } from '../page/html.ts';
import { figure } from './figure.ts';

type Domain = GroupScenario['domains'][number];
/** One domain: for and against each trajectory. */
export function stances({ domain, trajectories }: Domain, view: View): Html {
  const { say } = view;
  const title = domainTitle(view, domain);
  const known = trajectories.filter(isKnown);
  const left = trajectories.length - known.length;
  const hidden = left === 0 ? html`` : html`<p class="quiet">${say('results.hidden', { n: left })}</p>`;
  if (known.length === 0) return html`<section><h3>${title}</h3>${hidden}</section>`;
  const bars = known.map((one) => ({
    title: trajectoryTitle(view, one.trajectory),
    note: say('results.bar', {
      verdict: verdictOf(one, view),
      n: one.figures.n,
      unsure: one.figures.examined - one.figures.n,
    }),
    against: one.figures.opposition,
    favour: one.figures.support,
  }));
  const between = ({ share, low, high }: Figures['support']) =>
    say('results.between', { share: percent(share), low: percent(low), high: percent(high) });
  const table = {
    head: ['trajectory', 'verdict', 'voices', 'favour', 'against', 'dont-know', 'kept'].map((key) =>
      say(`results.${key}`),
    ),
    rows: known.map((one) => [
      trajectoryTitle(view, one.trajectory),
      verdictOf(one, view),
      String(one.figures.n),
      between(one.figures.support),
      between(one.figures.opposition),
      say('results.percent', { share: percent(one.figures.dontKnowRate) }),
      say('results.percent', { share: percent(one.figures.kept) }),
    ]),
  };
  const picture = divergingBars(say('results.stances-picture', { domain: title }), bars);
  return html`<section><h3>${title}</h3>${figure({ title, picture, table }, view)}${hidden}</section>`;
}

const most = 12;

/** When the group expects what it wishes for: what is common ground first. */
export function expectedWhen(scenario: GroupScenario, view: View): Html {
  const { say, text } = view;
  const dated = knownIn(scenario)
    .flatMap(({ trajectory, figures: { horizon, support } }) =>
      horizon ? [{ trajectory, ...horizon, support }] : [],
    )
    .toSorted((a, b) => b.support.low - a.support.low)
    .slice(0, most)
    .toSorted((a, b) => horizons.indexOf(a.median) - horizons.indexOf(b.median));
  if (dated.length === 0) return html``;
  const title = say('results.timeline');
  const table = {
    head: ['trajectory', 'horizon-from', 'horizon', 'horizon-to'].map((key) => say(`results.${key}`)),
    rows: dated.map(({ trajectory, q1, median, q3 }) => [
      trajectoryTitle(view, trajectory),
      ...[q1, median, q3].map((id) => text.horizons[id]),
    ]),
  };
  const picture = timeline(
    title,
    horizons.map((id) => ({ id, title: text.horizons[id] })),
    dated.map(({ trajectory, ...when }) => ({ title: trajectoryTitle(view, trajectory), ...when })),
  );
  return part(title, figure({ title, picture, note: say('results.timeline-note'), table }, view));
}

/** Which benefits people name, over everything they examined. */
export function expectedBenefits(scenario: GroupScenario, view: View): Html {
  const { say, text } = view;
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
  if (!parts.some(({ share }) => share > 0)) return html``;
  const named = parts.map(
    ({ title, share }) => [title, say('results.percent', { share: percent(share) })] as const,
  );
  const bars = parts.map(({ share }, i) => ({ title: (named[i] ?? []).join(' · '), share }));
  const title = say('results.profile');
  const table = { head: [say('results.criterion'), say('results.share')], rows: named };
  return part(
    title,
    figure({ title, picture: profile(title, bars), note: say('results.profile-note'), table }, view),
  );
}

/** The opinion groups as shapes. */
export function waysOfSeeing({ opinion }: GroupScenario, view: View): Html {
  const { say } = view;
  const groups = opinion?.groups ?? [];
  if (groups.length === 0) return html``;
  const named = groups.map((group, i) => ({ ...group, name: groupLetter(i) }));
  const titled = (trajectory: string) => quoted(view, trajectoryTitle(view, trajectory));
  const table = {
    head: ['group', 'people', 'typical'].map((key) => say(`results.${key}`)),
    rows: named.map((group) => [group.name, String(group.n), typicalLines(group, 3, titled, view).join(' ')]),
  };
  const title = say('results.map');
  const picture = opinionMap(say('results.map-picture', { count: groups.length }), named);
  return part(title, figure({ title, picture, note: say('results.map-note'), table }, view));
}

/** What helps what between the directions of the shared vision. */
export function synergyNetwork({ synergies, domains }: SharedVision, view: View): Html {
  const { say, text } = view;
  if (synergies.length === 0) return html``;
  const links = synergies.map(({ from, to, strength }) => ({
    from: domainOf(view, from),
    to: domainOf(view, to),
    strength,
  }));
  const title = say('results.network');
  const nodes = domains.map((id) => ({ id, title: domainTitle(view, id) }));
  const table = {
    head: ['from', 'to', 'reason'].map((key) => say(`results.${key}`)),
    rows: synergies.map(({ from, to }) => [
      orientationDomain(view, from),
      orientationDomain(view, to),
      text.crossImpacts[from]?.[to] ?? '',
    ]),
  };
  const picture = network(title, nodes, links);
  return part(title, figure({ title, picture, note: say('results.network-note'), table }, view));
}

const part = (title: string, content: Html): Html => html`<section><h2>${title}</h2>${content}</section>`;
