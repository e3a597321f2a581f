import type { ReplyOf } from '#domain/conversation/reply.ts';
import { longestText } from '#domain/participant/answer.ts';
import { longestRemark } from '#domain/participant/ballot.ts';
import { listed, quoted } from '#wording/titles.ts';
import { card } from '../../parts/card.ts';
import { buttons, type Element, heading, typed, words } from '../../parts/elements.ts';
import { lines, numbered } from '../../parts/plain.ts';
import type { Rendered, View } from '../../view.ts';
import { questionIn } from '../question-choices.ts';
import { choicesOf, titleOf } from './choices.ts';
import { bareForm } from './form.ts';
import { remarkButton, waysOn } from './ways.ts';

/** One short line, then the choices as buttons: those that may be meant, or all. Several answers keep their form. */
export function retry(reply: ReplyOf<'retry'>, view: View): Rendered {
  const { say } = view;
  const needed = lineOf(reply, view);
  const noted = notedOf(reply, view);
  const wayOn = reply.maySkip ? say('card.retry.way-on') : undefined;
  const choices = choicesOf(reply, view);
  const form = choices === undefined ? bareForm(reply, view) : undefined;
  const rows = (choices ?? []).map(({ action }) => buttons([action], { spacing: 'Small' }));
  return card(view, {
    body: [
      heading(needed, { size: 'Default', spacing: 'None' }),
      ...noted.map(({ label, text }) => typed(label, text, { spacing: 'Small' })),
      ...(wayOn === undefined ? [] : [words(wayOn, { spacing: 'Small' })]),
      ...rows,
      ...remarkRow(reply, view),
      ...(form?.inputs ?? []),
    ],
    actions: form?.actions ?? waysOn(reply, view),
    text: lines(
      needed,
      ...noted.map(({ label, text }) => `${label} ${text}`),
      wayOn,
      // Places in a short list would be read as those of the whole one.
      choices !== undefined && !isNarrowed(reply) && numbered(choices),
      form?.text,
    ),
  });
}

function remarkRow(reply: ReplyOf<'retry'>, view: View): readonly Element[] {
  const button = remarkButton(reply, view);
  return button === undefined ? [] : [buttons([button], { spacing: 'Medium' })];
}

const isNarrowed = ({ understood = [] }: ReplyOf<'retry'>): boolean => understood.length > 0;

/** With more than this in question, naming them all is no help. */
const mostNamed = 3;

/** "Vous voulez dire … ?" where a few things may be meant; else what is needed. */
function lineOf(reply: ReplyOf<'retry'>, view: View): string {
  const { say } = view;
  const { understood = [], reason, beside } = reply;
  const isAsked = reason === 'ambiguous' || reason === 'hedged';
  if (isAsked && understood.length > 0 && understood.length <= mostNamed) {
    const titles = understood.map((id) => quoted(view, titleOf(id, reply.asked, view)));
    return say('card.retry.mean', { titles: listed(view, titles, 'disjunction') });
  }
  if (reply.asked.label === 'consent') return say('card.consent.how');
  const says =
    beside?.horizon !== undefined || beside?.condition !== undefined || beside?.concern !== undefined;
  if (reason === 'not-a-stance' && says) return say('card.retry.stance');
  return say(`retry.${reason}`, limits(reply, view));
}

/** What a ballot in words said beside its stance. */
function notedOf({ beside = {} }: ReplyOf<'retry'>, view: View) {
  const { say, text } = view;
  const { horizon, condition, concern } = beside;
  return [
    ...(horizon === undefined ? [] : [{ label: say('card.retry.when'), text: text.horizons[horizon] }]),
    ...(condition === undefined ? [] : [{ label: say('card.personal.condition'), text: condition }]),
    ...(concern === undefined ? [] : [{ label: say('card.personal.concern'), text: concern }]),
  ];
}

/** The limits that a reason may speak of. */
function limits({ asked }: ReplyOf<'retry'>, view: View) {
  if (asked.label !== 'question') return { max: 2, longest: longestRemark };
  const question = questionIn(asked, view);
  const max = question?.kind === 'multi' ? (question.max ?? question.options.length) : 1;
  return { max, longest: longestText };
}

/** A button of a card that is past; what is asked now follows. */
export function stale({ say }: View): Rendered {
  return { text: say('card.stale') };
}
