import { bounds, minGroups } from '#domain/consultation/consultation.ts';
import type { ReplyOf } from '#domain/conversation/reply.ts';
import { domainTitle, languageTitle } from '#wording/titles.ts';
import { forward } from '../parts/actions.ts';
import { card } from '../parts/card.ts';
import { heading, words } from '../parts/elements.ts';
import { chooseDay, chooseOne, chooseSeveral, writeLine } from '../parts/inputs.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

type Form = Extract<ReplyOf<'facilitation'>, { of: 'form' }>;

/** Groups a facilitator may choose from: from how many people on something is shown. */
const groups = [minGroups.facilitator, minGroups.public, 20, 50] as const;

/** The form of a new consultation, in one card; what is wrong with it stands above. */
export function newConsultation({ code, given, problems }: Form, view: View): Rendered {
  const { say, catalogue } = view;
  const label = (name: string) => say(`card.form.${name}`);
  const field = (id: string, missing = false) => ({
    id,
    label: label(id),
    ...(given[id] !== undefined && { value: given[id] }),
    ...(missing && { error: label(`${id}-missing`) }),
  });
  const wrong = problems.map((problem) => say(`card.form.problem.${problem}`, bounds));
  const domains = catalogue.domains.map(({ id }) => ({ title: domainTitle(view, id), value: id }));
  const languages = catalogue.languages.map((id) => ({ title: languageTitle(id), value: id }));
  const sizes = groups.map((n) => ({ title: say('card.form.group-of', { n }), value: `${n}` }));
  return card(view, {
    body: [
      heading(say('card.form.heading')),
      words(say('card.form.lead')),
      ...wrong.map((line) => words(line, { color: 'Attention' })),
      writeLine(field('title', true), bounds.title, label('title-example')),
      writeLine(field('territory', true), bounds.title, label('territory-example')),
      chooseSeveral(field('domains'), domains),
      chooseDay(field('opens')),
      chooseDay(field('closes')),
      chooseOne(field('language'), languages, say('card.choose')),
      chooseOne(field('minGroup'), sizes, say('card.choose')),
    ],
    actions: [forward(view, say('card.form.create'), { act: 'create', code })],
    text: lines(say('card.form.heading'), say('card.form.lead'), ...wrong),
  });
}
