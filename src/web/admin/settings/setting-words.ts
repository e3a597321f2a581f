import { textIn } from '#domain/catalogue/text-in.ts';
import { settingLabel, settingText } from '#wording/settings/setting-in-words.ts';
import type { StepParts } from './step.ts';

/** Settings as whoever chooses between two knows them. */
export function settingWords({ visit, catalogue }: StepParts) {
  const speech = { ...visit, text: textIn(catalogue, visit.language) };
  return {
    labelOf: (name: string) => settingLabel(name, speech),
    shown: (name: string, text: string) => settingText(name, text, speech),
  };
}
