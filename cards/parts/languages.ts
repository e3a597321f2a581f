import type { LanguagePack } from '#domain/catalogue/language.ts';
import { proposedBeside, spokenIn } from '#domain/consultation/content/spoken-in.ts';
import type { View } from '../view.ts';
import { beside } from './actions.ts';
import type { Action } from './elements.ts';

/** The languages in which people may go on from here, the one at hand aside. */
export const otherLanguages = ({ catalogue, consultation, language }: View): readonly LanguagePack[] =>
  spokenIn(catalogue, consultation).filter((one) => one.language !== language);

/** To go on from the very beginning in another language, where one is proposed there. */
export const speakBeside = (view: View): readonly Action[] =>
  proposedBeside(spokenIn(view.catalogue, view.consultation), view.language).map((one) => speakIn(view, one));

/** To go on in another language, by its own name. */
export const speakIn = (view: View, { name, language }: LanguagePack): Action =>
  beside(view, name, { act: 'language', language });
