import type { Reply } from '#domain/reply.ts';
import { card } from './card.ts';
import { changes } from './changes.ts';
import { channelHelp } from './channel-help.ts';
import { closing, confirmation } from './confirmation.ts';
import { facilitation } from './facilitation.ts';
import { groupScenario } from './group-scenario.ts';
import { help } from './help.ts';
import { invitation } from './invitation.ts';
import { menu } from './menu.ts';
import { notice } from './notice.ts';
import { personalScenario } from './personal-scenario.ts';
import { prompt } from './prompt.ts';
import { retry } from './retry.ts';
import { sharedVision } from './shared-vision.ts';
import { stale } from './stale.ts';
import type { Rendered, View } from './view.ts';
import { welcome } from './welcome.ts';

/** How a reply is shown: a card with its plain words, or plain words alone. Pure. */
export function render(reply: Reply, view: View): Rendered {
  switch (reply.label) {
    case 'welcome':
      return welcome(reply, view);
    case 'consent':
    case 'profile':
    case 'question':
    case 'trajectory':
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
    case 'notice':
      return notice(reply, view);
    case 'retry':
      return retry(reply, view);
    case 'stale':
      return stale(view);
    case 'confirmation':
      return reply.of === 'erasing' ? confirmation(view) : closing(view);
    case 'invitation':
      return invitation(reply, view);
    case 'facilitation':
      return facilitation(reply, view);
  }
}
