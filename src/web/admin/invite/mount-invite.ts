import type { Consultation } from '#domain/consultation/consultation.ts';
import type { Store } from '#store/store.ts';
import { html } from '#web/http/pages/html.ts';
import type { Admin, Done } from '../admin.ts';
import { actOn, ofConsultation, tabPage } from '../of-consultation.ts';
import { day } from '../said.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { code } from './code.ts';
import { embedding, type RefusedOrigins, wrongLines } from './embedding.ts';
import { type Invited, type InviteParts, invited } from './invited.ts';
import { mountFiles } from './mount-files.ts';
import { readOrigins } from './origins.ts';
import { chat, chatLink, teams } from './teams.ts';
import { texts } from './texts.ts';

/** `/animation/c/{code}/inviter`: everything that brings people to a consultation. */
export function mountInvite(admin: Admin, parts: InviteParts): void {
  const { store, issue } = parts;
  const path = '/c/:code/inviter';
  admin.page(
    path,
    'reader',
    ofConsultation(store, async (visit, its) => page(visit, its, parts)),
  );
  mountFiles(admin, parts);
  admin.act(
    `${path}/conversation`,
    'facilitator',
    actOn(store, async (visit, its): Promise<Done> => {
      // Nobody converses about a draft, nor about what was put away.
      if (its.draft !== undefined || its.archivedAt !== undefined) return { kind: 'missing' };
      const link = `${parts.publicUrl()}/c/${its.id}/facilitator#${issue(its.id)}`;
      return { ...page(visit, its, parts, { link }), wrote: { did: 'chat-link', consultation: its.id } };
    }),
  );
  admin.act(
    `${path}/sites`,
    'facilitator',
    actOn(store, async (visit, its, form): Promise<Done> => {
      if (its.archivedAt !== undefined) return { kind: 'missing' };
      const text = form.text('origins');
      const read = readOrigins(text);
      if ('wrong' in read) return page(visit, its, parts, { refused: { text, wrong: read.wrong } });
      return kept(its, read.origins, store);
    }),
  );
}

interface After {
  readonly link?: string;
  readonly refused?: RefusedOrigins;
}

function page(visit: Member, consultation: Consultation, parts: InviteParts, after: After = {}): AdminAnswer {
  const shown = invited(visit, consultation, parts);
  const { phase } = shown;
  const { link, refused } = after;
  const isOver = phase === 'closed' || phase === 'archived';
  const body = html`${refused === undefined ? '' : wrongLines(refused, visit)}${link === undefined ? '' : chatLink(link, visit)}${standing(shown)}
${code(shown)}
${isOver ? '' : texts(shown)}
${isOver ? '' : teams(shown, parts.isInTeams)}
${chat(shown)}
${embedding(shown, refused)}`;
  const status = refused === undefined ? {} : { status: 422 };
  return { ...tabPage('invite', consultation, visit, body), ...status };
}

/** What whoever follows an invitation finds for now, unless they can answer. */
function standing({ visit, phase, consultation }: Invited) {
  if (phase === 'open') return html``;
  const opens = day(consultation.opensAt, visit, consultation.timeZone);
  return html`<p class="standing ${phase}">${visit.say(`invite.standing.${phase}`, { day: opens })}</p>`;
}

async function kept(its: Consultation, origins: readonly string[], store: Store): Promise<Done> {
  const { frameOrigins: _before, ...others } = its;
  const saved = await store.save('consultation', {
    ...others,
    ...(origins.length > 0 && { frameOrigins: [...origins] }),
  });
  if (saved.outcome === 'conflict') {
    // Somebody saved it meanwhile, or a result came: the sites are those of the newer one.
    const newer = await store.load('consultation', its.id);
    return newer === undefined ? { kind: 'missing' } : kept(newer, origins, store);
  }
  const wrote = { did: 'changed', consultation: its.id } as const;
  return { kind: 'to', path: `/animation/c/${its.id}/inviter`, said: 'saved', wrote };
}
