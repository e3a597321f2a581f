/** A language the interface speaks: the name of a folder of text (`fr`, `en`). French comes first. */
export type Language = string;

export const defaultLanguage: Language = 'fr';
