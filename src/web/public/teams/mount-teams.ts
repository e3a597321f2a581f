import type { Request, Response, Server } from 'restify';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import {
  type ConsultationPages,
  knownConsultation,
  pageHeaders,
} from '#web/http/pages/known-consultation.ts';
import { askedLanguage, wantedLanguage } from '#web/http/pages/page-language.ts';
import { contentPolicy, type PageSetting } from '#web/http/security-headers.ts';
import { serveGet } from '#web/http/serve-get.ts';
import type { Wording } from '#wording/wording.ts';
import type { ShownGroup } from '../results/group-page.ts';
import { setUpPage } from './set-up-page.ts';
import { tabPage } from './tab-page.ts';
import { teamsHosts } from './teams-hosts.ts';

interface TeamsPages extends ConsultationPages {
  readonly setting: PageSetting;
  readonly assets: Promise<Pick<Assets, 'addresses'>>;
  readonly wordingOf: (consultation: Consultation, language: string) => Wording;
  /** Where people reach the program, without a final slash. */
  readonly address: () => string;
  readonly now: () => string;
  readonly tookIn: (consultation: Consultation) => Promise<number>;
  /** What anyone may read of the group. */
  readonly results: (consultation: Consultation) => Promise<ShownGroup>;
}

/**
 * The pages that Teams shows within itself: `GET /teams/onglet`, where a consultation is chosen, and `GET /teams/c/{code}`, its tab
 * in a channel or a chat, its side panel and its stage in a meeting. No other site may show them in a frame.
 */
export function mountTeams(server: Server, options: TeamsPages): void {
  const { languages, say, setting } = options;
  const { frameAncestors } = setting;
  const hosts = { ...setting, frameAncestors: [...frameAncestors, ...teamsHosts] };
  const headers = { ...pageHeaders, 'Content-Security-Policy': contentPolicy(hosts) };
  serveGet(server, '/teams/onglet', async (req: Request, res: Response) => {
    const { addresses } = await options.assets;
    const language = wantedLanguage(req, languages);
    const page = setUpPage({ say: say(language), language, languages, addresses, frameAncestors });
    res.sendRaw(200, page, headers);
  });
  serveGet(server, '/teams/c/:code', async (req: Request, res: Response) => {
    const found = await knownConsultation(
      options,
      req,
      res,
      String(req.params.code),
      askedLanguage(req, languages),
    );
    if (found === undefined) return;
    const { consultation, language } = found;
    const page = tabPage({
      wording: options.wordingOf(consultation, language),
      now: options.now(),
      took: await options.tookIn(consultation),
      shown: await options.results(consultation),
      chat: `${options.address()}/c/${consultation.id}`,
      addresses: (await options.assets).addresses,
      languages: found.languages,
      frameAncestors,
    });
    res.sendRaw(200, page, headers);
  });
}
