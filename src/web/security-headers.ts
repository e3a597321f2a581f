/** The headers that every answer carries; pages and data need nothing from elsewhere. */
export function securityHeaders(frameAncestors: readonly string[]): readonly (readonly [string, string])[] {
  const policy = [
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
    `frame-ancestors ${frameAncestors.map(quoted).join(' ')}`,
  ];
  return [
    ['Content-Security-Policy', policy.join('; ')],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
  ];
}

const quoted = (source: string) => (source === 'self' || source === 'none' ? `'${source}'` : source);
