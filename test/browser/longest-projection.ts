import type { CatalogueText } from '#domain/catalogue/catalogue.ts';
import { liveNumbers } from '#web/admin/projection-screen/live.ts';
import { projection } from '#web/admin/projection-screen/projection.ts';
import { slides } from '#web/admin/projection-screen/slides.ts';
import type { Wording } from '#wording/wording.ts';
import { sampleResult } from '../documents/sample-result.ts';

/** A projection in which every text is as long as a catalogue or a facilitator may have it. */
export const longestProjection = (language: string, style: string, script: string): string =>
  projected(stretched(sampleResult(language).wording), style, script);

/** One of the catalogue as it is, of a town: more lines stand on a screen. */
export const usualProjection = (language: string, style: string, script: string): string =>
  projected(sampleResult(language).wording, style, script, 1_500);

function projected(view: Wording, style: string, script: string, people = 60): string {
  const { at, scenario } = sampleResult(view.language, { people });
  const { domains } = view.consultation;
  const group = { state: 'released', kind: 'final', at, minGroup: 5, scenario } as const;
  const following = {
    took: 12_300,
    starts: 12_345,
    finished: { one: 11_111, begun: 10_000, all: 5_000 },
    domains: domains.map((domain) => ({ domain, begun: 10_101, done: 9_000 })),
    ...{ roles: {}, territories: {}, days: [], items: [], minutes: null, unclear: [] },
  };
  const live = liveNumbers(following, group, view);
  const address = 'https://participer.communaute-de-communes-bresse.fr/c/bourg-neuf-en-bresse-2040-ensemble';
  return projection({
    view,
    slides: slides({ view, phase: 'open', address, live, group }),
    result: at,
    addresses: { base: '', projectionStyle: style, adminScript: script, icon: '/favicon.ico' },
    paths: { back: '/animation', stream: '/animation/c/decouverte/salle/flux' },
  });
}

function stretched(view: Wording): Wording {
  const { text, consultation, language } = view;
  const titled = <T extends { readonly title: string }>(all: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(all).map(([id, one]) => [id, { ...one, title: long(one.title, 70) }]));
  const crossImpacts: CatalogueText['crossImpacts'] = Object.fromEntries(
    Object.entries(text.crossImpacts).map(([from, all]) => [
      from,
      Object.fromEntries(Object.entries(all).map(([to, reason]) => [to, long(reason, 175)])),
    ]),
  );
  return {
    ...view,
    consultation: {
      ...consultation,
      title: { [language]: long('Bourg-Neuf-en-Bresse et ses voisines en 2040', 80) },
      territory: { [language]: long('Communauté de communes de la Bresse', 80) },
    },
    text: {
      ...text,
      domains: titled(text.domains),
      orientations: titled(text.orientations),
      trajectories: titled(text.trajectories),
      crossImpacts,
    },
  };
}

const long = (text: string, most: number): string => `${text}, `.repeat(9).slice(0, most).trim();
