import { StoreUnavailable } from '#store/store.ts';
import type { Call } from './watched-disk.ts';

/** Whether a call is about the journal. */
export const isJournal = ({ path }: Call): boolean => path.includes('journal');

/** An error as the system gives it. */
export function failing(code: string): Error {
  return Object.assign(new Error(`${code}: as a test wants it`), { code });
}

/** What a save is refused with. */
export async function refusal(saving: Promise<unknown>): Promise<StoreUnavailable> {
  const error = await saving.then(
    () => 'nothing was refused',
    (reason: unknown) => reason,
  );
  if (!(error instanceof StoreUnavailable)) throw error;
  if (error.remedy === '') throw new Error('A refusal without a remedy', { cause: error });
  return error;
}
