import { open } from 'node:fs/promises';
import { errorCode, refuseNoFile } from '../disk.ts';

/** The first bytes of a document, in which its cursor stands; undefined when it is gone, none when it cannot be read. */
export async function headOf(path: string): Promise<string | undefined> {
  try {
    await refuseNoFile(path);
    const file = await open(path, 'r');
    const { buffer, bytesRead } = await file.read(Buffer.alloc(48), 0, 48, 0).finally(() => file.close());
    return buffer.toString('latin1', 0, bytesRead);
  } catch (error) {
    // Whoever reads it is told why it cannot be.
    return errorCode(error) === 'ENOENT' ? undefined : '';
  }
}
