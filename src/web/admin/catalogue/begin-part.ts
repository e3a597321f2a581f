import { sees } from '#application/actor.ts';
import { beginEmpty, beginFrom } from '#documents/workbook/edit/begin.ts';
import type { Tables } from '#documents/workbook/table.ts';
import type { Catalogue } from '#domain/catalogue/catalogue.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { button, choose, hidden } from '#web/admin/fields.ts';
import { named } from '#web/admin/said.ts';
import type { Member } from '#web/admin/visit.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import { type CatalogueParts, catalogueAddress } from './catalogue-parts.ts';

/** What a catalogue may begin from: the one that people are asked now, those of the program, those of earlier consultations, or nothing. */
interface Model {
  readonly edition: string;
  readonly label: string;
}

export async function models(
  parts: CatalogueParts,
  its: Consultation,
  visit: Member,
): Promise<readonly Model[]> {
  const { store, catalogues } = parts.application;
  const { say } = visit;
  const present = catalogues.find(its.catalogue) ?? catalogues.all[0];
  const served = catalogues.all
    .filter(({ edition }) => edition !== present.edition)
    .map((catalogue) => ({
      edition: catalogue.edition,
      label: say('town-catalogue.begin.served', { title: titleOf(catalogue, visit) }),
    }));
  const earlier: Model[] = [];
  for await (const { record } of store.changes('consultation', 0)) {
    if (record === undefined || record.id === its.id || !sees(visit.actor, record.id)) continue;
    const { catalogue: edition, title } = record;
    const isOffered = [...catalogues.all, ...earlier].some((one) => one.edition === edition);
    if (isOffered || !catalogues.has(edition)) continue;
    earlier.push({ edition, label: say('town-catalogue.begin.earlier', { title: named(title, visit) }) });
  }
  return [
    {
      edition: present.edition,
      label: say('town-catalogue.begin.present', { title: titleOf(present, visit) }),
    },
    ...served,
    ...earlier,
  ];
}

const titleOf = ({ text, languages }: Catalogue, { language }: Member): string =>
  (text[language] ?? text[languages[0] ?? ''])?.title ?? '';

/** The choice of where to begin. */
export function beginPart(all: readonly Model[], its: Consultation, { say, token }: Member): Html {
  const choices = [
    ...all.map(({ edition, label }) => ({ value: edition, label })),
    { value: empty, label: say('town-catalogue.begin.empty'), hint: say('town-catalogue.begin.empty-hint') },
  ];
  const languages = ['fr', 'fr,en'].map((value) => ({
    value,
    label: say(`town-catalogue.begin.${value === 'fr' ? 'french' : 'both'}`),
  }));
  return html`<section><h2>${say('town-catalogue.begin.title')}</h2>
<form method="post" action="${catalogueAddress(its.id)}/debut" class="settings">${hidden('jeton', token)}
${choose({ name: 'modele', label: say('town-catalogue.begin.from'), kind: 'radio', values: [all[0]?.edition ?? empty], choices })}
${choose({ name: 'langues', label: say('town-catalogue.begin.languages'), kind: 'radio', values: ['fr,en'], choices: languages })}
<p class="ways">${button(say('town-catalogue.begin.do'))}</p></form></section>`;
}

const empty = 'rien';

/** The sheets that a choice begins with; nothing when it is none of those offered. */
export function begun(
  form: Form,
  all: readonly Model[],
  its: Consultation,
  catalogues: Catalogues,
): Tables | undefined {
  const wanted = form.one('modele');
  const chosen = wanted === empty ? all[0] : all.find(({ edition }) => edition === wanted);
  const model = chosen && catalogues.find(chosen.edition);
  if (model === undefined) return undefined;
  const spoken = form.one('langues') === 'fr' ? ['fr'] : ['fr', 'en'];
  const languages = spoken.filter((one) => model.languages.includes(one));
  return wanted === empty ? beginEmpty(model, its.domains, languages) : beginFrom(model, languages);
}
