import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { BillOfMaterials, readBill } from '#src/tools/sbom/bill.ts';
import { sortByLicence } from '#src/tools/sbom/licences.ts';

const bill = (licenses: unknown) =>
  BillOfMaterials.parse({
    components: [{ 'bom-ref': 'one@1.0.0', name: 'one', version: '1.0.0', licenses }],
    dependencies: [],
  });

test.each([
  ['an id', [{ license: { id: 'MIT' } }], 'MIT', []],
  ['a name', [{ license: { name: 'Proprietary' } }], 'Proprietary', ['one@1.0.0 (Proprietary)']],
  ['an expression', [{ expression: 'MIT AND OFL-1.1' }], 'MIT AND OFL-1.1', []],
  ['nothing', [], 'none', ['one@1.0.0 (none)']],
  ['one that binds', [{ license: { id: 'AGPL-3.0-only' } }], 'AGPL-3.0-only', ['one@1.0.0 (AGPL-3.0-only)']],
])('a licence said by %s', (_, licenses, licence, strange) => {
  const found = sortByLicence(bill(licenses));
  expect([...found.byLicence]).toEqual([[licence, ['one@1.0.0']]]);
  expect(found.strange).toEqual(strange);
});

test('every package that the program runs on bears a licence that was looked at', () => {
  const installed = readBill('.');
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(installed.components.map(({ name }) => name)).toEqual(
    expect.arrayContaining(Object.keys(dependencies)),
  );
  expect(sortByLicence(installed).strange).toEqual([]);
});
