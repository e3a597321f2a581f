import { placeOf } from '#application/room/lead-session.ts';
import { type LiveSession, timers } from '#domain/room/live-session.ts';
import { currentRound, stateAt } from '#domain/room/round-steps.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { hidden } from '../fields.ts';
import type { Member } from '../visit.ts';

/** What a press does, and the key that presses it; the first of a row is also pressed by a remote control's way on. */
type Act = 'open' | 'again' | 'stop' | 'reveal' | 'close' | 'longer' | 'pause' | 'resume';

/** The same letters in every language. */
const actKeys: Readonly<Record<Act, string>> = {
  open: 'V',
  stop: 'X',
  reveal: 'R',
  again: 'S',
  close: 'N',
  longer: 'M',
  pause: 'P',
  resume: 'P',
};

/** What may be done where the room is, what comes next first. */
function actsAt(session: LiveSession, now: string): readonly Act[] {
  if (session.pausedAt !== undefined) return ['resume'];
  const round = currentRound(session);
  if (round === undefined) return ['pause'];
  switch (stateAt(round, now)) {
    case 'waiting':
      return ['open', 'close', 'pause'];
    case 'open':
      return [
        ...(['stop', 'reveal'] as const),
        ...(round.endsAt === undefined ? [] : (['longer'] as const)),
        'pause',
      ];
    case 'hidden':
      return ['reveal', 'close', 'pause'];
    default:
      return round.vote === 1 ? ['again', 'close', 'pause'] : ['close', 'pause'];
  }
}

/** A form a button: each works without a script, and says where the room was when it was drawn. */
export function acts(session: LiveSession, visit: Member): Html {
  const { say, now } = visit;
  const at = placeOf(session, now);
  const waits = currentRound(session)?.state === 'waiting';
  const form = (act: Act, i: number) =>
    html`<form method="post" action="${leadPath(session.consultation, visit)}" data-lead>${lead(session, at, act, visit)}${
      act === 'open' || act === 'again' ? timerField(visit) : ''
    }<button type="submit" data-key="${actKeys[act].toLowerCase()}" class="${i === 0 && act !== 'pause' ? 'main' : 'beside'}"><kbd>${actKeys[act]}</kbd> ${say(`room.act.${act === 'close' && waits ? 'withdraw' : act}`)}</button></form>`;
  return html`<div class="acts">${joined(actsAt(session, now).map(form), '\n')}</div>`;
}

/** What a form that leads the room carries. */
export const lead = ({ id }: LiveSession, at: string, act: string, { token }: Member): Html =>
  html`${hidden('jeton', token)}${hidden('seance', id)}${hidden('ou', at)}${hidden('acte', act)}`;

/** Where such a form goes, in the language that is projected. */
export const leadPath = (code: string, { language }: Pick<Member, 'language'>): string =>
  `/animation/c/${code}/salle/direct?lang=${language}`;

function timerField({ say }: Member): Html {
  const option = (seconds: number) =>
    html`<option value="${String(seconds)}">${say('room.timer.option', { seconds, minutes: Math.floor(seconds / 60) })}</option>`;
  return html`<label class="timed"><span class="unseen">${say('room.timer.label')}</span><select name="secondes">${joined([0, ...timers].map(option))}</select></label> `;
}
