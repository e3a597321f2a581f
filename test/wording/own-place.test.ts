import { expect, test } from '@jest/globals';
import { placeLists, placeSentences } from '#wording/personal/own-place.ts';
import { sampleWording } from './sample.ts';

const [fr, en] = [sampleWording('fr'), sampleWording('en')];
/** With plain spaces, wherever words are kept together. */
const plain = (said = '') => said.replaceAll(/\s/g, ' ');
const stand = { trajectory: 'mobility-one-ticket', side: 'for', n: 24, share: 0.75 } as const;

test('where somebody stands is said with how much they see alike, of what they looked at', () => {
  const near = { to: 'group', group: 1, alike: 4, of: 5 } as const;
  expect(placeSentences({ near, shared: [], apart: [] }, fr).map(plain)).toEqual([
    'Votre façon de voir se rapproche le plus du groupe B : vous pensez comme lui sur quatre des cinq trajectoires qui le distinguent et que vous avez examinées.',
  ]);
  expect(placeSentences({ near: { ...near, alike: 5 }, shared: [], apart: [] }, en)).toEqual([
    'The way you see things is nearest to group B: you think as they do on all five trajectories that set them apart and that you looked at.',
  ]);
});

test('nothing that places them is said only where there is nothing else to say', () => {
  expect(placeSentences({ shared: [], apart: [] }, fr)).toHaveLength(1);
  expect(placeSentences({ shared: [stand], apart: [] }, fr)).toEqual([]);
});

test('what most people think stands beside their own view, with how many said so', () => {
  const place = { shared: [stand], apart: [{ ...stand, side: 'against' } as const] };
  const [shared, apart] = placeLists(place, 'final', fr);
  expect(plain(shared?.lines[0])).toMatch(
    /^« .* » : souhaitable, comme pour environ huit personnes sur dix, parmi les 24 qui ont donné un avis\.$/,
  );
  expect(plain(apart?.lines[0])).toMatch(/ : indésirable pour vous, souhaitable pour environ huit personnes/);
});
