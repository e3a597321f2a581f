import type { WorkshopResult } from '#domain/results/workshop-result.ts';
import { consultationNames } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import { type LogoPicture, namedLogo } from '../pdf/logo.ts';
import { paperAccent } from '../pdf/paper-accent.ts';
import type { Meta } from './meta.ts';
import { type Minuted, minutesBlocks } from './minutes-blocks.ts';

interface Minutes {
  readonly kind: 'minutes-pdf' | 'minutes-docx';
  readonly session: Minuted;
  readonly tables: readonly WorkshopResult[];
  readonly logo?: LogoPicture;
}

/** The minutes of a session, to print or to change; what writes them is loaded when it is first asked for. */
export async function minutesFile(
  { kind, session, tables, logo }: Minutes,
  wording: Wording,
): Promise<Uint8Array> {
  const blocks = minutesBlocks({ session, tables }, wording, namedLogo(logo, wording));
  const meta = metaOf(session, wording);
  if (kind === 'minutes-pdf') return (await import('./pdf.ts')).reportPdf(blocks, meta);
  return (await import('./docx.ts')).reportDocx(blocks, meta);
}

function metaOf({ startedAt, endedAt }: Minuted, wording: Wording): Meta {
  const { title, controller } = consultationNames(wording);
  return {
    title: wording.say('report.document', { paper: wording.say('room.minutes.paper'), title }),
    language: wording.language,
    author: controller,
    at: endedAt ?? startedAt,
    foot: title,
    accent: paperAccent(wording.consultation),
  };
}
