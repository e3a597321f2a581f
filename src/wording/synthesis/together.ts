import type { VisionView } from '#domain/results/shared-vision.ts';
import { spelled } from '../numbers.ts';
import { domainTitle, joined, listed, orientationTitle, quoted } from '../titles.ts';
import type { Wording } from '../wording.ts';
import type { Paragraph } from './sentence.ts';

/** What holds together, and where the group would rather go elsewhere. */
export function together(shown: VisionView, wording: Wording): Paragraph {
  if (shown.state !== 'composed') return [];
  const { say } = wording;
  const { vision } = shown;
  const directions = vision.best.orientations.map((id) => orientationTitle(wording, id));
  const n = vision.tensions.length;
  return [
    {
      text: say('results.vision', { directions: joined(wording, directions) }),
      figures: { n: vision.n, inconsistency: vision.best.inconsistency },
    },
    ...(n === 0
      ? [{ text: say('results.no-tension'), figures: { tensions: 0 } }]
      : [
          {
            text: say('results.tensions', {
              n,
              said: spelled(n, wording, 'masculine'),
              domains: listed(
                wording,
                vision.tensions.map(({ domain }) => quoted(wording, domainTitle(wording, domain))),
              ),
            }),
            figures: { tensions: n },
          },
        ]),
    { text: say('results.debate'), figures: {} },
  ];
}
