import { describe, expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { GroupScenario } from '#domain/results/group-scenario.ts';
import { trajectoryTitle } from '#wording/titles.ts';
import { group, scenario } from './samples/group.ts';
import { longReplies, longView } from './samples/longest.ts';
import { samples } from './samples/replies.ts';
import { viewOf } from './samples/view.ts';
import { nodes, readOn } from './walk.ts';

const fr = viewOf('fr');
const show = (who: GroupScenario['who']) =>
  render(
    {
      label: 'group-scenario',
      group: { ...group, scenario: { ...scenario, who } } as never,
      facilitator: false,
    },
    fr,
  ).text.replaceAll('\u00a0', ' ');

describe('the group scenario', () => {
  test('says who took part, and of small counts only that they are small', () => {
    const text = show({
      roles: { elected: 'few', 'public-agent': 7, resident: 'nearly-all', student: 'few' },
      territories: { 'small-town': 27, 'rural-village': 'few' },
    });
    expect(text).toContain('32 personnes ont choisi de prendre part.');
    expect(text).toContain('habitante ou habitant (presque toutes) ; service public (7).');
    expect(text).toContain('Chacun des autres rôles compte moins de cinq personnes.');
    expect(text).toContain('L’autre type de lieu compte moins de cinq personnes.');
    expect(text).not.toMatch(/élu|étudiant/);
  });

  test('says so where every role is small', () => {
    const text = show({ roles: { elected: 'few', student: 'few' }, territories: {} });
    expect(text).toContain('Chaque rôle compte moins de cinq personnes.');
    expect(text).not.toMatch(/type de lieu|plusieurs par personne/);
  });

  test('says roles alone of a result of before in which the other numbers were hidden', () => {
    const text = show({ roles: { resident: 21, student: 0 }, territories: {} });
    expect(text).toContain('Rôles, plusieurs par personne : habitante ou habitant (21).');
    expect(text).not.toMatch(/moins de|étudiant/);
  });

  test('keeps the exact figures one tap away, hidden at first', () => {
    const { card } = render(samples['group-domain'] as Reply, fr);
    const all = nodes(card?.body);
    const targets = all.flatMap(({ targetElements }) => (targetElements as string[] | undefined) ?? []);
    const hidden = all.filter(({ isVisible }) => isVisible === false);
    expect(hidden.map(({ id }) => id)).toEqual(targets);
    expect(hidden.length).toBeGreaterThan(8);
    expect(hidden[0]?.text).toMatch(
      /^Avis\u00a0: \d+\. Souhaitable\u00a0: \d+ personnes \(\d+\u00a0%, soit entre \d+ et \d+\u00a0%/,
    );
  });

  test('shows every trajectory of a domain, class after class', () => {
    const { card } = render(samples['group-domain'] as Reply, fr);
    const read = card ? readOn(card) : [];
    const titles = scenario.domains[1]?.trajectories.map(({ trajectory }) => trajectoryTitle(fr, trajectory));
    expect(read).toEqual(expect.arrayContaining(titles ?? []));
    const verdicts = read.filter((said) => /^(Terrain commun|Débattu|Écarté|Pas tranché)$/.test(said));
    const order = ['Terrain commun', 'Débattu', 'Écarté', 'Pas tranché'];
    expect(verdicts).toEqual(verdicts.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  });

  test('at its longest still fits, says how many are not shown, and never speaks for the inhabitants', () => {
    const long = longReplies['long-group'] as Reply;
    const { card, text } = render({ ...long, domain: 'mobility' } as Reply, longView('fr'));
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28_000);
    expect(text).not.toMatch(/les habitants pensent/i);
  });

  test('in short says how many trajectories of each class, and opens each domain', () => {
    const { card, text } = render(samples['group-scenario'] as Reply, fr);
    const read = card ? readOn(card) : [];
    expect(
      read.filter((said) =>
        /^Trajectoires : (\d|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) ?/.test(
          said.replace(/\u00a0/g, ' '),
        ),
      ),
    ).toHaveLength(5);
    expect(text).toContain('À débattre ensemble');
    const opened = nodes(card?.body).flatMap(({ selectAction }) => {
      const data = (selectAction as { data?: { act: string; domain: string } } | undefined)?.data;
      return data?.act === 'group-domain' ? [data.domain] : [];
    });
    expect(opened).toEqual(scenario.domains.map(({ domain }) => domain));
  });

  test('says how many are needed and why while it waits', () => {
    const { text } = render(samples['group-waiting'] as Reply, fr);
    expect(text).toContain('Il faut encore au moins trois personnes');
    expect(text).toContain('personne ne peut être reconnu');
  });
});
