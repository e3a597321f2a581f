import { qrSvg } from '#documents/print/qr.ts';
import { type Job, readerOf } from '#documents/queue/job.ts';
import type { Wording } from '#wording/wording.ts';
import type { Admin } from '../admin.ts';
import { printedFile } from '../printed-file.ts';
import type { AdminAnswer } from '../visit.ts';
import { type Invited, type InviteParts, invited } from './invited.ts';

/** Wide enough for a printed page (10 cm at 300 dots an inch). */
const pngWidth = 1200;

/** What is taken away from the page: the code as a picture, and the poster in one language or in each. */
export function mountFiles(admin: Admin, parts: InviteParts): void {
  const page = (name: string, show: (shown: Invited, name: string) => Promise<AdminAnswer>) =>
    admin.pageOf(`/c/:code/inviter/${name}`, 'reader', (visit, its) =>
      show(invited(visit, its, parts), `${its.id}-${name}`),
    );
  const printed = (name: string, type: string, jobOf: (shown: Invited) => Job | undefined | Promise<Job>) =>
    page(name, async (shown, saved): Promise<AdminAnswer> => {
      const job = await jobOf(shown);
      return job === undefined
        ? { kind: 'missing' }
        : printedFile(parts.documents, job, { name: saved, type });
    });
  page('code.svg', async ({ address }, name) => {
    const bytes = qrSvg(address, { label: address }).svg;
    return { kind: 'file', name, type: 'image/svg+xml', bytes };
  });
  printed('code.png', 'image/png', ({ address }) => ({ kind: 'code', address, px: pngWidth }));
  printed('affiche.pdf', pdf, (shown) => poster(shown, shown.views, parts));
  for (const language of parts.phrases.languages)
    printed(`affiche-${language}.pdf`, pdf, (shown) => {
      const view = shown.views.find((one) => one.language === language);
      return view && poster(shown, [view], parts);
    });
}

const pdf = 'application/pdf';

async function poster(
  { address, visit, consultation }: Invited,
  [first, ...others]: readonly [Wording, ...Wording[]],
  { application }: InviteParts,
): Promise<Job> {
  const readers = [readerOf(first), ...others.map(readerOf)] as const;
  const logo = await application.store.load('logo', consultation.id);
  return { kind: 'poster', readers, address, at: visit.now, ...(logo && { logo }) };
}
