import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Store } from '#store/store.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { AdminVisit } from '../visit.ts';

/** In how many channels and group chats a consultation stands, and how many of them take nothing more. */
export async function channels({ id }: Consultation, { say }: AdminVisit, store: Store): Promise<Html> {
  let [standing, gone] = [0, 0];
  for await (const { record } of store.changes('channel-post', 0)) {
    if (record?.consultation !== id) continue;
    if (record.gone === undefined) standing += 1;
    else gone += 1;
  }
  return html`<section><h2>${say('participation.channels.title')}</h2><p>${say('participation.channels.standing', { n: standing })}${
    gone === 0 ? '' : html` ${say('participation.channels.gone', { n: gone })}`
  }</p></section>`;
}
