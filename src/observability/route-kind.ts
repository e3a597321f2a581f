/** The kinds of routes that answers are counted by: a number that does not grow with consultations, nor with what strangers try. */
export type RouteKind =
  | 'chat'
  | 'direct-line'
  | 'messages'
  | 'space'
  | 'api'
  | 'results'
  | 'room'
  | 'catalogue'
  | 'assets'
  | 'health'
  | 'pages'
  | 'none';

/** The kind of a route as it was mounted (`/c/:code/resultats`); `none` for an address that leads nowhere. */
export function routeKind(route: string): RouteKind {
  return kinds.find(([begins]) => begins.test(route))?.[1] ?? (route.startsWith('/') ? 'pages' : 'none');
}

/** The first that fits counts. */
const kinds: readonly (readonly [RegExp, RouteKind])[] = [
  [/^\/(healthz|readyz)/, 'health'],
  [/^\/v3\//, 'direct-line'],
  [/^\/api\/messages/, 'messages'],
  [/^\/api\/my-/, 'pages'],
  [/^\/api(\/|$)/, 'api'],
  [/^\/animation(\/|$)/, 'space'],
  [/^\/catalogue(\/|$)/, 'catalogue'],
  [/^\/(assets|worker\.js|integration\.js)/, 'assets'],
  [/^\/c\/:code\/direct/, 'room'],
  [/^\/c\/:code\/(resultats|results|propositions)/, 'results'],
  [/^\/(c\/:code(\/facilitator)?|facilitator)?$/, 'chat'],
];
