import type { BillOfMaterials } from './bill.ts';

/** Who stands under which licence, and who under one that nobody has looked at. */
export interface LicencesFound {
  readonly byLicence: ReadonlyMap<string, readonly string[]>;
  readonly strange: readonly string[];
}

/** Sorts the packages of a bill by licence, the most frequent first. */
export function sortByLicence({ components }: BillOfMaterials): LicencesFound {
  const all = new Map<string, string[]>();
  const strange: string[] = [];
  for (const { name, version, licenses } of components) {
    const licence = licenses.map(nameOf).join(' AND ') || saidElsewhere[name] || 'none';
    const packages = all.get(licence) ?? [];
    packages.push(`${name}@${version}`);
    all.set(licence, packages);
    if (!known.has(licence)) strange.push(`${name}@${version} (${licence})`);
  }
  const byLicence = new Map([...all].sort(([, a], [, b]) => b.length - a.length));
  return { byLicence, strange };
}

type Licence = BillOfMaterials['components'][number]['licenses'][number];

function nameOf(said: Licence): string {
  if ('expression' in said) return said.expression;
  return 'id' in said.license ? said.license.id : said.license.name;
}

/**
 * Licences under which a town may run, change and pass on the program together with the package. MPL-2.0 asks only that changes
 * of its own files stay open, OFL-1.1 that the font is not sold alone.
 */
const known: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'MIT-0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
  '(AFL-2.1 OR BSD-3-Clause)',
  '(MIT AND Zlib)',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT OR CC0-1.0)',
  'MIT AND OFL-1.1',
]);

/** Packages that say their licence in their LICENSE or README file alone, read there. */
const saidElsewhere: Readonly<Record<string, string>> = {
  'escape-regexp-component': 'MIT',
  'png-js': 'MIT',
};
