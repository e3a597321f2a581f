import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The weights of Source Sans 3 (SIL Open Font License) that papers are set in. */
export const fontNames = ['regular', 'strong', 'bold', 'italic'] as const;
export type FontName = (typeof fontNames)[number];

export const fontFamily = 'Source Sans 3';

const require = createRequire(import.meta.url);

/** Where each weight stands on the disk. */
export const fontFiles: Readonly<Record<FontName, string>> = {
  regular: require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
  strong: require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
  bold: require.resolve('@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf'),
  italic: require.resolve(
    '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  ),
};

const read = new Map<FontName, Buffer>();

/** A weight as TrueType bytes, read from the disk once. */
export function font(name: FontName): Buffer {
  const known = read.get(name);
  if (known !== undefined) return known;
  const bytes = readFileSync(fontFiles[name]);
  read.set(name, bytes);
  return bytes;
}
