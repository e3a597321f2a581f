import type { View } from '../view.ts';

/** The consultation's own words in the language at hand, or in its first. */
export function about({ consultation, language }: View) {
  const { title, territory, controller } = consultation;
  const spoken = (texts: Readonly<Record<string, string>>) =>
    texts[language] ?? texts[consultation.language] ?? Object.values(texts)[0] ?? '';
  return { title: spoken(title), territory: spoken(territory), controller: spoken(controller.name) };
}
