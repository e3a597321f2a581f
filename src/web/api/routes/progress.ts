import { z } from 'zod';
import { remindHalfway } from '#application/participation/remind-halfway.ts';
import { qrSvg } from '#documents/print/qr.ts';
import { ParticipationView } from '#domain/results/participation-view.ts';
import { invitationMessage } from '#wording/letters/invitation-message.ts';
import { answeredWith } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { refused } from '../problem.ts';
import { bare, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

const Invitation = z.strictObject({
  address: z.url(),
  qr: z.string().describe('The address as a QR code, in SVG.'),
  texts: z
    .record(z.string(), z.strictObject({ subject: z.string(), mail: z.string(), short: z.string() }))
    .describe('What invites in writing, by language.'),
});

const one = '/api/consultations/{code}';

/** How a consultation goes: inviting, following, reminding. */
export function progressRoutes(parts: ApiParts): readonly Route[] {
  const { store, application, assistant, catalogues, phrases, viewOf, publicUrl } = parts;
  return [
    route({
      ...bare,
      method: 'get',
      path: `${one}/invitation`,
      scopes: ['consultations:read'],
      params: Code,
      answers: { 200: Invitation },
      run: ({ params, actor, say, now }) =>
        withConsultation(store, { params, actor }, async (its) => {
          const address = `${publicUrl()}/c/${its.id}`;
          const spoken = catalogues
            .of(its)
            .languages.filter((language) => phrases.languages.includes(language));
          return answeredWith({
            address,
            qr: qrSvg(address, { label: say('api.code', { address }) }).svg,
            texts: Object.fromEntries(
              spoken.map((language) => [language, invitationMessage(viewOf(its, language), address, now)]),
            ),
          });
        }),
    }),
    route({
      ...bare,
      method: 'get',
      path: `${one}/following`,
      scopes: ['results:read'],
      params: Code,
      answers: { 200: ParticipationView },
      run: (call) =>
        withConsultation(store, call, async (its) => answeredWith(await assistant.participation.of(its))),
    }),
    route({
      ...bare,
      method: 'post',
      path: `${one}/reminders`,
      scopes: ['consultations:write'],
      params: Code,
      answers: { 202: z.strictObject({ reminded: z.int().min(0) }) },
      problems: ['conflict'],
      async run({ params: { code }, actor }) {
        const done = await remindHalfway(application, actor, { code });
        if (done.outcome !== 'done') return refused(done.outcome);
        // Each failure is noted where it happens; the answer does not wait for the last one.
        done.told.catch(() => undefined);
        return answeredWith({ reminded: done.n }, 202);
      },
    }),
  ];
}
