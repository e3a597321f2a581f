import type { Reply } from '#domain/conversation/reply.ts';
import { changes } from './conversation/changes.ts';
import { closing, confirmation } from './conversation/confirmation.ts';
import { entryCode } from './conversation/entry-code.ts';
import { help } from './conversation/help.ts';
import { menu } from './conversation/menu.ts';
import { notice } from './conversation/notice.ts';
import { prompt } from './conversation/prompt.ts';
import { retry, stale } from './conversation/retry/retry.ts';
import { welcome } from './conversation/welcome.ts';
import { channelHelp } from './facilitation/channel-help.ts';
import { facilitation } from './facilitation/facilitation.ts';
import { invitation } from './facilitation/invitation.ts';
import { room } from './facilitation/room.ts';
import { card } from './parts/card.ts';
import { unlinked } from './parts/inert.ts';
import { followUpCard } from './results/follow-up.ts';
import { groupScenario } from './results/group-scenario.ts';
import { ownPlace } from './results/own-place.ts';
import { personalScenario } from './results/personal-scenario.ts';
import { sharedVision } from './results/shared-vision.ts';
import type { Rendered, View } from './view.ts';

/** How a reply is shown: a card with its plain words, or plain words alone. Pure. */
export function render(reply: Reply, view: View): Rendered {
  const { text, speak = text, card } = drawn(reply, view);
  const plain = unlinked(text);
  return { text: plain, speak, ...(card && { card: { ...card, fallbackText: plain } }) };
}

function drawn(reply: Reply, view: View): Rendered {
  switch (reply.label) {
    case 'welcome':
      return welcome(reply, view);
    case 'consent':
    case 'profile':
    case 'question':
    case 'trajectory':
    case 'proposal':
    case 'second-look':
      return card(view, prompt(reply, view));
    case 'menu':
      return reply.of === 'titles' ? card(view, prompt(reply, view)) : menu(reply, view);
    case 'help':
      if (reply.of === 'channel') return channelHelp(view);
      return reply.of === 'words' ? help(view) : changes(reply, view);
    case 'personal-scenario':
      return personalScenario(reply, view);
    case 'group-scenario':
      return groupScenario(reply, view);
    case 'shared-vision':
      return sharedVision(reply, view);
    case 'follow-up':
      return followUpCard(view);
    case 'own-place':
      return ownPlace(reply, view);
    case 'notice':
      return notice(reply, view);
    case 'retry':
      return retry(reply, view);
    case 'entry-code':
      return card(view, entryCode(view));
    case 'stale':
      return stale(view);
    case 'confirmation':
      return reply.of === 'erasing' ? confirmation(view) : closing(view);
    case 'invitation':
      return invitation(reply, view);
    case 'room':
      return room(reply, view);
    case 'facilitation':
      return facilitation(reply, view);
  }
}
