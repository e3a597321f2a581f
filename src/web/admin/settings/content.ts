import { z } from 'zod';
import type { Domain } from '#domain/catalogue/catalogue.ts';
import { domainIds } from '#domain/catalogue/domains.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import { lengths } from '#domain/consultation/consultation.ts';
import { someOf } from '#web/http/form.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { choose } from '../fields.ts';
import { filled, type Step, type StepParts, ticked } from './step.ts';

/** The domains and trajectories in use, and how much each person is asked. */
export const content: Step = {
  show(parts, sent, problems) {
    const { visit, consultation, catalogue } = parts;
    const { say } = visit;
    if (!consultation.draft) return html`<p>${say('admin.content.fixed')}</p>${inUse(parts)}`;
    const domains = ticked(sent, 'domains', consultation.domains);
    const trajectories = ticked(sent, 'trajectories', consultation.trajectories ?? allOf(catalogue.domains));
    return html`${choose({
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
</fieldset>`;
  },
  read: (form, { consultation }) => (consultation.draft ? form.read(Draft) : {}),
};

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
