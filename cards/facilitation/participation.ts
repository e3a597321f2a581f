import type { ReplyOf } from '#domain/conversation/reply.ts';
import type { Participation } from '#domain/results/participation.ts';
import { publicationDay, resultState, waitingText } from '#wording/results/result-state.ts';
import { consultationNames, domainTitle } from '#wording/titles.ts';
import { deviceRows } from '#wording/who/device-rows.ts';
import { partRows, toldParts } from '#wording/who/told-parts.ts';
import { beside, destroy, forward } from '../parts/actions.ts';
import { card } from '../parts/card.ts';
import { aside, type Element, eyebrow, heading, row, words } from '../parts/elements.ts';
import { lines } from '../parts/plain.ts';
import type { Rendered, View } from '../view.ts';

type Shown = Extract<ReplyOf<'facilitation'>, { of: 'standing' }>;

/** How far a consultation is, for whoever facilitates, in the words of the page that shows it: never what anybody said. */
export function participation(reply: Shown, view: View): Rendered {
  const { say } = view;
  const took = say('participation.took', { n: reply.standing.took });
  const parts = sections(reply.standing, view);
  const where = say('card.standing.channels', { n: reply.channels });
  const gone = reply.gone === 0 ? undefined : say('card.standing.gone', { n: reply.gone });
  const stage = say(`card.standing.${reply.stage}`);
  const result = reply.result === undefined ? [] : resultLines(reply.result, view);
  return card(view, {
    body: [
      eyebrow(consultationNames(view).title),
      heading(say('card.standing.heading')),
      words(took, { weight: 'Bolder' }),
      aside(stage, { spacing: 'None' }),
      ...result.map((line) => aside(line, { spacing: 'Small' })),
      ...parts.flatMap(({ title, counts }) => [
        heading(title, { size: 'Medium', spacing: 'Large' }),
        ...counts.map(counted),
      ]),
      aside(where, { spacing: 'Large' }),
      ...(gone === undefined ? [] : [words(gone, { color: 'Attention' })]),
    ],
    actions: [
      forward(view, say('button.publish'), { act: 'word', word: 'publish' }),
      ...(reply.stage === 'closed'
        ? []
        : [
            beside(view, say('card.standing.remind'), { act: 'word', word: 'remind' }),
            destroy(view, say('card.standing.close'), { act: 'word', word: 'close' }),
          ]),
    ],
    text: lines(
      say('card.standing.heading'),
      consultationNames(view).title,
      took,
      stage,
      ...result,
      ...parts.map(({ title, counts }) =>
        lines(title, ...counts.map((one) => `- ${say('card.standing.line', one)}`)),
      ),
      where,
      gone,
    ),
  });
}

/** What its result is now, and when it is published if that is planned; or why there is none. */
function resultLines(result: NonNullable<Shown['result']>, view: View): readonly string[] {
  const lines = result.state === 'waiting' ? waitingText(result, view) : resultState(result, view);
  const planned = publicationDay(view);
  return planned === undefined ? lines : [...lines, planned];
}

interface Count {
  readonly title: string;
  readonly count: string;
}

const counted = ({ title, count }: Count): Element =>
  row(words(title), { after: words(count) }, { spacing: 'Small' });

const countsOf = (rows: readonly (readonly [string, string])[]) =>
  rows.map(([title, count]) => ({ title, count }));

/** By domain, by role, then by what people began on. */
function sections({ domains, roles, devices }: Participation, view: View) {
  const { say, text } = view;
  const said = (n: number) => say('card.standing.people', { n });
  const byDomain = domains.map(({ domain, n }) => ({ title: domainTitle(view, domain), count: said(n) }));
  const rows = partRows(toldParts(roles, text.roles), said, view);
  const byRole = countsOf(rows);
  const byDevice = countsOf(devices === undefined ? [] : deviceRows(devices, said, view));
  return [
    { title: say('card.standing.domains'), counts: byDomain },
    ...(byRole.length === 0 ? [] : [{ title: say('card.standing.roles'), counts: byRole }]),
    ...(byDevice.length === 0 ? [] : [{ title: say('participation.devices.title'), counts: byDevice }]),
  ];
}
