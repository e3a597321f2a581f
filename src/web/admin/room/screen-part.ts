import { placeOf } from '#application/room/lead-session.ts';
import { allows } from '#domain/records/account.ts';
import type { LiveSession, Round } from '#domain/room/live-session.ts';
import { currentRound, stateAt } from '#domain/room/round-steps.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import { type LivePart, printOf } from '#web/http/streams.ts';
import { noteLine } from '#wording/room/note-line.ts';
import { subjectTitle } from '#wording/room/subject.ts';
import type { Wording } from '#wording/wording.ts';
import type { Member } from '../visit.ts';
import { acts } from './acts.ts';
import { codeOf } from './code-of.ts';
import { resultPart } from './result-part.ts';

/** What the screen shows of a session at a moment. */
export interface Shown {
  readonly session: LiveSession;
  /** How many gave an answer in the vote at hand. */
  readonly answers: number;
  readonly view: Wording;
  readonly visit: Member;
  /** Where people answer. */
  readonly address: string;
}

/** The part of the screen that changes, and its print; `stream`: where its next states come from. */
export function screenPart(shown: Shown, stream: string): LivePart {
  const { session, answers, visit } = shown;
  // All that it is drawn from, but for the time that is left.
  const from = [session.id, session.version, answers, placeOf(session, visit.now), visit.language];
  return { print: printOf(JSON.stringify(from)), markup: drawn(shown, stream, timeLeft(shown)).html };
}

function drawn(shown: Shown, stream: string, left: string): Html {
  const { session, visit, view } = shown;
  const round = currentRound(session);
  const state = round === undefined ? 'between' : stateAt(round, visit.now);
  const told = view.say(session.pausedAt === undefined ? `room.state.${state}` : 'room.state.paused');
  return html`<section id="room" class="${state}${session.pausedAt === undefined ? '' : ' paused'}" tabindex="-1" data-stream="${stream}" data-session="${session.id}" data-place="${placeOf(session, visit.now)}" data-notes="${String(session.notes.length)}" data-told="${told}">
<div class="stage" tabindex="0" role="region" aria-label="${view.say('room.screen.stage')}">${round === undefined ? between(shown) : ofRound(round, shown, told, left)}</div>
${allows(visit.role, 'facilitator') ? acts(session, visit) : ''}</section>`;
}

function ofRound(round: Round, shown: Shown, told: string, left: string): Html {
  const { view, visit, session, answers } = shown;
  const { say, text } = view;
  const { subject } = round;
  const state = stateAt(round, visit.now);
  const title = subjectTitle(subject, view);
  const heading = html`<h1${title.length > 60 || state === 'revealed' ? html` class="long"` : ''}>${title}</h1>`;
  const where = html`<p class="where">${told}</p>`;
  if (state === 'revealed')
    return html`${heading}${session.pausedAt === undefined ? '' : where}${resultPart(round, view)}`;
  const summary = subject.kind === 'trajectory' ? text.trajectories[subject.trajectory]?.summary : undefined;
  const count = html`<p class="count" data-live="answers">${say('room.count', { n: answers })}</p>`;
  const timer =
    round.endsAt === undefined || state !== 'open'
      ? ''
      : html`<p class="timer" data-left="${left}"${session.pausedAt === undefined ? '' : html` data-still`}>${clock(Number(left))}</p>`;
  return html`${heading}<div class="asked"><div>${where}${summary === undefined ? '' : html`<p class="summary">${summary}</p>`}${state === 'waiting' ? '' : count}${timer}</div>${door(shown)}</div>`;
}

function between(shown: Shown): Html {
  const { session, view } = shown;
  const { say } = view;
  const notes =
    session.notes.length === 0
      ? ''
      : html`<h2>${say('room.notes.title')}</h2><ul class="notes">${joined(
          session.notes.slice(-6).map((note) => html`<li>${noteLine(note, view)}</li>`),
        )}</ul>`;
  return html`<h1>${say('room.between.title')}</h1><div class="asked"><div><p>${say('room.between.how')}</p><p>${say('room.between.free')}</p>${notes}</div>${door(shown)}</div>`;
}

/** How people get to the page that answers. */
function door({ address, view }: Shown): Html {
  const letters = address.replace(/^https?:\/\//, '');
  return html`<div class="door">${codeOf(address, view.say('projection.welcome.code', { address }))}<p>${letters}</p></div>`;
}

/** Milliseconds until the vote at hand takes no more answers; empty: it has no end. */
function timeLeft({ session, visit }: Shown): string {
  const endsAt = currentRound(session)?.endsAt;
  if (endsAt === undefined) return '';
  return String(Math.max(0, Date.parse(endsAt) - Date.parse(session.pausedAt ?? visit.now)));
}

/** Minutes and seconds: "1:05". */
function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
