import { namedPictures } from '#documents/figures/named-pictures.ts';
import type { ReleasedView } from '#domain/results/group-view.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { groupReading } from '#wording/reading/reading.ts';
import { synthesis } from '#wording/synthesis/synthesis.ts';
import type { Wording } from '#wording/wording.ts';
import { type Html, html, joined } from '../pages/html.ts';
import { domainsPart } from './domains-part.ts';
import type { PictureFiles } from './files.ts';
import type { PagePart } from './part.ts';
import { type Pictures, titledPicture } from './pictures.ts';
import { readingPart } from './reading-parts.ts';
import { sentences } from './sentences.ts';
import { shiftPart } from './shift-part.ts';
import { townPart } from './town-part.ts';
import { visionPart } from './vision-part.ts';
import { waysPart } from './ways-part.ts';

/** A released result as a page shows it: who and how many, then its parts in the order in which they are read. */
export interface GroupContent {
  readonly standing: readonly string[];
  readonly who: readonly string[];
  /** Who took part beside the town's own figures; nothing where there are none. */
  readonly town: Html;
  /** Three numbers that sum up. */
  readonly keyFigures: Html;
  /** What is read first, then each domain on demand. */
  readonly parts: readonly PagePart[];
  readonly caution: string;
}

/** `files`: where its pictures are fetched; absent where not everybody may. */
export function groupContent(
  group: ReleasedView,
  vision: VisionView,
  wording: Wording,
  files?: PictureFiles,
): GroupContent {
  const { scenario, kind } = group;
  const { grain, standing, who, town, keyFigures, parts, caution } = groupReading(group, wording);
  const pictures: Pictures = {
    all: namedPictures({ wording, kind, scenario, vision }),
    ...(files !== undefined && { files }),
  };
  const all = [
    ...parts.map((part) => readingPart(part, wording)),
    waysPart(scenario, pictures, grain, wording),
    visionPart(vision, pictures, wording),
    domainsPart(scenario, pictures, grain, wording),
    shiftPart(scenario, wording),
    morePart(pictures, wording),
    {
      id: 'phrases',
      title: wording.say('results.synthesis'),
      body: html`<details><summary>${wording.say('reading.page.sentences')}</summary>${sentences(synthesis(scenario, vision, grain, wording), wording)}</details>`,
    },
  ];
  return {
    ...{ standing, who, caution },
    town: townPart(town, wording),
    keyFigures: html`<ul class="key">${joined(
      keyFigures.map(({ value, label }) => html`<li><b>${value}</b> ${label}</li>`),
    )}</ul>`,
    parts: all.filter((part) => part !== undefined),
  };
}

/** Benefits and dates; nothing where neither may be shown. */
function morePart(pictures: Pictures, wording: Wording): PagePart | undefined {
  const shown = ['benefices', 'dates'].map((name) => titledPicture(pictures, name, wording));
  if (shown.every((one) => one.html === '')) return undefined;
  const title = wording.say('reading.page.more');
  return {
    id: 'benefices-et-dates',
    title,
    body: html`<details><summary>${wording.say('reading.page.more-what')}</summary><div class="pictures">${joined(shown)}</div></details>`,
  };
}
