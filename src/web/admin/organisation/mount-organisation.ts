import type { Request, Response, Server } from 'restify';
import { defaultRate } from '#web/http/rate.ts';
import { note } from '#web/http/request-log.ts';
import type { Admin } from '../admin.ts';
import { resumePath, type WayBack } from '../kept/way-back.ts';
import type { AdminOptions } from '../options.ts';
import type { AdminSessions } from '../session.ts';
import { derivedKey } from './derived-key.ts';
import { createLoginStates } from './login-state.ts';
import { type Obstacle, obstacle, obstacleAddress, wayBack } from './obstacle.ts';
import type { Organisation } from './organisation.ts';
import { createProvider } from './provider.ts';
import { createWelcome } from './welcome.ts';

interface OrganisationParts
  extends Pick<AdminOptions, 'application' | 'key' | 'publicUrl' | 'log' | 'addressOf' | 'limit'> {
  readonly organisation: Organisation;
  readonly sessions: AdminSessions;
  readonly wayBack: Pick<WayBack, 'formOf'>;
}

/**
 * Returns with nothing of ours that an address may make at once, and each second from then on; and returns of one passage,
 * each of which asks the provider. Whoever comes back with a passage of their own waits for nobody else's tries.
 */
const rates = {
  stray: { burst: 40, perSecond: 0.4 },
  passage: { burst: 5, perSecond: 1 / 60 },
} as const;

const start = '/animation/organisation';
const end = `${start}/retour`;

/**
 * The way in by an organisation's accounts: `/animation/organisation` sends people there, `…/retour` takes them back,
 * and both only ever send on; `…/obstacle` tells in words what came between.
 */
export function mountOrganisation(server: Server, admin: Admin, parts: OrganisationParts): void {
  const { organisation, sessions, publicUrl, log, addressOf } = parts;
  const provider = createProvider(organisation, () => new URL(`${publicUrl()}${end}`).href);
  const isSecure = () => publicUrl().startsWith('https:');
  const loginStates = createLoginStates(derivedKey(parts.key, 'passage'), isSecure, Date.now);
  const waits = {
    start: parts.limit('organisation start', defaultRate),
    stray: parts.limit('organisation stray', rates.stray),
    passage: parts.limit('organisation passage', rates.passage),
  };
  const welcome = createWelcome(parts);

  server.get(start, async (request: Request, response: Response) => {
    const query = new URLSearchParams(request.getQuery());
    const back = wayBack(query);
    if ((await waits.start(addressOf(request))) > 0) return on(response, obstacleAddress('too-often', back));
    const sent = await provider.send(query.get('compte') === 'autre');
    if (sent.outcome === 'down') {
      note(request, warning("the organisation's accounts cannot be reached", sent.why), log);
      return on(response, obstacleAddress('down', back));
    }
    on(response, sent.address, loginStates.begin({ ...sent.secrets, back }));
  });

  server.get(end, async (request: Request, response: Response) => {
    const loginState = loginStates.read(request.headers.cookie);
    const stop = (cause: Obstacle) =>
      on(response, obstacleAddress(cause, loginState?.back ?? '/animation'), loginStates.end);
    if (loginState === undefined)
      return stop((await waits.stray(addressOf(request))) > 0 ? 'too-often' : 'expired');
    if ((await waits.passage(loginState.state)) > 0) return stop('too-often');
    const who = await welcome(await provider.receive(request.getQuery(), loginState), (why) =>
      note(request, warning("an entry by the organisation's accounts did not succeed", why), log),
    );
    if (typeof who === 'string') return stop(who);
    const isWritten = (await parts.wayBack.formOf(request.headers.cookie, who)) !== undefined;
    const to = isWritten ? `/animation${resumePath}` : loginState.back;
    on(response, to, loginStates.end, sessions.begin(who.id));
  });

  admin.open('/organisation/obstacle', async (visit) => obstacle(visit, organisation.name));
}

function on(response: Response, address: string, ...cookies: readonly string[]): void {
  for (const cookie of cookies) response.appendHeader('Set-Cookie', cookie);
  response.sendRaw(303, '', { Location: address, 'Cache-Control': 'no-store' });
}

const warning = (message: string, why: string) => ({ level: 'warn', message, fields: { why } }) as const;
