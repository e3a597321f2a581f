import { longestUnclear, unclearKept } from '#domain/participant/participant.ts';
import { readText } from '#understanding/replies/text.ts';
import { idOf } from '../place/items.ts';
import type { Place } from '../place/place.ts';
import type { Turn, World } from '../world.ts';

/**
 * Remembers where a typed reply was not understood, so that those who facilitate can mend a question: its words too
 * when the person allowed it. A text of one's own is an answer, never a reply that is not understood.
 */
export function noteUnclear(turn: Turn, here: Place, text: string, { now }: World): Turn {
  const item = itemAt(here);
  if (item === undefined || !turn.replies.some(asksAgain)) return turn;
  const { participant } = turn;
  const said = participant.consent?.unclear ? beginning(text) : undefined;
  const noted = { item, at: now, ...(said !== undefined && { text: said }) };
  const unclear = [...(participant.unclear ?? []), noted].slice(-unclearKept);
  return { ...turn, participant: { ...participant, unclear } };
}

const asksAgain = (reply: Turn['replies'][number]): boolean =>
  reply.label === 'retry' || (reply.label === 'notice' && reply.about === 'not-understood');

/** What was asked; nothing where a reply would say nothing of the questions. */
function itemAt(here: Place): string | undefined {
  switch (here.at) {
    case 'declined':
    case 'consent':
      return 'consent';
    case 'profile':
    case 'menu':
    case 'titles':
      return here.at;
    case 'question':
      return here.question.kind === 'text' ? undefined : idOf(here);
    case 'trajectory':
      return idOf(here);
    case 'proposal':
    case 'entry-code':
    // How it is asked is the same for all: nothing of the questionnaire is unclear.
    case 'second-look':
    case 'erasing':
    case 'closing':
      return undefined;
  }
}

/** How a reply begins, cleaned as any text is; nothing when it holds no word. */
function beginning(text: string): string | undefined {
  const read = readText(text.trim().slice(0, longestUnclear), longestUnclear);
  return read.kind === 'text' ? read.value : undefined;
}
