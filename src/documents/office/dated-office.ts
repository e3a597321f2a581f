import { unzipSync, type Zippable, zipSync } from 'fflate';
import { regional } from './regional.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();
const core = 'docProps/core.xml';

/** An office document as made at `at`: the same result gives the same bytes. Its properties say its language too. */
export function datedOffice(
  document: Uint8Array,
  { at, language }: { readonly at: string; readonly language: string },
): Uint8Array {
  const instant = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  const files = Object.entries(unzipSync(document)).map(([name, bytes]): [string, Zippable[string]] => [
    name,
    [name === core ? encoder.encode(told(decoder.decode(bytes), instant, language)) : bytes, { mtime: at }],
  ]);
  return zipSync(Object.fromEntries(files), { level: 6 });
}

function told(properties: string, instant: string, language: string): string {
  return properties
    .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${instant}`)
    .replace('</cp:coreProperties>', `<dc:language>${regional(language)}</dc:language></cp:coreProperties>`);
}
