import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Catalogue, Domain } from '#domain/catalogue/catalogue.ts';

const domainsKept = ['mobility', 'health'];
const trajectoriesKept = 4;

type Titles = z.infer<typeof Starter>['titles'];

/** A small catalogue to start from: two domains of a larger one, with a few trajectories of each orientation. */
export function starter(whole: Catalogue, id: string, titles: Titles): Catalogue {
  const domains = whole.domains.filter((domain) => domainsKept.includes(domain.id)).map(lighter);
  const orientations = new Set(domains.flatMap((domain) => domain.orientations));
  const among = <T>(table: Readonly<Record<string, Readonly<Record<string, T>>>>) =>
    Object.fromEntries(
      Object.entries(table)
        .filter(([from]) => orientations.has(from))
        .map(([from, targets]) => [
          from,
          Object.fromEntries(Object.entries(targets).filter(([to]) => orientations.has(to))),
        ]),
    );
  const text = Object.fromEntries(
    Object.entries(whole.text).map(([language, said]) => [
      language,
      { ...said, ...titles[language], crossImpacts: among(said.crossImpacts) },
    ]),
  );
  return { ...whole, id, version: '1.0.0', domains, crossImpacts: among(whole.crossImpacts), text };
}

/** One trajectory an orientation at least; the themes are those that remain. */
function lighter(domain: Domain): Domain {
  const firsts = domain.orientations.flatMap(
    (id) => domain.trajectories.find(({ orientation }) => orientation === id) ?? [],
  );
  const others = domain.trajectories.filter((one) => !firsts.includes(one));
  const kept = new Set([...firsts, ...others].slice(0, trajectoriesKept));
  const trajectories = domain.trajectories.filter((one) => kept.has(one));
  return {
    ...domain,
    trajectories,
    themes: domain.themes.filter((theme) => trajectories.some(({ tags }) => tags.includes(theme))),
  };
}

const Starter = z.strictObject({
  titles: z.record(z.string(), z.strictObject({ title: z.string(), description: z.string() })),
  comments: z.array(z.strictObject({ file: z.string(), text: z.string() })),
});

/** What a new catalogue says, and what is written at the top of each of its files. */
export function starterWords() {
  const path = new URL('starter.yaml', import.meta.url);
  const { titles, comments } = Starter.parse(parse(readFileSync(path, 'utf8')));
  const comment = (file: string) => {
    const text = comments.find((one) => new RegExp(one.file).test(file))?.text ?? '';
    return text === '' ? '' : `${text.trimEnd().replace(/^/gm, '# ')}\n`;
  };
  return { titles, comment };
}
