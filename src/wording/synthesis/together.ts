import type { SharedVision, VisionView } from '#domain/results/shared-vision.ts';
import { spelled } from '../numbers.ts';
import { domainTitle, joined, listed, orientationTitle, quoted } from '../titles.ts';
import { isShared } from '../vision/vision-lines.ts';
import type { Wording } from '../wording.ts';
import type { Paragraph, Sentence } from './sentence.ts';

/** What holds together, and where the group would rather go elsewhere: first, when that makes it no vision it shares. */
export function together(shown: VisionView, wording: Wording): Paragraph {
  if (shown.state !== 'composed') return [];
  const { say } = wording;
  const { vision } = shown;
  const debate: Sentence = { text: say('results.debate'), figures: {} };
  return isShared(vision)
    ? [holding(vision, wording), preferred('tensions', vision, wording), debate]
    : [preferred('apart', vision, wording), holding(vision, wording), debate];
}

function holding({ best, n }: SharedVision, wording: Wording): Sentence {
  const directions = best.orientations.map((id) => orientationTitle(wording, id));
  return {
    text: wording.say('results.vision', { directions: joined(wording, directions) }),
    figures: { n, inconsistency: best.inconsistency },
  };
}

function preferred(key: 'tensions' | 'apart', { tensions }: SharedVision, wording: Wording): Sentence {
  const n = tensions.length;
  if (n === 0) return { text: wording.say('results.no-tension'), figures: { tensions: 0 } };
  const domains = tensions.map(({ domain }) => quoted(wording, domainTitle(wording, domain)));
  const said = spelled(n, wording, 'masculine');
  return {
    text: wording.say(`results.${key}`, { n, said, domains: listed(wording, domains) }),
    figures: { tensions: n },
  };
}
