import type { Request, Response, Server } from 'restify';
import type { Assistant } from '#channels/assistant.ts';
import { finishedDomains } from '#dialogs/place/progress.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { ownPlace } from '#scenario/own-place.ts';
import { besideGroup, personalScenario } from '#scenario/personal.ts';
import { shownToPerson } from '#scenario/release/shown-to.ts';
import type { Store } from '#store/store.ts';
import type { Assets } from '#web/http/pages/assets.ts';
import { serveGet } from '#web/http/serve-get.ts';
import { wordingOf } from '#wording/wording.ts';
import type { Expired } from './expired.ts';
import { download } from './my-data.ts';
import type { PersonalPaper } from './personal-paper.ts';
import { personalSheet } from './personal-sheet.ts';
import { personalText } from './personal-text.ts';

export interface MyScenarioOptions {
  /** What a link's token leads to, in a language; nothing when it is forged or past its time. */
  readonly myScenario: (token: string, language: string) => Promise<PersonalPaper | undefined>;
  /** How a link that leads nowhere is answered. */
  readonly expired: Expired;
  readonly assets: Promise<Assets>;
}

/**
 * `GET /api/my-scenario?t=…&lang=…`: a person's scenario as a page to print; with `format=text`, as words
 * to keep; with `format=json`, as data.
 */
export function mountMyScenario(server: Server, { myScenario, expired, assets }: MyScenarioOptions): void {
  serveGet(server, '/api/my-scenario', async (request: Request, response: Response) => {
    const query = new URLSearchParams(request.getQuery());
    const found = await myScenario(query.get('t') ?? '', query.get('lang') ?? '');
    if (found === undefined) return expired(request, response);
    const { scenario, beside, place, at, wording } = found;
    if (query.get('format') === 'json') {
      const { id } = wording.consultation;
      const body = { consultation: id, at, ...scenario, group: beside, place };
      return download(response, { filename: `scenario-${id}.json`, body });
    }
    if (query.get('format') === 'text') return downloadText(response, found);
    const inFormat = (format: string) =>
      `/api/my-scenario?${new URLSearchParams([...query, ['format', format]])}`;
    const { addresses } = await assets;
    const page = personalSheet({
      ...found,
      addresses: { ...addresses, style: addresses.resultsStyle },
      data: inFormat('json'),
      words: inFormat('text'),
    });
    response.sendRaw(200, page, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  });
}

function downloadText(response: Response, paper: PersonalPaper): void {
  response.sendRaw(200, personalText(paper), {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Disposition': `attachment; filename="scenario-${paper.wording.consultation.id}.txt"`,
    'Cache-Control': 'no-store',
  });
}

interface ScenarioParts {
  readonly assistant: Pick<Assistant, 'application' | 'dataLinks' | 'tallies'>;
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Pick<Phrases, 'languages' | 'say'>;
}

/** Composes the scenario of the person a link speaks for, in the language it asks for or else theirs. */
export function createMyScenario({
  assistant,
  store,
  catalogues,
  phrases,
}: ScenarioParts): MyScenarioOptions['myScenario'] {
  const { dataLinks, tallies: groups } = assistant;
  return async (token, asked) => {
    const id = token === '' ? undefined : dataLinks.read(token);
    const person = id === undefined ? undefined : await store.load('participant', id);
    const consultation = person && (await store.load('consultation', person.consultation));
    if (person === undefined || consultation === undefined) return undefined;
    const at = assistant.application.now();
    const catalogue = catalogues.of(consultation);
    const scenario = personalScenario(person, catalogue);
    const finished = finishedDomains(person, { catalogue, consultation });
    const group = shownToPerson(await groups.view(consultation, at), consultation, finished, at);
    const released = group.state === 'released' ? group : undefined;
    const beside = besideGroup(scenario, group);
    const language = phrases.languages.find((one) => one === asked) ?? person.language;
    return {
      scenario,
      beside,
      place: released && ownPlace(person.ballots, released.scenario),
      kind: released?.kind ?? 'final',
      at,
      wording: wordingOf({ consultation, language }, { catalogues, phrases }),
    };
  };
}
