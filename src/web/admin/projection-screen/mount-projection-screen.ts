import { mediaTypes } from '#documents/export-file.ts';
import { releasedOf } from '#documents/queue/job.ts';
import { resultOf } from '#documents/result.ts';
import { type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import { visionView } from '#scenario/vision.ts';
import { logoImage } from '#web/http/pages/logo-image.ts';
import { type LivePart, printOf } from '#web/http/streams.ts';
import { logoName } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Admin } from '../admin.ts';
import { createLiveStreams } from '../live-streams.ts';
import type { AdminOptions } from '../options.ts';
import { printedFile } from '../printed-file.ts';
import { logoAddress } from '../settings/logo-part.ts';
import { tabPage } from '../tab-page.ts';
import type { AdminAnswer, Member } from '../visit.ts';
import { type LiveNumbers, liveNumbers } from './live.ts';
import { projection } from './projection.ts';
import { projectionPage } from './projection-page.ts';
import { slides } from './slides.ts';

type RoomParts = Pick<
  AdminOptions,
  'application' | 'documents' | 'assistant' | 'viewOf' | 'publicUrl' | 'assets' | 'staying'
>;

const path = '/c/:code/salle';

/** `/animation/c/{code}/salle`: what is projected in the room, and what is read before. */
export function mountProjectionScreen(admin: Admin, parts: RoomParts): void {
  const { application, assistant, viewOf, publicUrl, assets } = parts;
  /** What was released. */
  const released = (its: Consultation): Promise<GroupView> => assistant.tallies.view(its, application.now());
  const live = async (view: Wording, group: GroupView): Promise<LiveNumbers> =>
    liveNumbers(await assistant.participation.of(view.consultation), group, view);

  admin.pageOf(path, 'reader', async (visit, its) => {
    const view = viewOf(its, visit.language);
    const sessions = await assistant.room.sessionsOf(its.id);
    const body = projectionPage({ visit, view, sessions, group: await released(its) });
    return tabPage('projection', its, visit, body);
  });
  admin.pageOf(`${path}/projection`, 'reader', async (visit, its): Promise<AdminAnswer> => {
    const view = viewOf(its, visit.language);
    const group = await released(its);
    const now = await live(view, group);
    const phase = phaseOf(its, visit.now);
    const here = `/animation/c/${its.id}/salle`;
    const logo = await application.store.load('logo', its.id);
    const html = projection({
      view,
      slides: slides({
        ...{ view, phase, address: `${publicUrl()}/c/${its.id}`, live: now, group },
        ...(logo && { logo: logoImage(logo, logoAddress(logo), logoName(view)) }),
      }),
      result: now.result,
      addresses: (await assets).addresses,
      paths: { back: here, stream: `${here}/flux?lang=${visit.language}` },
    });
    return { kind: 'whole', html };
  });
  const stream = createLiveStreams(admin, parts);
  stream(`${path}/flux`, 'reader', {
    watch: (its, listener) => assistant.participation.watch(its, listener),
    draw: async (visit, its) => sent(await live(viewOf(its, visit.language), await released(its))),
  });
  mountBriefing(admin, parts, released);
}

/** The numbers as they are sent, on one line. */
function sent(now: LiveNumbers): LivePart {
  const markup = JSON.stringify(now);
  return { print: printOf(markup), markup };
}

/** The briefing, of what was released alone. */
function mountBriefing(
  admin: Admin,
  { application, documents, viewOf, publicUrl }: RoomParts,
  released: (its: Consultation) => Promise<GroupView>,
): void {
  for (const kind of ['pdf', 'docx'] as const)
    admin.pageOf(`${path}/note.${kind}`, 'reader', async (visit: Member, its): Promise<AdminAnswer> => {
      const group = await released(its);
      if (group.state === 'waiting') return { kind: 'missing' };
      const view = viewOf(its, visit.language);
      const vision = visionView(group, view.catalogue);
      const logo = await application.store.load('logo', its.id);
      const result = releasedOf(resultOf({ group, vision, logo }, view, publicUrl()));
      const name = `${its.id}-note-${visit.language}.${kind}`;
      return printedFile(documents, { kind: `briefing-${kind}`, result }, { name, type: mediaTypes[kind] });
    });
}
