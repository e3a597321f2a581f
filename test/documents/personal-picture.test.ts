import { expect, test } from '@jest/globals';
import { personalPicture, personalPictureAddress } from '#documents/personal/personal-picture.ts';
import type { PersonalScenario } from '#domain/results/personal-scenario.ts';
import { keeperOf } from '#test/web/public/personal/keeper.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';

const count = (svg: string, what: string) => svg.split(what).length - 1;
const written = (svg: string) => svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test.each(['fr', 'en'])(
  'shows each thing that is kept under its domain, where it would come (%s)',
  (language) => {
    const { scenario, wording } = keeperOf(1, language);
    const { svg } = personalPicture(scenario, 12, wording) ?? { svg: '' };
    expect(count(svg, 'class="icon"')).toBe(6);
    expect(count(svg, 'class="dot"')).toBe(6);
    expect(count(svg, 'class="ring"')).toBe(0);
    for (const { domain, kept } of scenario.domains) {
      const label = / aria-label="([^"]*)"/.exec(svg)?.[1] ?? '';
      expect(written(svg)).toContain(domainTitle(wording, domain));
      for (const { trajectory } of kept) expect(label).toContain(trajectoryTitle(wording, trajectory));
    }
  },
);

test('of much that is kept, each domain shows its share, and says how much more there is', () => {
  const { scenario, wording } = keeperOf(12, 'fr');
  const { svg } = personalPicture(scenario, 12, wording) ?? { svg: '' };
  expect(count(svg, 'class="dot"')).toBe(12);
  expect(count(svg, 'autres que vous retenez')).toBe(6);
});

test('what has no moment stands off the line, as a circle', () => {
  const { scenario, wording } = keeperOf(1, 'fr');
  const undated: PersonalScenario = {
    ...scenario,
    domains: scenario.domains.map((domain, i) => ({
      ...domain,
      kept: domain.kept.map(({ trajectory, ballot: { horizon, ...ballot } }) => ({
        trajectory,
        ballot: { ...ballot, ...(i > 0 && { horizon }) },
      })),
    })),
  };
  const { svg } = personalPicture(undated, 12, wording) ?? { svg: '' };
  expect([count(svg, 'class="dot"'), count(svg, 'class="ring"')]).toEqual([5, 1]);
  expect(written(svg)).toContain('Sans date');
});

test('somebody who keeps nothing has no picture', () => {
  const { scenario, wording } = keeperOf(0, 'fr');
  expect(personalPicture(scenario, 12, wording)).toBeUndefined();
  expect(personalPictureAddress(scenario, 12, wording)).toBeUndefined();
});

test('as an address it stands on its own ground, and asks nobody for anything', () => {
  const { scenario, wording } = keeperOf(2, 'fr');
  const address = personalPictureAddress(scenario, 10, wording) ?? '';
  const svg = decodeURIComponent(address.replace('data:image/svg+xml,', ''));
  expect(svg).toMatch(/^<svg width="294" xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox=/);
  expect(svg).toContain('class="ground"');
  expect(svg).not.toMatch(/href|url\(/);
  expect(address.length).toBeLessThan(16_000);
});
