import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** Room for the endings below the 255 bytes that file systems allow. */
const longest = 240;

/**
 * The file name of an id, without its ending: lower case, figures and dashes stand for themselves, every other byte
 * is `_` and two figures, so that names never differ by case alone. Throws RangeError when the id is no text or too long.
 */
export function nameOf(id: string): string {
  if (!id.isWellFormed()) throw new RangeError('An id must be well-formed text.');
  const name = id.replace(/[^a-z0-9-]/gu, escaped);
  if (name === '' || name.length > longest)
    throw new RangeError('An id must be short enough for a file name.');
  return name;
}

/** The id behind a file name; undefined for a name that `nameOf` never gives. */
export function idOf(name: string): string | undefined {
  const plain = name.replace(/(?:_[0-9a-f]{2})+/g, (run) =>
    Buffer.from(run.replaceAll('_', ''), 'hex').toString(),
  );
  return plain !== '' && plain.length <= longest && nameOf(plain) === name ? plain : undefined;
}

/** The folder among 256 in which an id's document stands. */
export function shardOf(id: string): string {
  return (crc32(id) & 0xff).toString(16).padStart(2, '0');
}

/** Where the document of an id stands in the folder of its kind. */
export function placeIn(folder: string, id: string): string {
  return join(folder, shardOf(id), `${nameOf(id)}.json`);
}

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  // Most by far: capitals and underscores.
  if (code < 128) return `_${code.toString(16).padStart(2, '0')}`;
  return [...Buffer.from(character)].map((byte) => `_${byte.toString(16).padStart(2, '0')}`).join('');
}
