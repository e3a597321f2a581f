import { workshopResultsOf } from '#application/workshop/workshop-results.ts';
import { mediaTypes } from '#documents/export-file.ts';
import { readerOf } from '#documents/queue/job.ts';
import { dayOf } from '#domain/consultation/local-day.ts';
import type { Admin } from '../admin.ts';
import type { AdminOptions } from '../options.ts';
import { printedFile } from '../printed-file.ts';
import type { AdminAnswer } from '../visit.ts';

type MinutesParts = Pick<AdminOptions, 'application' | 'assistant' | 'documents' | 'viewOf'>;

/** The minutes of a session, as a file to print and one to change; what tables wrote down on its day is told in them. */
export function mountMinutes(admin: Admin, parts: MinutesParts): void {
  const { application, assistant, documents, viewOf } = parts;
  for (const kind of ['pdf', 'docx'] as const)
    admin.pageOf(
      `/c/:code/salle/seances/:session/compte-rendu.${kind}`,
      'reader',
      async (visit, its): Promise<AdminAnswer> => {
        const { session: id = '' } = visit.params;
        const session = (await assistant.room.sessionsOf(its.id)).find((one) => one.id === id);
        if (session === undefined) return { kind: 'missing' };
        const logo = await application.store.load('logo', its.id);
        const reader = readerOf(viewOf(its, visit.language));
        // What tells devices apart is of no use on paper.
        const { secret: _, ...told } = session;
        const day = dayOf(session.startedAt, its.timeZone);
        const tables = (await workshopResultsOf(application.store, its.id)).filter(
          ({ at }) => dayOf(at, its.timeZone) === day,
        );
        const job = {
          ...({ kind: `minutes-${kind}`, reader, session: told, tables } as const),
          ...(logo && { logo }),
        };
        const name = `${id}-${visit.language}.${kind}`;
        return printedFile(documents, job, { name, type: mediaTypes[kind] });
      },
    );
}
