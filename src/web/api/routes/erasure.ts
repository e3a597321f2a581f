import { z } from 'zod';
import { eraseAnswers } from '#application/retention/erase-answers.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { ConsultationForm, formAnswered } from '../consultation-form.ts';
import { problem, refused } from '../problem.ts';
import { bare, pointer, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

const Confirmed = z.strictObject({
  confirm: z.string().describe('The code of the consultation once more: nothing brings its answers back.'),
});

/** The answers of a consultation are erased before their time, asked twice as in the facilitator's space. */
export function erasureRoutes({ application, assistant, store }: ApiParts): readonly Route[] {
  const { retention, tallies } = assistant;
  return [
    route({
      ...bare,
      method: 'post',
      path: '/api/consultations/{code}/erase-answers',
      scopes: ['answers:erase'],
      params: Code,
      body: Confirmed,
      answers: { 202: ConsultationForm },
      problems: ['conflict'],
      run: (call) =>
        withConsultation(store, call, async ({ id: code }) => {
          const { actor, body, say, now } = call;
          const unsure = { pointer: pointer('confirm'), detail: say('api.wrong.confirm') };
          if (body.confirm !== code) return problem('invalid', { errors: [unsure] });
          const { outcome } = await eraseAnswers({ ...application, retention }, actor, { code });
          if (outcome !== 'done') return refused(outcome);
          const its = await store.load('consultation', code);
          if (its === undefined) return problem('not-found');
          return formAnswered(its, (await tallies.participationIn(its)).took, now, 202);
        }),
    }),
  ];
}
