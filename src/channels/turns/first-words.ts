import type { View } from '#cards/view.ts';
import type { Reply } from '#domain/conversation/reply.ts';
import type { OutgoingActivity } from '../wire.ts';
import { outbound } from './outbound.ts';

/** What whoever is new in an open consultation is greeted with, before anything is known or held of them. */
export const firstWords = (view: View): readonly OutgoingActivity[] =>
  [welcome, view.consultation.entry === undefined ? consent : entryCode].map((reply) =>
    outbound(reply, view),
  );

const welcome: Reply = { label: 'welcome', facilitator: false };
const consent: Reply = { label: 'consent' };
const entryCode: Reply = { label: 'entry-code' };
