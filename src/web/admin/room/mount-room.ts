import { beginSession } from '#application/room/begin-session.ts';
import { endSession } from '#application/room/end-session.ts';
import { leadSession } from '#application/room/lead-session.ts';
import { noteDecision, removeDecision } from '#application/room/note-decision.ts';
import { type Consultation, isOver } from '#domain/consultation/consultation.ts';
import { allows } from '#domain/records/account.ts';
import type { RoomProblem } from '#domain/room/judge-room.ts';
import type { LiveSession } from '#domain/room/live-session.ts';
import { currentRound } from '#domain/room/round-steps.ts';
import { answersIn } from '#domain/room/vote-result.ts';
import { type Html, html } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import type { Admin } from '../admin.ts';
import { button, hidden } from '../fields.ts';
import { createLiveStreams } from '../live-streams.ts';
import type { AdminOptions } from '../options.ts';
import { type AdminAnswer, type Member, refused } from '../visit.ts';
import { leadPath } from './acts.ts';
import { besideScreen } from './beside.ts';
import { mountMinutes } from './mount-minutes.ts';
import { readLead } from './read-lead.ts';
import { screenPage } from './screen-page.ts';
import { screenPart } from './screen-part.ts';
import { sessionList } from './session-list.ts';

type RoomParts = Pick<
  AdminOptions,
  'application' | 'assistant' | 'documents' | 'viewOf' | 'publicUrl' | 'assets' | 'staying'
>;

const path = '/c/:code/salle/direct';

/** `/animation/c/{code}/salle/direct`: votes in the room, led from what is projected, and the minutes of its sessions. */
export function mountRoom(admin: Admin, parts: RoomParts): void {
  const { application } = parts;
  admin.pageOf(path, 'reader', (visit, its) => screen(visit, its, parts));
  admin.actOf(path, 'facilitator', (visit, its, form) => acted(visit, its, form, parts));
  const stream = createLiveStreams(admin, parts);
  stream(`${path}/flux`, 'reader', {
    watch: ({ id: code }, listener) => parts.assistant.room.watch(code, 'all', listener),
    async draw(visit, its) {
      const session = await parts.assistant.room.runningIn(its.id);
      return session === undefined ? over : partOf({ ...visit, now: application.now() }, its, session, parts);
    },
  });
  mountMinutes(admin, parts);
}

/** Whoever still shows a session that has ended comes again. */
const over = { print: 'over', markup: '<section id="room" data-session=""></section>' };

interface Wrong {
  readonly sent: Form;
  readonly problem: RoomProblem;
}

async function screen(
  visit: Member,
  its: Consultation,
  parts: RoomParts,
  wrong?: Wrong,
): Promise<AdminAnswer> {
  const { viewOf, assets, assistant } = parts;
  const view = viewOf(its, visit.language);
  const session = await assistant.room.runningIn(its.id);
  const back = `/animation/c/${its.id}/salle`;
  const mayLead = allows(visit.role, 'facilitator');
  const body =
    session === undefined
      ? noSession(visit, its, await assistant.room.sessionsOf(its.id))
      : { html: (await partOf(visit, its, session, parts)).markup };
  const beside = session !== undefined && mayLead ? besideScreen({ session, view, visit, ...wrong }) : html``;
  const html_ = screenPage({ view, body, beside, back, addresses: (await assets).addresses });
  return { kind: 'whole', html: html_ };
}

async function partOf(visit: Member, its: Consultation, session: LiveSession, parts: RoomParts) {
  const { viewOf, publicUrl, assistant } = parts;
  const round = currentRound(session);
  const votes = round === undefined ? [] : await assistant.room.votesOf(round.id);
  const address = `${publicUrl()}/c/${its.id}/direct`;
  const shown = { session, visit, address, view: viewOf(its, visit.language) };
  const answers = answersIn(votes, round?.vote ?? 1);
  return screenPart({ ...shown, answers }, `/animation/c/${its.id}/salle/direct/flux?lang=${visit.language}`);
}

/** Before a session, and after it. */
function noSession(visit: Member, its: Consultation, before: readonly LiveSession[]): Html {
  const { say, token, role } = visit;
  const mayBegin = allows(role, 'facilitator') && !its.draft && !isOver(its);
  const begin = html`<form method="post" action="${leadPath(its.id, visit)}">${hidden('jeton', token)}${hidden('acte', 'begin')}${button(say('room.begin.do'))}</form>`;
  return html`<div class="stage"><h1>${say('room.begin.title')}</h1><p>${say('room.begin.what')}</p><p>${say('room.begin.privacy', { n: its.minGroup })}</p>
${mayBegin ? begin : html`<p>${say('room.begin.none')}</p>`}
${sessionList(its, before, visit)}</div>`;
}

async function acted(visit: Member, its: Consultation, form: Form, parts: RoomParts): Promise<AdminAnswer> {
  const { application } = parts;
  const { actor } = visit;
  const { id: code } = its;
  const asked = readLead(form);
  const session = form.one('seance');
  const wish = { code, session };
  const done: AdminAnswer = { kind: 'to', path: leadPath(code, visit) };
  const answer = (outcome: { readonly outcome: string; readonly problem?: RoomProblem }) => {
    if (outcome.problem !== undefined)
      return screen(visit, its, parts, { sent: form, problem: outcome.problem });
    // What no longer fits was pressed twice, or by somebody else: the screen says where the room is.
    return outcome.outcome === 'forbidden' ? refused('forbidden') : done;
  };
  switch (asked?.kind) {
    case 'begin':
      return answer(await beginSession(application, actor, { code }));
    case 'end':
      return answer(await endSession(application, actor, wish));
    case 'note': {
      const written = { text: form.one('note'), who: form.one('who'), when: form.one('when') };
      return answer(await noteDecision(application, actor, { ...wish, written }));
    }
    case 'unnote':
      return answer(await removeDecision(application, actor, { ...wish, note: form.one('decision') }));
    case 'lead':
      return answer(await leadSession(application, actor, { ...wish, at: form.one('ou'), lead: asked.lead }));
    default:
      return done;
  }
}
