import { fold } from '../conversation/fold.ts';
import type { Consultation } from './consultation.ts';

/** Whether two consultations are about the same territory: they call it the same in one language, accents and capitals apart. */
export const isSameTerritory = (
  { territory: one }: Pick<Consultation, 'territory'>,
  { territory: other }: Pick<Consultation, 'territory'>,
): boolean =>
  Object.entries(one).some(([language, name]) => {
    const theirs = other[language];
    const plain = fold(name);
    return theirs !== undefined && plain !== '' && plain === fold(theirs);
  });
