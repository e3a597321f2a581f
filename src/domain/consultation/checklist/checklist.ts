import { type Consultation, phaseOf } from '../consultation.ts';
import { toldOf } from '../follow-up/follow-up-due.ts';

/** From preparing to putting away, in the order in which it is done. */
const checklistSteps = [
  'prepare',
  'try',
  'open',
  'invite',
  'follow',
  'moderate',
  'close',
  'publish',
  'tell',
  'archive',
] as const;
export type ChecklistStep = (typeof checklistSteps)[number];

/** What is known of a consultation beside its own record. */
export interface Known {
  /** What the settings still lack, or say otherwise than the information text. */
  readonly lacks: number;
  /** Somebody tried it as people will meet it, since the program started. */
  readonly isTried: boolean;
  /** People who took part, and channels that it stands in. */
  readonly took: number;
  readonly places: number;
  /** Texts that may be read, and those of them of which nothing was decided. */
  readonly texts: number;
  readonly unread: number;
  /** Of the result that stands now. */
  readonly result: 'waiting' | 'released' | 'published';
}

/** `nothing`: there is nothing to do here; `later`: its time has not come. */
export type StepState = 'done' | 'to-do' | 'under-way' | 'later' | 'nothing';

export interface Checklist {
  readonly items: readonly { readonly step: ChecklistStep; readonly state: StepState }[];
  /** The one thing to do now; nothing where there is none. */
  readonly next?: ChecklistStep;
}

/** How far a consultation is: from its record and what is known of it alone, never from what somebody ticked where something can be known. */
export function checklistOf(its: Consultation, known: Known, now: string): Checklist {
  const items = checklistSteps.map((step) => ({ step, state: states[step]({ its, known, now }) }));
  const next = nextOf({ its, known, now });
  return { items, ...(next && { next }) };
}

interface Looked {
  readonly its: Consultation;
  readonly known: Known;
  readonly now: string;
}

const isDraft = ({ its }: Looked) => its.draft === true;
const isOver = ({ its, now }: Looked) => ['closed', 'archived'].includes(phaseOf(its, now));

const states: Readonly<Record<ChecklistStep, (looked: Looked) => StepState>> = {
  prepare: (looked) => (!isOver(looked) && looked.known.lacks > 0 ? 'to-do' : 'done'),
  try: (looked) => {
    if (looked.known.isTried) return 'done';
    // Once people answer, whether somebody tried it is no matter.
    return ['draft', 'early'].includes(phaseOf(looked.its, looked.now)) ? 'to-do' : 'nothing';
  },
  open(looked) {
    const phase = phaseOf(looked.its, looked.now);
    return phase === 'draft' ? 'to-do' : phase === 'early' ? 'under-way' : 'done';
  },
  invite(looked) {
    if (isDraft(looked)) return 'later';
    if (looked.known.took > 0 || looked.known.places > 0) return 'done';
    return isOver(looked) ? 'nothing' : 'to-do';
  },
  follow(looked) {
    if (isOver(looked)) return 'done';
    return phaseOf(looked.its, looked.now) === 'open' ? 'under-way' : 'later';
  },
  moderate(looked) {
    const { texts, unread } = looked.known;
    if (unread > 0) return 'to-do';
    if (texts > 0) return isOver(looked) ? 'done' : 'under-way';
    return isOver(looked) ? 'nothing' : 'later';
  },
  close(looked) {
    if (isOver(looked)) return 'done';
    if (phaseOf(looked.its, looked.now) !== 'open') return 'later';
    return looked.its.closesAt === undefined ? 'to-do' : 'under-way';
  },
  publish(looked) {
    const { result } = looked.known;
    if (result === 'published') return 'done';
    if (!isOver(looked)) return 'later';
    return result === 'released' ? 'to-do' : 'nothing';
  },
  tell: (looked) => {
    if (toldOf(looked.its) !== undefined) return 'done';
    return isOver(looked) ? 'to-do' : 'later';
  },
  archive(looked) {
    const phase = phaseOf(looked.its, looked.now);
    return phase === 'archived' ? 'done' : phase === 'closed' ? 'to-do' : 'later';
  },
};

function nextOf({ its, known, now }: Looked): ChecklistStep | undefined {
  switch (phaseOf(its, now)) {
    case 'draft':
      return known.lacks > 0 ? 'prepare' : known.isTried ? 'open' : 'try';
    case 'early':
      return 'invite';
    case 'open':
      return known.took === 0 ? 'invite' : known.unread > 0 ? 'moderate' : 'follow';
    case 'closed':
      return afterTheEnd(its, known);
    case 'archived':
      return undefined;
  }
}

function afterTheEnd(its: Consultation, known: Known): ChecklistStep {
  if (known.unread > 0 && its.erasure === undefined) return 'moderate';
  if (known.result === 'released') return 'publish';
  return toldOf(its) === undefined ? 'tell' : 'archive';
}
