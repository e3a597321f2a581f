import { execFileSync } from 'node:child_process';
import { z } from 'zod';

/** As much of a CycloneDX 1.5 bill of materials as is looked at here, the rest kept as it comes; a licence is an SPDX id, a name or an expression. */
export const BillOfMaterials = z.looseObject({
  components: z.array(
    z.looseObject({
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      properties: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
      licenses: z
        .array(
          z.union([
            z.object({ expression: z.string() }),
            z.object({ license: z.union([z.object({ id: z.string() }), z.object({ name: z.string() })]) }),
          ]),
        )
        .default([]),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
export type BillOfMaterials = z.infer<typeof BillOfMaterials>;

/**
 * What is installed in a folder and runs there, by npm; what only builds and tests is left out here, since `--omit dev` also leaves
 * out what a tool asks for beside the program.
 */
export function readBill(folder: string): BillOfMaterials {
  const text = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  const { components, dependencies, ...bill } = BillOfMaterials.parse(JSON.parse(text));
  const tools = new Set(components.filter(isTool).map((one) => one['bom-ref']));
  return {
    ...bill,
    components: components.filter((one) => !isTool(one)),
    dependencies: dependencies
      .filter(({ ref }) => !tools.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => !tools.has(one)) })),
  };
}

const isTool = ({ properties }: BillOfMaterials['components'][number]): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
