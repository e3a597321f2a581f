import type { Request, Response, Server } from 'restify';
import { csvOf } from '#documents/tables/csv-of.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { dayOf } from '#domain/consultation/local-day.ts';
import type { Proposal } from '#domain/proposal/proposal.ts';
import { type ConsultationPages, knownConsultation } from '#web/http/pages/known-consultation.ts';
import { askedLanguage } from '#web/http/pages/page-language.ts';
import { serveGet } from '#web/http/serve-get.ts';

export interface PublicProposals extends ConsultationPages {
  /** Everything that was proposed in a consultation. */
  readonly proposalsOf: (consultation: Consultation) => Promise<readonly Proposal[]>;
}

/**
 * `GET /c/{code}/propositions.csv`: what was decided of each trajectory that people proposed, for anyone. The words of what was
 * refused or waits are not in it, nor anything of whoever proposed.
 */
export function mountProposals(server: Server, options: PublicProposals): void {
  serveGet(server, '/c/:code/propositions.csv', async (req: Request, res: Response) => {
    const asked = askedLanguage(req, options.languages);
    const found = await knownConsultation(options, req, res, String(req.params.code), asked);
    if (found === undefined) return;
    const { consultation, language } = found;
    const say = options.say(language);
    const decided = (await options.proposalsOf(consultation))
      .flatMap((one) => (one.state === 'waiting' ? [] : [one]))
      .toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1));
    const bytes = csvOf({
      head: (['title', 'state', 'reason', 'day'] as const).map((key) => say(`proposal.log.${key}`)),
      rows: decided.map((one) => [
        one.state === 'accepted' ? one.title : '',
        say(`proposal.state.${one.state}`),
        one.reason ?? '',
        dayOf(one.decidedAt, consultation.timeZone),
      ]),
      language,
    });
    res.sendRaw(200, Buffer.from(bytes), {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${consultation.id}-propositions.csv"`,
      'Content-Language': language,
      'Cache-Control': 'no-store',
    });
  });
}
