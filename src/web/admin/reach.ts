import { type Actor, mayDo, type Right, sees } from '#application/actor.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { allOf } from '#store/all-of.ts';
import type { Store } from '#store/store.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import { hidden } from './fields.ts';
import { named } from './said.ts';
import type { AdminVisit, Member } from './visit.ts';

/** A consultation as it is chosen. */
export interface Place {
  readonly code: string;
  readonly title: string;
}

/** Those that are open to whoever looks, by title; with a right: those in which they have it. */
export async function placesOf(
  store: Pick<Store, 'changes'>,
  visit: Pick<AdminVisit, 'language'> & { readonly actor: Actor },
  right?: Right,
): Promise<readonly Place[]> {
  const { actor } = visit;
  const isTheirs = ({ id }: Consultation) =>
    right === undefined ? sees(actor, id) : mayDo(actor, right, id);
  const all = await allOf(store, 'consultation', isTheirs);
  return all
    .map(({ id: code, title }) => ({ code, title: named(title, visit) }))
    .sort((a, b) => a.title.localeCompare(b.title, visit.language) || a.code.localeCompare(b.code));
}

interface ReachField {
  readonly name: string;
  readonly label: string;
  readonly places: readonly Place[];
  /** Whether all of them may be chosen at once, those to come included. */
  readonly mayAll: boolean;
  readonly form: Form | undefined;
  readonly problem?: string | undefined;
}

/** Chooses all consultations, or some. Whoever may give some only has nothing else to choose. */
export function reach({ name, label, places, mayAll, form, problem }: ReachField, { say }: Member): Html {
  const isSome = !mayAll || isOfSome(form, name);
  const onlyOne = !mayAll && places.length === 1;
  const ticked = onlyOne ? places.map(({ code }) => code) : (form?.all(name) ?? []);
  const way = (value: 'partout' | 'certaines', isChosen: boolean) =>
    html`<label class="choice"><input type="radio" name="${name}-ou" value="${value}"${isChosen ? html` checked` : ''}> <span>${say(`admin.reach.${value === 'partout' ? 'all' : 'some'}`)}</span></label>`;
  const boxes = places.map(
    ({ code, title }) =>
      html`<label class="choice"><input type="checkbox" name="${name}" value="${code}"${ticked.includes(code) ? html` checked` : ''}> <span>${title}</span></label>`,
  );
  const told = problem === undefined ? '' : html`<p class="problem" id="${name}-problem">${problem}</p>`;
  return html`<fieldset id="${name}" class="choices reach${problem === undefined ? '' : ' wrong'}"${problem === undefined ? '' : html` aria-describedby="${name}-problem"`}>
<legend>${label}</legend>${told}
${mayAll ? html`${way('partout', !isSome)}${way('certaines', isSome)}` : hidden(`${name}-ou`, 'certaines')}
<div class="some">${joined(boxes, '\n')}</div>
</fieldset>`;
}

/** The codes that were chosen; nothing: all of them, those to come included. */
export const readReach = (form: Form, name: string): readonly string[] | undefined =>
  isOfSome(form, name) ? [...new Set(form.all(name).map((code) => code.trim()))] : undefined;

const isOfSome = (form: Form | undefined, name: string): boolean => form?.one(`${name}-ou`) === 'certaines';

/** What something reaches, in words; codes of consultations that are there no more are left out. */
export function reachTold(
  consultations: readonly string[] | undefined,
  places: readonly Place[],
  { say }: Pick<AdminVisit, 'say'>,
): string {
  if (consultations === undefined) return say('admin.reach.all');
  const titles = places.filter(({ code }) => consultations.includes(code)).map(({ title }) => title);
  return titles.length === 0 ? say('admin.reach.none') : titles.join(' · ');
}
