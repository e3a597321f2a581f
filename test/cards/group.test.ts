import { describe, expect, test } from '@jest/globals';
import { render } from '#cards/render.ts';
import type { GroupScenario } from '#domain/group-scenario.ts';
import type { Reply } from '#domain/reply.ts';
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
      roles: { resident: 21, elected: null, student: 0 },
      territories: { 'small-town': 14 },
    });
    expect(text).toContain('32 personnes ont choisi de prendre part.');
    expect(text).toContain('habitant (21)');
    expect(text).toContain('Moins de 5 personnes pour chacun : élu');
    expect(text).not.toContain('étudiant');
  });

  test('does not call a hidden kind of territory small: a large one may be hidden beside it', () => {
    const text = show({ roles: {}, territories: { 'small-town': null, 'rural-village': null } });
    expect(text).toContain('Certains types de territoire ne sont pas détaillés');
    expect(text).not.toMatch(/Moins de 5 personnes : (petite|bourg)/);
  });

  test('keeps the exact figures one tap away, hidden at first', () => {
    const { card } = render(samples['group-scenario'] as Reply, fr);
    const all = nodes(card?.body);
    const targets = all.flatMap(({ targetElements }) => (targetElements as string[] | undefined) ?? []);
    const hidden = all.filter(({ isVisible }) => isVisible === false);
    expect(hidden.map(({ id }) => id)).toEqual(targets);
    expect(hidden).toHaveLength(10);
    expect(hidden[0]?.text).toMatch(/^Souhaitable pour 23 personnes sur 27, soit entre 68 et 94\u00a0%/);
  });

  test('shows the most telling of many, says how many more there are, and never speaks for the inhabitants', () => {
    const { card, text } = render(longReplies['long-group'] as Reply, longView('fr'));
    const read = card ? readOn(card) : [];
    expect(read.filter((said) => /autres trajectoires ne sont pas montrées/.test(said))).toHaveLength(6);
    expect(read).toContain('Terrain commun');
    expect(text).not.toMatch(/les habitants pensent/i);
  });

  test('says how many are needed and why while it waits', () => {
    const { text } = render(samples['group-waiting'] as Reply, fr);
    expect(text).toContain('Il manque encore 3 personnes');
    expect(text).toContain('personne ne peut être reconnu');
  });
});
