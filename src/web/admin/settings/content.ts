import { z } from 'zod';
import type { Domain } from '#domain/catalogue/catalogue.ts';
import { domainIds } from '#domain/catalogue/domains.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import { type Consultation, lengths } from '#domain/consultation/consultation.ts';
import type { ConsultationSettings } from '#domain/consultation/settings/settings.ts';
import { planOf } from '#scenario/coverage/plan-of.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { type Form, someOf } from '#web/http/request/form.ts';
import { choose, line } from '../fields.ts';
import { asSet, expectedIn } from './as-sent.ts';
import { planPart, takeName, takeRecommended } from './plan-part.ts';
import { filled, type Step, type StepParts, ticked } from './step.ts';

/** The domains and trajectories in use, and how much each person is asked. */
export const content: Step = {
  show(parts, sent, problems) {
    const { visit, consultation, catalogue } = parts;
    const { say } = visit;
    const plan = planIn(parts, sent);
    const people = line({
      name: 'expected',
      type: 'number',
      label: say('admin.plan.expected'),
      hint: say('admin.plan.expected-hint'),
      value: filled(sent, 'expected', `${consultation.expected ?? ''}`),
      problem: problems.expected,
    });
    if (!consultation.draft) return html`${people}${plan}<p>${say('admin.content.fixed')}</p>${inUse(parts)}`;
    const domains = ticked(sent, 'domains', consultation.domains);
    const trajectories = ticked(sent, 'trajectories', consultation.trajectories ?? allOf(catalogue.domains));
    return html`${byEnter}${people}${choose({
      name: 'length',
      kind: 'radio',
      label: say('admin.content.length'),
      values: [filled(sent, 'length', consultation.length ?? 'usual')],
      choices: lengths.map((value) => ({
        value,
        label: say(`admin.content.${value}.label`),
        hint: say(`admin.content.${value}.hint`),
      })),
      problem: problems.length,
    })}
<fieldset id="domains" class="choices${problems.domains === undefined ? '' : ' wrong'}"><legend>${say('admin.content.domains')}</legend>
<p class="hint">${say('admin.content.domains-hint')}</p>${problems.domains === undefined ? '' : html`<p class="problem">${problems.domains}</p>`}
${joined(catalogue.domains.map((domain) => domainPart(domain, parts, domains, trajectories)))}
</fieldset>${plan}`;
  },
  read(form, { consultation, catalogue }) {
    const given = settingsIn(form, consultation);
    if (given === undefined || form.one(takeName) === '') return given;
    const made = planOf(asSet(consultation, given), catalogue);
    return made === undefined ? given : { ...given, trajectories: [...made.recommended] };
  },
  plan: planIn,
};

/** What Enter presses within a field is the first button of a form: not that of the recommended choice, but one that only goes on. */
const byEnter = html`<input type="submit" hidden>`;

function planIn({ visit, consultation, catalogue }: StepParts, sent: Form | undefined): Html {
  const given = sent && settingsIn(sent, consultation);
  return planPart(asSet(consultation, given), catalogue, visit, (made, its) =>
    takeRecommended(made, its, visit),
  );
}

function settingsIn(form: Form, { draft }: Consultation): ConsultationSettings | undefined {
  const expected = expectedIn(form);
  const given = draft ? form.read(Draft) : {};
  return given && { ...given, ...(expected !== undefined && { expected }) };
}

const Draft = z.object({
  domains: someOf(domainIds),
  trajectories: z.array(z.string()),
  length: z.enum(lengths).optional().catch(undefined),
});

function domainPart(
  { id, trajectories }: Domain,
  { visit, catalogue }: StepParts,
  domains: readonly string[],
  used: readonly string[],
): Html {
  const { say } = visit;
  const text = textIn(catalogue, visit.language);
  const rows = trajectories.map(
    (one) =>
      html`<label class="choice"><input type="checkbox" name="trajectories" value="${one.id}"${
        used.includes(one.id) ? html` checked` : ''
      }> <span>${text.trajectories[one.id]?.title ?? one.id} <small>${text.trajectories[one.id]?.summary ?? ''}</small></span></label>`,
  );
  return html`<div class="domain"><label class="choice"><input type="checkbox" name="domains" value="${id}"${
    domains.includes(id) ? html` checked` : ''
  }> <span><b>${text.domains[id]?.title ?? id}</b> <small>${text.domains[id]?.description ?? ''}</small></span></label>
<details><summary>${say('admin.content.trajectories', { n: trajectories.length })}</summary>
${joined(rows)}</details></div>`;
}

function inUse({ visit, consultation, catalogue }: StepParts): Html {
  const text = textIn(catalogue, visit.language);
  const used = consultation.trajectories ?? allOf(catalogue.domains);
  return joined(
    catalogue.domains
      .filter(({ id }) => consultation.domains.includes(id))
      .map(
        ({ id, trajectories }) =>
          html`<h2>${text.domains[id]?.title ?? id}</h2><ul>${joined(
            trajectories
              .filter((one) => used.includes(one.id))
              .map((one) => html`<li>${text.trajectories[one.id]?.title ?? one.id}</li>`),
          )}</ul>`,
      ),
  );
}

const allOf = (domains: readonly Domain[]): readonly string[] =>
  domains.flatMap(({ trajectories }) => trajectories.map(({ id }) => id));
