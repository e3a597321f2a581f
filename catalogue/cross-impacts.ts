import type { CrossImpacts } from '#domain/catalogue/catalogue.ts';
import type { Language, LanguagePack } from '#domain/catalogue/language.ts';
import { exists } from './files/folder.ts';
import type { Root } from './files/root.ts';
import { readShaped } from './files/shape.ts';
import type { YamlSheet } from './files/sheet.ts';
import { keysAt, within } from './files/within.ts';
import { readTold } from './languages/over.ts';
import type { Outline } from './outline.ts';
import type { CatalogueProblem } from './problem.ts';
import { CrossImpactsFile } from './schema.ts';
import { ReasonsFile } from './wording.ts';

export interface ReadImpacts {
  readonly impacts: CrossImpacts;
  readonly reasons: (language: Language) => ReasonsFile;
  readonly problems: readonly CatalogueProblem[];
}

/**
 * How the orientations of different domains favour or hinder one another, with the reasons in each language.
 * A catalogue may judge nothing; one that judges does so for every pair, and says why where it is strong.
 */
export function readCrossImpacts(
  root: Root,
  packs: readonly LanguagePack[],
  outlines: readonly Outline[],
): ReadImpacts {
  if (!exists(root, file)) return { impacts: {}, reasons: () => ({}), problems: [] };
  const { value, sheet, problems } = readShaped(root, file, CrossImpactsFile);
  const texts = packs.map((pack) => ({
    language: pack.language,
    ...readTold(root, pack, file, ReasonsFile),
  }));
  return {
    impacts: value ?? {},
    reasons: (language) => texts.find((text) => text.language === language)?.value ?? {},
    problems: [
      ...problems,
      ...(sheet.data === undefined ? [] : checkComplete(sheet, outlines)),
      ...texts.flatMap((text) => [
        ...text.problems,
        ...(value === undefined || text.sheet.data === undefined ? [] : checkReasons(text.sheet, value)),
      ]),
    ],
  };
}

const file = 'cross-impacts.yaml';

function checkComplete(sheet: YamlSheet, outlines: readonly Outline[]): CatalogueProblem[] {
  const all = outlines.flatMap(({ orientations }) => orientations);
  return [
    ...sameKeys(sheet, [], all),
    ...outlines.flatMap(({ orientations: own }) =>
      own.flatMap((from) =>
        keysAt(sheet.data, [from]) === undefined
          ? []
          : sameKeys(
              sheet,
              [from],
              all.filter((to) => !own.includes(to)),
            ),
      ),
    ),
  ];
}

function sameKeys(sheet: YamlSheet, path: readonly string[], wanted: readonly string[]): CatalogueProblem[] {
  const present = keysAt(sheet.data, path) ?? [];
  return [
    ...wanted
      .filter((id) => !present.includes(id))
      .map((id) =>
        sheet.problem(
          [...path, id],
          `has no judgement for “${id}”`,
          'Write one, from -3 to 3; 0 is one too.',
          { code: 'no-judgement', values: { from: path[0] ?? id, to: path.length > 0 ? id : 'missing' } },
        ),
      ),
    ...present
      .filter((id) => !wanted.includes(id))
      .map((id) =>
        sheet.problem(
          [...path, id],
          `“${id}” has no place here`,
          'Name the orientations of the other domains.',
          { code: 'no-place', values: { value: id } },
        ),
      ),
  ];
}

function checkReasons(sheet: YamlSheet, impacts: CrossImpactsFile): CatalogueProblem[] {
  const judged = Object.entries(impacts).flatMap(([from, targets]) =>
    Object.entries(targets).map(([to, impact]) => ({ path: [from, to], strong: Math.abs(impact) >= 2 })),
  );
  const known = new Set(judged.map(({ path }) => path.join(' ')));
  const told = (keysAt(sheet.data, []) ?? []).flatMap((from) =>
    (keysAt(sheet.data, [from]) ?? []).map((to) => [from, to]),
  );
  return [
    ...judged.flatMap(({ path, strong }) => {
      if ((within(sheet.data, path) !== undefined) === strong) return [];
      return strong
        ? [
            sheet.problem(path, 'has no reason, and its judgement is strong', 'Say why in one sentence.', {
              code: 'no-reason',
            }),
          ]
        : [
            sheet.problem(path, 'has a reason, and its judgement is weak', 'Remove it, or make it 2 or 3.', {
              code: 'reason-surplus',
            }),
          ];
    }),
    ...told
      .filter((path) => !known.has(path.join(' ')))
      .map((path) =>
        sheet.problem(path, 'is judged nowhere', 'Correct the ids, or remove this text.', {
          code: 'reason-surplus',
        }),
      ),
  ];
}
