import type { CrossImpacts } from '#domain/catalogue/catalogue.ts';
import { inDomains } from '#domain/consultation/in-domains.ts';
import type { GroupView } from '#domain/results/group-scenario.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { type ImpactChange, impactChanges } from '#scenario/analysis/cross-impacts/impact-changes.ts';
import { visionView } from '#scenario/vision.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { wideTable } from '#web/http/results/figure.ts';
import { domainTitle, orientationTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { visionPart } from './vision-part.ts';

interface OwnVision {
  readonly group: GroupView;
  /** Over the catalogue's judgements. */
  readonly vision: VisionView;
  readonly own: CrossImpacts;
}

/** The vision over the catalogue's judgements beside that over the workshop's own, and what sets them apart. */
export function ownVision({ group, vision, own }: OwnVision, view: Wording): Html {
  const { say, catalogue, text } = view;
  const changes = impactChanges(inDomains(view.consultation, catalogue).crossImpacts, own);
  const theirs = {
    ...view,
    catalogue: { ...catalogue, crossImpacts: own },
    text: { ...text, crossImpacts: reasonsLeft(text.crossImpacts, changes) },
  };
  const other = visionView(group, theirs.catalogue);
  return html`<p>${say('outcome.vision.two')}</p>
${differing(vision, other, view)}
<div class="pair">
<section><h3>${say('outcome.vision.catalogue')}</h3>${visionPart(vision, view, 'catalogue')}</section>
<section><h3>${say('outcome.vision.workshop')}</h3>${visionPart(other, theirs, 'workshop')}</section>
</div>
${changeTable(changes, view)}`;
}

/** A reason speaks of the strength that the catalogue gave: nothing is left of it where the workshop gave another. */
function reasonsLeft(
  reasons: Wording['text']['crossImpacts'],
  changes: readonly ImpactChange[],
): Wording['text']['crossImpacts'] {
  const changed = new Set(changes.map(({ from, to }) => `${from} ${to}`));
  return Object.fromEntries(
    Object.entries(reasons).map(([from, row]) => [
      from,
      Object.fromEntries(Object.entries(row).filter(([to]) => !changed.has(`${from} ${to}`))),
    ]),
  );
}

/** The domains in which the two choose otherwise. */
function differing(one: VisionView, other: VisionView, view: Wording): Html {
  const { say } = view;
  if (one.state !== 'composed' || other.state !== 'composed') return html``;
  const apart = one.vision.domains.flatMap((domain, j) => {
    const [before = '', after = ''] = [one.vision.best.orientations[j], other.vision.best.orientations[j]];
    if (before === after) return [];
    const facts = {
      domain: domainTitle(view, domain),
      before: orientationTitle(view, before),
      after: orientationTitle(view, after),
    };
    return [html`<li>${say('outcome.vision.apart', facts)}</li>`];
  });
  return apart.length === 0
    ? html`<p>${say('outcome.vision.same')}</p>`
    : html`<p>${say('outcome.vision.differs', { n: apart.length })}</p><ul>${joined(apart)}</ul>`;
}

function changeTable(changes: readonly ImpactChange[], view: Wording): Html {
  const { say } = view;
  if (changes.length === 0) return html`<p class="quiet">${say('outcome.vision.no-change')}</p>`;
  const title = say('outcome.vision.changes', { n: changes.length });
  const table = {
    head: ['from', 'to', 'catalogue', 'workshop'].map((key) => say(`outcome.vision.head.${key}`)),
    rows: changes.map(({ from, to, before, after }) => [
      orientationTitle(view, from),
      orientationTitle(view, to),
      signed(before, view),
      signed(after, view),
    ]),
  };
  return html`<details><summary>${title}</summary>${wideTable(title, table)}</details>`;
}

const signed = (value: number, { language }: Wording): string =>
  new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(value);
