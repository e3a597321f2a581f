import { type Language, primary } from '#domain/catalogue/language.ts';
import { type Html, html, joined } from './html.ts';

interface Shared {
  readonly type: 'website' | 'article';
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  /** Other properties, by name. */
  readonly more: Readonly<Record<string, string>>;
}

/** What is shown of a page where its address is shared (Open Graph). */
export function openGraph({ type, title, description, language, more }: Shared): Html {
  const told = {
    'og:type': type,
    'og:title': title,
    'og:description': description,
    'og:locale': regions[primary(language)] ?? language,
    ...more,
  };
  return html`<meta name="description" content="${description}">
${joined(
  Object.entries(told).map(([name, value]) => html`<meta property="${name}" content="${value}">`),
  '\n',
)}`;
}

const regions: Readonly<Record<string, string>> = { fr: 'fr_FR', en: 'en_GB' };
