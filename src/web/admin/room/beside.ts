import type { RoomProblem } from '#domain/room/judge-room.ts';
import { type LiveSession, roomBounds } from '#domain/room/live-session.ts';
import { type Html, html, joined } from '#web/http/pages/html.ts';
import type { Form } from '#web/http/request/form.ts';
import { noteLine } from '#wording/room/note-line.ts';
import { domainTitle, trajectoryTitle } from '#wording/titles.ts';
import { type Wording, withinDomains } from '#wording/wording.ts';
import { button, hidden, line } from '../fields.ts';
import type { Member } from '../visit.ts';
import { lead, leadPath } from './acts.ts';

interface Beside {
  readonly session: LiveSession;
  readonly view: Wording;
  readonly visit: Member;
  /** As it was sent, when something in it is wrong. */
  readonly sent?: Form | undefined;
  readonly problem?: RoomProblem | undefined;
}

/** What is written rather than pressed: a question, a decision, and the end of the session; each opens by a key. */
export function besideScreen(given: Beside): Html {
  const { session, visit, problem } = given;
  const { say } = visit;
  const isNote = problem !== undefined && ['note', 'who', 'when'].includes(problem.field);
  const part = (id: string, key: string, isOpen: boolean, body: Html) =>
    html`<details id="beside-${id}"${isOpen ? html` open` : ''}><summary data-opens="${key.toLowerCase()}"><kbd>${key}</kbd> ${say(`room.beside.${id}`, { n: session.notes.length })}</summary>
<div class="panel">${body}</div></details>`;
  return html`<div class="beside-screen">${part('ask', 'Q', problem !== undefined && !isNote, ask(given))}
${part('note', 'D', isNote, note(given))}
${part(
  'end',
  'E',
  false,
  html`<p>${say('room.end.what')}</p><form method="post" action="${leadPath(session.consultation, visit)}">${lead(session, '', 'end', visit)}${button(say('room.end.do'), 'grave')}</form>`,
)}</div>`;
}

function ask({ session, view, visit, sent, problem }: Beside): Html {
  const { say } = visit;
  const told = (...fields: readonly string[]) =>
    problem !== undefined && fields.includes(problem.field)
      ? say(`room.problem.${problem.field}.${problem.code}`, { most: longest[problem.field] ?? 0 })
      : undefined;
  const { domains } = withinDomains(view).catalogue;
  const groups = domains.map(
    ({ id, trajectories }) =>
      html`<optgroup label="${domainTitle(view, id)}">${joined(
        trajectories.map((one) => html`<option value="${one.id}">${trajectoryTitle(view, one.id)}</option>`),
      )}</optgroup>`,
  );
  const action = leadPath(session.consultation, visit);
  const wrong = told('trajectory');
  const labels = [0, 1, 2, 3, 4].map((i) =>
    line({
      ...{ name: `point-${i}`, label: say('room.own.point', { n: i + 1 }), most: roomBounds.label },
      value: sent?.one(`point-${i}`) || say(`room.own.usual.${i}`),
    }),
  );
  const wrongLabels = told('labels');
  return html`<form method="post" action="${action}" data-lead>${lead(session, 'between', 'ask', visit)}
<p class="field"><label for="trajectory">${say('room.ask.trajectory')}</label><select id="trajectory" name="trajectory">${joined(groups)}</select></p>
${wrong === undefined ? '' : html`<p class="problem">${wrong}</p>`}
${button(say('room.ask.do'))}</form>
<form method="post" action="${action}" data-lead>${lead(session, 'between', 'ask', visit)}
${line({ name: 'question', label: say('room.own.question'), value: sent?.one('question') ?? '', most: roomBounds.question, problem: told('question') })}
<fieldset id="labels"><legend>${say('room.own.points')}</legend>${wrongLabels === undefined ? '' : html`<p class="problem">${wrongLabels}</p>`}${joined(labels)}</fieldset>
${button(say('room.own.do'))}</form>`;
}

const longest: Readonly<Partial<Record<RoomProblem['field'], number>>> = {
  question: roomBounds.question,
  labels: roomBounds.label,
  note: roomBounds.note,
  who: roomBounds.who,
  when: roomBounds.when,
};

function note({ session, view, visit, sent, problem }: Beside): Html {
  const { say } = visit;
  const fields = (['note', 'who', 'when'] as const).map((name) => {
    const hint = name === 'who' ? { hint: say('room.note.who-hint') } : {};
    const isWrong = problem?.field === name;
    const facts = { most: longest[name] ?? 0 };
    return line({
      ...{
        name,
        label: say(`room.note.${name}`),
        value: isNoteSent(sent) ? (sent?.one(name) ?? '') : '',
        ...hint,
      },
      ...{ most: longest[name] ?? 0 },
      ...(isWrong && { problem: say(`room.problem.${name}.${problem.code}`, facts) }),
    });
  });
  const action = leadPath(session.consultation, visit);
  const kept = session.notes.map(
    (one) =>
      html`<li>${noteLine(one, view)} <form method="post" action="${action}" data-lead>${lead(session, '', 'unnote', visit)}${hidden('decision', one.id)}${button(say('room.note.remove'), 'plain')}</form></li>`,
  );
  return html`<form method="post" action="${action}" data-lead>${lead(session, '', 'note', visit)}${joined(fields)}${button(say('room.note.do'))}</form>
${kept.length === 0 ? '' : html`<h2>${say('room.notes.title')}</h2><ul>${joined(kept)}</ul>`}`;
}

const isNoteSent = (sent: Form | undefined): boolean => sent?.one('acte') === 'note';
