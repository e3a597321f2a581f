import type { Prompt } from '#domain/conversation/prompt.ts';
import { proposalBounds, proposalTexts, proposalWords } from '#domain/proposal/proposal.ts';
import { domainTitle } from '#wording/titles.ts';
import { beside, forward } from '../parts/actions.ts';
import type { Content } from '../parts/card.ts';
import { aside, eyebrow, heading, words } from '../parts/elements.ts';
import { write, writeLine } from '../parts/inputs.ts';
import { lines } from '../parts/plain.ts';
import type { View } from '../view.ts';

type Asked = Extract<Prompt, { label: 'proposal' }>;

/** A trajectory of one's own: four texts, each with how long it may be; what is wrong stands above its field. */
export function proposal({ domain, given = {}, problems = [] }: Asked, view: View): Content {
  const { say } = view;
  const lead = say('proposal.card.lead');
  const next = say('proposal.card.next');
  const wrong = problems.map(({ field, code, n }) => ({
    field,
    text: say(`proposal.problem.${code}`, {
      n,
      most: code === 'words' ? proposalWords[field] : proposalBounds[field],
      field,
    }),
  }));
  const fields = proposalTexts.flatMap((field) => {
    const most = proposalBounds[field];
    const value = given[field];
    const asked = {
      id: field,
      label: say(`proposal.card.${field}`, { most, words: proposalWords[field] }),
      ...(value !== undefined && { value }),
      error: say('proposal.problem.missing', { field }),
    };
    const example = say(`proposal.card.example.${field}`);
    return [
      ...wrong.flatMap((one) => (one.field === field ? [words(one.text, { color: 'Attention' })] : [])),
      field === 'title' ? writeLine(asked, most, example) : write(asked, most, example),
    ];
  });
  return {
    body: [
      eyebrow(domainTitle(view, domain)),
      heading(say('proposal.card.heading')),
      words(lead),
      ...fields,
      aside(next),
    ],
    actions: [
      forward(view, say('proposal.card.send'), { act: 'proposal', domain }),
      beside(view, say('button.menu'), { act: 'word', word: 'menu' }),
    ],
    text: lines(
      say('proposal.card.heading'),
      lead,
      ...wrong.map(({ text }) => text),
      next,
      say('proposal.card.how'),
    ),
  };
}
