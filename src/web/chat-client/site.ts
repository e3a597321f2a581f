/** The root of the site that this page belongs to: its script stands one folder below. */
export const site = new URL('..', import.meta.url);
