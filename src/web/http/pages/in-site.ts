/**
 * Puts the addresses of the site in some markup, written from its root (`href="/c/…"`), under the path at which the site is
 * served. Markup is made by `html`, in which no value and no data can hold a quotation mark of an attribute.
 */
export const inSite = (markup: string, base: string): string =>
  base === '' ? markup : markup.replace(inAttribute, `$1${base}`);

const inAttribute = /(\s(?:href|src|action|formaction|data-stream)=")(?=\/(?!\/))/g;
