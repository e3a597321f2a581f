import { remindHalfway } from '#application/participation/remind-halfway.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { allows } from '#domain/records/account.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin } from '../admin.ts';
import { state } from '../consultations/state.ts';
import type { AdminOptions } from '../options.ts';
import { tabPage } from '../tab-page.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { channels } from './channels.ts';
import { live } from './live.ts';
import { reminder } from './reminder.ts';
import { createStreams } from './streams.ts';

type FollowParts = Pick<AdminOptions, 'application' | 'assistant' | 'viewOf' | 'staying' | 'log'>;

/** `/animation/c/{code}`: how a consultation goes, at the moment and as it changes, and its reminders. */
export function mountParticipation(admin: Admin, parts: FollowParts): void {
  const { application, assistant, staying, log } = parts;
  const { store } = application;
  const streams = createStreams(staying);
  admin.pageOf('/c/:code', 'reader', async (visit, consultation) => {
    const { say } = visit;
    const now = { html: (await drawn(visit, consultation, parts)).markup };
    const body = html`${state(consultation, visit)}
<p class="refresh" data-live="${say('participation.live')}"><a href="/animation/c/${consultation.id}">${say('participation.refresh')}</a></p>
${now}
${await channels(consultation, visit, store)}
${reminder(consultation, visit)}`;
    return tabPage('participation', consultation, visit, body);
  });
  admin.act('/c/:code/rappel', 'facilitator', async ({ params, actor }): Promise<AdminAnswer> => {
    const code = params.code ?? '';
    const path = `/animation/c/${code}`;
    const done = await remindHalfway(application, actor, { code });
    if (done.outcome === 'unfit') return { kind: 'to', path };
    if (done.outcome !== 'done') return { kind: done.outcome };
    // Not awaited: there may be many, and each is noted already.
    done.told.catch((error: unknown) =>
      log.error({ failure: String(error) }, 'a reminder could not be sent'),
    );
    return { kind: 'to', path: `${path}?rappels=${done.n}` };
  });
  admin.stream('/c/:code/suivi/flux', 'reader', async (visit, request, response) => {
    const code = visit.params.code ?? '';
    const here = () => store.load('consultation', code);
    const consultation = await here();
    if (consultation === undefined) return void response.sendRaw(404, '', { 'Cache-Control': 'no-store' });
    await streams.open(
      visit.token,
      response,
      request.header('last-event-id') ?? visit.query.get('vu') ?? '',
      {
        watch: (listener) => assistant.participation.watch(consultation, listener),
        draw: async () => {
          const its = await here();
          return its && drawn(visit, its, parts);
        },
      },
    );
  });
}

async function drawn({ account, language }: Member, consultation: Consultation, parts: FollowParts) {
  const { assistant, viewOf } = parts;
  const mayRead = allows(account.role, 'facilitator');
  return live(
    {
      following: await assistant.participation.of(consultation),
      view: viewOf(consultation, language),
      unclear: mayRead ? await assistant.texts.unclear(consultation.id) : [],
    },
    `/animation/c/${consultation.id}/suivi/flux`,
  );
}
