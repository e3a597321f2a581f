import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Store } from '#store/store.ts';
import type { Form } from '#web/http/form.ts';
import type { Html } from '#web/http/pages/html.ts';
import { named } from './said.ts';
import type { AdminAnswer, Member, Tab } from './visit.ts';

/** What is shown or done about the consultation of an address (`/c/:code/…`); where there is none, the page is missing. */
export const ofConsultation =
  (store: Store, show: (visit: Member, consultation: Consultation) => Promise<AdminAnswer>) =>
  async (visit: Member): Promise<AdminAnswer> => {
    const consultation = await store.load('consultation', visit.params.code ?? '');
    return consultation === undefined ? { kind: 'missing' } : show(visit, consultation);
  };

/** The same of a form. */
export const actOn =
  (store: Store, act: (visit: Member, consultation: Consultation, form: Form) => Promise<AdminAnswer>) =>
  async (visit: Member, form: Form): Promise<AdminAnswer> => {
    const consultation = await store.load('consultation', visit.params.code ?? '');
    return consultation === undefined ? { kind: 'missing' } : act(visit, consultation, form);
  };

/** A page among those of a consultation. */
export const tabPage = (
  at: Tab,
  consultation: Consultation,
  visit: Member,
  body: Html,
  title = visit.say(`admin.tab.${at}`),
): AdminAnswer => ({
  kind: 'page',
  title,
  body,
  of: { code: consultation.id, title: named(consultation.title, visit), at },
});
