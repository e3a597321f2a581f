import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Html } from '#web/http/pages/html.ts';
import type { AdminPage, Member, Tab } from './visit.ts';

/** A page among those of a consultation. */
export const tabPage = (
  at: Tab,
  consultation: Consultation,
  visit: Member,
  body: Html,
  title = visit.say(`admin.tab.${at}`),
): AdminPage => ({
  kind: 'page',
  title,
  body,
  of: { its: consultation, at },
});
