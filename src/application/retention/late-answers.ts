import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Change } from '#store/store.ts';
import type { Application } from '../parts.ts';
import { isPeoples } from './erase-people.ts';

/** How far the clocks of two servers may stand apart, in milliseconds. */
const apart = 60_000;

/**
 * Hears of every change, and asks for the erasure of what somebody's turn saved though it was over. Which consultations are erased is
 * held in memory: each is loaded once at most, for a person's change must cost no question of the store. `erase` may be asked in vain.
 */
export function lateAnswers(
  { store, now }: Pick<Application, 'store' | 'now'>,
  erase: (consultation: string) => void,
): (change: Change) => void {
  /** Whether the erasure of each is over. */
  const over = new Map<string, Promise<boolean>>();
  /** When something of its people was last saved, as far as this node was told. */
  const touched = new Map<string, number>();
  const isOver = (code: string): Promise<boolean> => {
    const known = over.get(code);
    if (known !== undefined) return known;
    const asked = store.load('consultation', code).then(isErased);
    over.set(code, asked);
    // The next change asks again.
    asked.catch(() => over.get(code) === asked && over.delete(code));
    return asked;
  };
  const hear = (its: Consultation) => {
    over.set(its.id, Promise.resolve(isErased(its)));
    // Another node may tell of its end later than of what was saved meanwhile.
    const last = touched.get(its.id);
    if (!isErased(its) || last === undefined) return;
    touched.delete(its.id);
    if (last >= Date.parse(its.erasure?.beganAt ?? '') - apart) erase(its.id);
  };
  return ({ kind, id, record }) => {
    if (kind === 'consultation') {
      if (record === undefined) over.delete(id);
      else hear(record);
    } else if (record !== undefined && isPeoples(kind) && 'consultation' in record) {
      const { consultation: code } = record;
      if (code === undefined) return;
      touched.set(code, Date.parse(now()));
      isOver(code).then(
        // It may have been heard of while it was loaded.
        async () => (await isOver(code)) && erase(code),
        () => {},
      );
    }
  };
}

const isErased = (its: Consultation | undefined): boolean => its?.erasure?.doneAt !== undefined;
