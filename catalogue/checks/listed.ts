import type { Language } from '#domain/catalogue/language.ts';
import { yamlFilesIn } from '../files/folder.ts';
import type { Root } from '../files/root.ts';
import type { CatalogueProblem } from '../problem.ts';

/** Checks that every file in the folders of domains belongs to a domain that the catalogue lists. */
export function checkListed(
  root: Root,
  languages: readonly Language[],
  domains: readonly string[],
): CatalogueProblem[] {
  const folders = ['domains', ...languages.map((language) => `${language}/domains`)];
  const expected = domains.map((domain) => `${domain}.yaml`);
  return folders.flatMap((folder) =>
    yamlFilesIn(root, folder)
      .filter((name) => !expected.includes(name))
      .map((name) => ({
        file: `${folder}/${name}`,
        place: '',
        message: 'belongs to no domain listed in catalogue.yaml',
        remedy: 'Add the domain to `domains` in catalogue.yaml, correct the file’s name, or remove the file.',
        why: { code: 'domain-unlisted', values: { value: name.replace(/\.ya?ml$/, '') } },
      })),
  );
}
