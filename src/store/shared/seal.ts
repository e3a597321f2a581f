import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const keyOf = (name: string): Uint8Array => new Uint8Array(hkdfSync('sha256', name, '', 'sealed text', 32));

/** A text that only whoever knows its name can read (AES-256-GCM), as base64. */
export function sealed(text: string, name: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(name), nonce);
  const bytes = [cipher.update(text, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...bytes]).toString('base64');
}

/** The text; nothing when what was kept is cut, or none of ours. */
export function opened(kept: string, name: string): string | undefined {
  try {
    const bytes = Buffer.from(kept, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', keyOf(name), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
