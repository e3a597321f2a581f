import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readBill } from './sbom/bill.ts';
import { sortByLicence } from './sbom/licences.ts';

/**
 * `npm run sbom`: writes what the program is made of beside it, as CycloneDX reads it (sbom.cdx.json), and prints who stands under
 * which licence. Exit: 0, or 1 when a package bears a licence that nobody has looked at.
 */
function sbom(): number {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const bill = readBill(root);
  writeFileSync(`${root}sbom.cdx.json`, `${JSON.stringify(bill, undefined, 2)}\n`);
  const { byLicence, strange } = sortByLicence(bill);
  console.log(`sbom.cdx.json: ${bill.components.length} packages`);
  for (const [licence, packages] of byLicence) {
    const few = packages.length <= 6 ? `  ${packages.join(', ')}` : '';
    console.log(`${String(packages.length).padStart(5)}  ${licence}${few}`);
  }
  if (strange.length === 0) return 0;
  console.error(
    `Licences that nobody has looked at: ${strange.join(', ')}\n  → read them, then name them in src/tools/sbom/licences.ts or do without the package.`,
  );
  return 1;
}

process.exitCode = sbom();
