import type { DomainId } from '#domain/catalogue/domains.ts';

/** What draws a domain: strokes on a sheet of 24 by 24, simple enough to be told apart at that size, in grey and in both themes. */
export const domainStrokes: Readonly<Record<DomainId, string>> = {
  // A house and a taller block.
  buildings: 'M3 21V11l5-4 5 4v10M13 21V4h8v17M2 21h20M7 21v-5h2v5M16.5 8h1M16.5 12h1M16.5 16h1',
  // A bus.
  mobility: 'M4 17V6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v11zM4 11h16M7 17v3M17 17v3M7.5 14h.5M16 14h.5',
  // A basket.
  commerce: 'M3 10h18l-2 10H5zM8 10l3-6M16 10l-3-6M9 13.5v3M12 13.5v3M15 13.5v3',
  // A heart and its beat.
  health:
    'M12 20S3.5 15 3.5 9A4.5 4.5 0 0 1 12 6.8 4.5 4.5 0 0 1 20.5 9c0 6-8.5 11-8.5 11zM7 11.5h3l1.5-2.5 2 5 1.2-2.5H17',
  // An open book.
  learning:
    'M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2zM12 6.5v14M6 8.5c1.2.1 2.2.3 3 .6M18 8.5c-1.2.1-2.2.3-3 .6',
  // A workshop with its roof in steps.
  production: 'M3 21V9l6 4V9l6 4V9l6 4v8zM2 21h20M7 17h2M11.5 17h1.5M16 17h1.5',
};

/** The icon of a domain as a drawing in the colour of the text around it; it says nothing that its title does not. */
export const domainIcon = (id: DomainId): string => drawing(id, 'currentColor', ' class="domain-icon"');

/** The same as an address, for cards: in a tone that stands out on a light and on a dark ground. */
export function domainIconAddress(id: DomainId): string {
  return `data:image/svg+xml,${encodeURIComponent(drawing(id, onBoth, ' xmlns="http://www.w3.org/2000/svg"'))}`;
}

/** At least 3 to 1 on white and on the dark ground of the pages. */
const onBoth = '#2b8a80';

const drawing = (id: DomainId, colour: string, attributes: string): string =>
  `<svg${attributes} viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${domainStrokes[id]}"/></svg>`;
