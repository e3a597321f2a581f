import type { Consultation } from '#domain/consultation/consultation.ts';
import { type FollowUp, followUpBounds, followUpStates } from '#domain/consultation/follow-up/follow-up.ts';
import type { FollowUpProblem, FollowUpSaying } from '#domain/consultation/follow-up/judge-follow-up.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import { languageTitle, trajectoryTitle } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { area, button, choose, hidden, line, type Problems, pick, summary } from '../fields.ts';
import type { Member } from '../visit.ts';

/** What may be answered on, and in which languages, the main one first. */
export interface HeldIn {
  readonly trajectories: readonly string[];
  readonly languages: readonly string[];
}

interface FollowUpForm {
  readonly visit: Member;
  readonly view: Wording;
  readonly held: HeldIn;
  /** Where it is sent. */
  readonly to: string;
  /** What stands in its fields. */
  readonly given: FollowUpSaying;
  readonly problems: Problems;
  readonly label: string;
}

/** One answer to write, or to put right. */
export function followUpForm(form: FollowUpForm): Html {
  const { visit, view, held, to, given, problems, label } = form;
  const { say, token } = visit;
  const { why, charge } = followUpBounds;
  const state = choose({
    ...{ name: 'state', kind: 'radio', label: say('follow-up.form.state'), values: [given.state ?? ''] },
    choices: followUpStates.map((value) => ({
      ...{ value, label: say(`follow-up.state.${value}`), hint: say(`follow-up.form.hint.${value}`) },
    })),
    problem: problems.state,
  });
  const texts = held.languages.map((language, i) => {
    const name = `why-${language}`;
    const hint = i === 0 ? say('follow-up.form.why-hint', { most: why }) : say('follow-up.form.why-other');
    const asked = say('follow-up.form.why', { n: held.languages.length, language: languageTitle(language) });
    const value = given.why[language] ?? '';
    return area({ name, label: asked, hint, value, rows: 4, lang: language, problem: problems[name] });
  });
  return html`${summary(problems, say('admin.problems'))}<form method="post" action="${to}" class="panel">${hidden('jeton', token)}
${pick({
  ...{ name: 'trajectory', label: say('follow-up.form.about'), value: given.trajectory ?? '' },
  choices: [
    { value: '', label: say('follow-up.whole') },
    ...held.trajectories.map((value) => ({ value, label: trajectoryTitle(view, value) })),
  ],
  problem: problems.trajectory,
})}
${state}
${joined(texts)}
${line({ name: 'charge', label: say('follow-up.form.charge'), hint: say('follow-up.form.charge-hint'), value: given.charge ?? '', most: charge, problem: problems.charge })}
<p>${button(label)}</p></form>`;
}

/** What a form says. */
export const sayingIn = (form: Form, { languages }: HeldIn): FollowUpSaying => ({
  trajectory: form.one('trajectory'),
  state: form.one('state'),
  why: Object.fromEntries(languages.map((language) => [language, form.text(`why-${language}`)])),
  charge: form.one('charge'),
});

/** An answer as a form holds it. */
export const asSaid = ({ trajectory, state, why, charge }: FollowUp): FollowUpSaying => ({
  ...{ trajectory, state, why, charge },
});

/** What is wrong, in words, by its field. */
export const besideFields = (problems: readonly FollowUpProblem[], { say }: Pick<Member, 'say'>): Problems =>
  Object.fromEntries(
    problems.map(({ path, code }) => [path.join('-'), say(`follow-up.problem.${code}`, followUpBounds)]),
  );

/** Nothing written yet; on a trajectory that was chosen elsewhere. */
export const unwritten = (visit: Member, its: Consultation, { trajectories }: HeldIn): FollowUpSaying => {
  const wanted = visit.query.get('sur') ?? '';
  return { why: { [its.language]: '' }, trajectory: trajectories.includes(wanted) ? wanted : '' };
};
