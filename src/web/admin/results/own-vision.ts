import { inDomains } from '#domain/consultation/content/in-domains.ts';
import type { GroupView } from '#domain/results/group-view.ts';
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
  /** Over the workshop's own judgements: what is shown everywhere. */
  readonly vision: VisionView;
  readonly view: Wording;
  /** The same over the catalogue's. */
  readonly given: Wording;
}

/** The vision over the workshop's own judgements beside that over the catalogue's, and what sets them apart. */
export function ownVision({ group, vision, view, given }: OwnVision): Html {
  const { say, consultation, catalogue } = view;
  const before = visionView(group, given.catalogue);
  const changes = impactChanges(
    inDomains(consultation, given.catalogue).crossImpacts,
    catalogue.crossImpacts,
  );
  return html`<p>${say('outcome.vision.two')}</p>
${differing(before, vision, view)}
<div class="pair">
<section><h3>${say('outcome.vision.workshop')}</h3>${visionPart(vision, view)}</section>
<section><h3>${say('outcome.vision.catalogue')}</h3>${visionPart(before, given)}</section>
</div>
${changeTable(changes, view)}`;
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
