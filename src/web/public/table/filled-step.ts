import type { Conflict, Leaves } from '#domain/records/meet.ts';
import type { WorkshopProblem } from '#domain/results/judge-workshop-result.ts';
import { leafAt } from '#domain/results/table-leaves.ts';
import { meetForm } from '#web/http/at-once/meet-form.ts';
import { sentLeaves } from '#web/http/at-once/sent-leaves.ts';
import type { Form } from '#web/http/request/form.ts';
import { tableWords } from '#wording/workshop/table-words.ts';
import { workshopProblem } from '#wording/workshop/workshop-problem.ts';
import { fieldsOf, type Step } from './steps.ts';
import type { TableView } from './table-view.ts';

/** What became of what a phone sent. */
export type FillOutcome =
  | { readonly outcome: 'done' | 'closed' | 'other' }
  | { readonly outcome: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly outcome: 'invalid'; readonly problems: readonly WorkshopProblem[] };

/** What was sent of a step, in the place of what stands: what somebody else changed alone stays, what both changed is asked. */
export const mergeStep =
  (form: Form, step: Step) =>
  (standing: Leaves): { readonly leaves: Leaves } | { readonly conflicts: readonly Conflict[] } => {
    // A field that is asked no longer, or was not sent, says nothing.
    const mine = new Map([...sentOf(form, step)].filter(([name]) => standing.has(name)));
    const { left, open } = meetForm(form, mine, standing);
    if (open.length > 0) return { conflicts: open };
    return { leaves: new Map([...standing, ...[...mine].filter(([name]) => !left.has(name))]) };
  };

/** The fields of a step that a form has; boxes that are not ticked are not sent, and mean that. */
function sentOf(form: Form, step: Step): Leaves {
  const sent = new Set(form.pairs.map(([name]) => name));
  const names = fieldsOf(step).filter((name) => {
    const [, trajectory] = /^kept-(.+)$/.exec(name) ?? [];
    return sent.has(trajectory === undefined ? name : `horizon-${trajectory}`);
  });
  return sentLeaves(form, names);
}

interface Unsaved extends Pick<TableView, 'wording' | 'step'> {
  readonly form: Form;
  readonly problems: readonly WorkshopProblem[];
  readonly conflicts: readonly Conflict[];
}

/** What a page shows again of what was sent and is not saved. */
export function unsavedOf({
  form,
  step,
  wording,
  problems,
  conflicts,
}: Unsaved): NonNullable<TableView['unsaved']> {
  const words = tableWords(wording);
  return {
    leaves: sentOf(form, step),
    problems: Object.fromEntries(problems.map((one) => [leafAt(one.path), workshopProblem(one, wording)])),
    conflicts: conflicts.map(({ name, theirs, mine }) => ({
      ...{ name, label: words.labelOf(name) },
      theirs: theirs === '' ? '' : words.shown(name, theirs),
      mine: mine === '' ? '' : words.shown(name, mine),
    })),
  };
}

/** What somebody had just written when the table was found closed. */
export const wordsIn = (form: Form | undefined): readonly string[] =>
  (form?.pairs ?? [])
    .filter(([name, text]) => /^(note|condition|helps|helped|because)-/.test(name) && text.trim() !== '')
    .map(([, text]) => text);
