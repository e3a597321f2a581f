import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'plain';

/** Some content in each encoding that we speak. */
export type Compressed = Readonly<Record<Encoding, Buffer>>;

/** As small as can be: for what is made once and sent many times. */
export async function compressedOnce(plain: Buffer): Promise<Compressed> {
  const [gzipped, br] = await Promise.all([
    promisify(gzip)(plain, { level: 9 }),
    promisify(brotliCompress)(plain, quality(plain, 11)),
  ]);
  return { plain, gzip: gzipped, br };
}

/** What is made for one answer, quickly. */
export const compressedNow = (plain: Buffer, encoding: Exclude<Encoding, 'plain'>): Buffer =>
  encoding === 'gzip' ? gzipSync(plain, { level: 5 }) : brotliCompressSync(plain, quality(plain, 5));

const quality = ({ length }: Buffer, level: number) => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: level, [constants.BROTLI_PARAM_SIZE_HINT]: length },
});

/** The best of ours that is accepted; `q=0` refuses one (RFC 9110). */
export function chosenEncoding(accepted: string): Encoding {
  const offers = accepted.split(',').map((offer) => offer.trim().toLowerCase());
  const takes = (name: string) =>
    offers.some((offer) => offer.split(';')[0]?.trim() === name && !/;\s*q=0(\.0*)?$/.test(offer));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'plain';
}
