/** Where and how pages are shown. */
export interface PageSetting {
  /** Which sites may show a page in a frame: `self`, `none` or origins. */
  readonly frameAncestors: readonly string[];
  /** Where people reach the program; absent: as their requests say. */
  readonly publicUrl?: string;
}

/**
 * The headers that every answer carries, after the list of OWASP's Secure Headers Project; pages and data need nothing
 * from elsewhere. Of that list these are left out: `X-Frame-Options`, which knows no list of sites and is what
 * `frame-ancestors` replaces; `Cross-Origin-Embedder-Policy`, which guards powers that no page here asks for;
 * `X-Permitted-Cross-Domain-Policies`, which speaks to players that no browser has any more, in each of the answers that make up a
 * page; and `Clear-Site-Data` on leaving, which would take the conversation of a participant in the same browser with it.
 */
export const securityHeaders = (setting: PageSetting): readonly (readonly [string, string])[] => [
  ['Content-Security-Policy', contentPolicy(setting)],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  // A page that opened one of ours, or was opened by it, has no hold on it. Frames are not concerned.
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', permissions],
  // For a year; not for other hosts under the same name, which are not ours to speak for.
  ...(setting.publicUrl?.startsWith('https:')
    ? [['Strict-Transport-Security', 'max-age=31536000'] as const]
    : []),
];

/** In the place of the policy above, for the one script that pages of other sites ask for. */
export const forOtherSites = { 'Cross-Origin-Resource-Policy': 'cross-origin' } as const;

/** The projection screen fills a screen, the facilitator's space copies links; nothing else is asked of a device. */
const permissions = [
  ...['fullscreen=(self)', 'clipboard-write=(self)'],
  ...['accelerometer=()', 'autoplay=()', 'camera=()', 'clipboard-read=()', 'display-capture=()'],
  ...[
    'encrypted-media=()',
    'geolocation=()',
    'gyroscope=()',
    'hid=()',
    'idle-detection=()',
    'magnetometer=()',
  ],
  ...['microphone=()', 'midi=()', 'payment=()', 'picture-in-picture=()', 'publickey-credentials-get=()'],
  ...['screen-wake-lock=()', 'serial=()', 'usb=()', 'xr-spatial-tracking=()'],
].join(', ');

/** What stands in a page itself, by its hash. */
interface InPage {
  readonly script: string;
  readonly style: string;
}

/** What a page may load, and which sites may show it in a frame. */
export function contentPolicy({ frameAncestors, publicUrl }: PageSetting, inPage?: InPage): string {
  // The page may be reached by another name than the one its socket is told by; and some older browsers do not count a
  // WebSocket of the same origin as 'self'.
  const sockets = publicUrl === undefined ? [] : [new URL(publicUrl).origin.replace(/^http/, 'ws')];
  return [
    "default-src 'self'",
    ["script-src 'self'", inPage?.script].join(' ').trim(),
    ["style-src 'self'", inPage?.style].join(' ').trim(),
    `connect-src ${["'self'", ...sockets].join(' ')}`,
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
