import { expect, test } from '@jest/globals';
import { inbound } from '#channels/turns/inbound.ts';
import type { IncomingActivity } from '#channels/wire.ts';
import {
  cardAction,
  channelMessage,
  groupMessage,
  installed,
  membersAdded,
  membersRemoved,
  messageDeleted,
  messageEdited,
  messageReaction,
  personalMessage,
  taskFetch,
  taskSubmit,
  uninstalled,
} from '#test/channel/teams-activity.ts';
import {
  bot,
  inChannel,
  inGroupChat,
  inPrivate,
  newChannel,
  newChat,
  person,
} from '#test/channel/teams-places.ts';

const user = person();
const channel = newChannel();
const said = { service: 'http://127.0.0.1:9/', user };
const inTeam = { ...said, where: inChannel({ channel }) };
const inChat = { ...said, where: inGroupChat(newChat()) };
const alone = { ...said, where: inPrivate(user) };
const data = { act: 'participate', consultation: 'vallee' };

const did = (by: 'message' | 'card' | 'dialog', event: unknown) => ({ kind: 'did', by, event });
const says = (text: string) => did('message', { kind: 'text', text });
const submits = (by: 'message' | 'card' | 'dialog', value: unknown) => did(by, { kind: 'submit', value });

const message = channelMessage({ ...said, channel, text: '' });
const at = (name: string, who: object = bot) => ({ type: 'mention', mentioned: who, text: name });
/** Words in a channel as they come, with whoever they mention. */
const written = (text: string, ...entities: object[]) => ({ ...message, text, entities });

test.each<[string, IncomingActivity, object | undefined]>([
  ['words in a channel', channelMessage({ ...said, channel, text: 'aide' }), says('aide')],
  ['words in a group chat', groupMessage({ ...said, chat: newChat(), text: 'le groupe' }), says('le groupe')],
  ['words in private', personalMessage({ ...said, text: ' bonjour' }), says(' bonjour')],
  ['a mention without a space', written('<at>T</at>aide', at('<at>T</at>')), says('aide')],
  ['a mention and a no-break space', written('<at>T</at>\u00a0aide', at('<at>T</at>')), says('aide')],
  ['a mention at the end', written('aide <at>T</at>', at('<at>T</at>')), says('aide')],
  [
    'a mention twice',
    written('<at>T</at> <at>T</at> aide', at('<at>T</at>'), at('<at>T</at>')),
    says('aide'),
  ],
  ['a mention alone', written('<at>T</at>', at('<at>T</at>')), says('')],
  [
    'a mention of somebody else too',
    written('<at>T</at> aide <at>Zoé</at>', at('<at>T</at>'), at('<at>Zoé</at>', person('Zoé'))),
    says('aide'),
  ],
  ['no words at all', { ...message, text: undefined, entities: undefined } as never, says('')],
  ['too many words', personalMessage({ ...said, text: 'a'.repeat(30_000) }), says('a'.repeat(20_000))],
  [
    'a button of a message',
    { ...personalMessage({ ...said, text: '' }), value: data },
    submits('message', data),
  ],
  [
    'a message whose value is null',
    { ...personalMessage({ ...said, text: 'oui' }), value: null },
    says('oui'),
  ],
  ['a button of a card', cardAction({ ...inTeam, verb: 'invitation', data }), submits('card', data)],
  [
    'a card that refreshes itself',
    cardAction({ ...inTeam, verb: 'invitation', trigger: 'automatic', data }),
    submits('card', data),
  ],
  ['a dialog opened', taskFetch({ ...inTeam, data }), submits('dialog', data)],
  ['a dialog sent', taskSubmit({ ...inTeam, data }), submits('dialog', data)],
  ['a dialog that sends nothing', taskSubmit({ ...inTeam, data: undefined }), submits('dialog', undefined)],
  [
    'an invoke of another kind',
    { ...taskSubmit({ ...inTeam, data }), name: 'composeExtension/query' },
    undefined,
  ],
  ['somebody who joins a channel', membersAdded({ ...inTeam, who: [user] }), { kind: 'people' }],
  ['somebody who leaves a group chat', membersRemoved({ ...inChat, who: [user] }), { kind: 'people' }],
  ['the assistant let in', membersAdded({ ...inTeam, who: [bot] }), { kind: 'let-in' }],
  ['the assistant let in with others', membersAdded({ ...inChat, who: [user, bot] }), { kind: 'let-in' }],
  ['the assistant let go', membersRemoved({ ...inTeam, who: [bot] }), { kind: 'let-go' }],
  ['the assistant let go, in private', membersRemoved({ ...alone, who: [bot] }), { kind: 'let-go' }],
  ['somebody who opens a private chat', membersAdded({ ...alone, who: [user, bot] }), { kind: 'arrived' }],
  ['the assistant alone in a private chat', membersAdded({ ...alone, who: [bot] }), { kind: 'arrived' }],
  [
    'the assistant alone, where nobody is known yet',
    { ...membersAdded({ ...alone, who: [bot] }), from: bot },
    undefined,
  ],
  ['nobody in a private chat', membersAdded({ ...alone, who: [] }), undefined],
  ['the app added in private', installed(alone), { kind: 'arrived' }],
  ['the app brought up to date in private', { ...installed(alone), action: 'add-upgrade' }, undefined],
  [
    'a channel renamed',
    { ...membersAdded({ ...inTeam, who: [] }), membersAdded: undefined } as never,
    undefined,
  ],
  ['the app removed', uninstalled(inTeam), { kind: 'let-go' }],
  ['the app removed in private', uninstalled(alone), { kind: 'let-go' }],
  ['the app added', installed(inTeam), undefined],
  ['the app brought up to date', { ...installed(inTeam), action: 'remove-upgrade' }, undefined],
  ['a message put otherwise', messageEdited({ ...inTeam, id: '1', text: 'non' }), { kind: 'rewritten' }],
  ['a message taken back', messageDeleted({ ...alone, id: '1' }), { kind: 'rewritten' }],
  ['a reaction', messageReaction({ ...inTeam, to: '1' }), undefined],
  ['somebody typing', { ...personalMessage({ ...said, text: '' }), type: 'typing' }, undefined],
])('%s', (_, activity, happening) => {
  expect(inbound(activity)).toEqual(happening);
});
