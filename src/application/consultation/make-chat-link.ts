import { type Actor, refusal } from '../actor.ts';
import { type Application, missing, type NotDone, type Unfit, unfit } from '../parts.ts';

/** A one-time invitation to facilitate a consultation in the chat. Nobody converses about a draft, nor about what was put away. */
export async function makeChatLink(
  { store, audit, invite }: Pick<Application, 'store' | 'audit' | 'invite'>,
  actor: Actor,
  { code }: { readonly code: string },
): Promise<{ readonly outcome: 'done'; readonly invitation: string } | Unfit | NotDone> {
  const refused = refusal(actor, 'consultations:write', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  if (its.draft !== undefined || its.archivedAt !== undefined) return unfit;
  const invitation = await invite(code, actor.id);
  await audit.write(actor, { action: 'chat-link', consultation: code });
  return { outcome: 'done', invitation };
}
