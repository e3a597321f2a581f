import type { Server } from 'restify';
import { mountAccess } from './access/mount-access.ts';
import { createAdmin } from './admin.ts';
import { mountAuditLog } from './audit/mount-audit-log.ts';
import { mountErasure } from './consultations/mount-erasure.ts';
import { mountLife } from './consultations/mount-life.ts';
import { mountList } from './consultations/mount-list.ts';
import { mountReopening } from './consultations/mount-reopening.ts';
import { mountTexts } from './free-texts/mount-texts.ts';
import { mountInvite } from './invite/mount-invite.ts';
import type { AdminOptions } from './options.ts';
import { mountOrganisation } from './organisation/mount-organisation.ts';
import { mountParticipation } from './participation/mount-participation.ts';
import { mountProjectionScreen } from './projection-screen/mount-projection-screen.ts';
import { mountPublish } from './publish/mount-publish.ts';
import { mountResults } from './results/mount-results.ts';
import { createSend } from './send.ts';
import { createSessions } from './session.ts';
import { mountSettings } from './settings/mount-settings.ts';
import { mountEntry } from './sign-in/mount-entry.ts';
import { mountTeam } from './team/mount-team.ts';
import { mountWorkshopKit } from './workshop-kit/mount-workshop-kit.ts';

/** The facilitator's space, under `/animation`. */
export function mountAdmin(server: Server, given: Omit<AdminOptions, 'staying'>): void {
  const options = { ...given, staying: () => server.server.listening };
  const { application, phrases, assets, publicUrl, key, organisation, isOurs, addressOf } = options;
  const { store, now } = application;
  const clock = () => Date.parse(now());
  const sessions = createSessions(key, () => publicUrl().startsWith('https:'), clock);
  const admin = createAdmin(server, { ...phrases, sessions, store, send: createSend(assets), isOurs, now });
  mountEntry(admin, {
    ...{ sessions, application, addressOf },
    ...(organisation && { organisation: organisation.name }),
  });
  if (organisation) mountOrganisation(server, admin, { ...options, organisation, sessions });
  mountTeam(admin, options);
  mountAuditLog(admin, application);
  mountList(admin, options);
  mountLife(admin, application);
  mountReopening(admin, application);
  mountErasure(admin, { application, retention: options.assistant.retention });
  mountSettings(admin, options);
  mountParticipation(admin, options);
  mountProjectionScreen(admin, options);
  mountWorkshopKit(admin, options);
  mountTexts(admin, options);
  mountInvite(admin, options);
  mountAccess(admin, options);
  mountResults(admin, options);
  mountPublish(admin, options);
}
