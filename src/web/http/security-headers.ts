/** The headers that every answer carries; pages and data need nothing from elsewhere. */
export const securityHeaders = (
  frameAncestors: readonly string[],
): readonly (readonly [string, string])[] => [
  ['Content-Security-Policy', contentPolicy(frameAncestors)],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
];

/** What a page may load, and which sites may show it in a frame: `self`, `none` or origins. */
export function contentPolicy(frameAncestors: readonly string[]): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    // Some browsers do not count a WebSocket of the same origin as 'self'.
    "connect-src 'self' ws: wss:",
    // Cards carry their pictures within them.
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors(frameAncestors)}`,
  ].join('; ');
}

/** Nobody is somebody as soon as there is another, and no source ends the list. */
function ancestors(sources: readonly string[]): string {
  const all = sources.map(quoted).filter((source) => /^[^\s;,]+$/.test(source));
  const named = all.filter((source) => source !== "'none'");
  return named.length === 0 ? "'none'" : named.join(' ');
}

const quoted = (source: string) => (source === 'self' || source === 'none' ? `'${source}'` : source);
