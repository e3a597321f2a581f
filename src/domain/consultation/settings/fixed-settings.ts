import { type Consultation, stageOf } from '../consultation.ts';
import { draftSettings } from './settings.ts';

type Fixed = (typeof draftSettings)[number] | 'paper';

/**
 * What may not change any more. The first day may until it has come: nobody could answer yet. How paper sheets are counted may until
 * there is one: two results, with and without them, would tell what a few people said.
 */
export function fixedSettings(its: Consultation, now: string): readonly Fixed[] {
  if (its.draft) return [];
  const isToCome = stageOf(its, now) === 'early';
  const fixed = draftSettings.filter((name) => !(name === 'opens' && isToCome));
  return its.paperSince === undefined ? fixed : [...fixed, 'paper'];
}
