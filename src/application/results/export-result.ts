import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import type { Logo } from '#domain/records/logo.ts';
import type { GroupView } from '#domain/results/group-view.ts';
import type { VisionView } from '#domain/results/shared-vision.ts';
import { type Actor, refusal } from '../actor.ts';
import { type Application, type IdentifiedText, missing, type NotDone } from '../parts.ts';
import { publishedQuotes } from '../texts/quotes.ts';
import { shownResult } from './shown-result.ts';

/** What a file is made of. */
interface ReleasedResult {
  readonly its: Consultation;
  readonly group: Extract<GroupView, { state: 'released' }>;
  readonly vision: VisionView;
  /** Texts published with it, as their authors share them now. */
  readonly quotes: readonly IdentifiedText[];
  readonly logo: Logo | undefined;
}

interface ExportWish<File> {
  readonly code: string;
  /** As the audit log calls it; `zip` is open data. */
  readonly format: string;
  /** Makes the file, unless too many wait for theirs. */
  readonly make: (
    result: ReleasedResult,
  ) => Promise<{ readonly outcome: 'made'; readonly file: File } | { readonly outcome: 'busy' }>;
}

export type ExportOutcome<File> =
  | { readonly outcome: 'made'; readonly file: File }
  | { readonly outcome: 'busy' }
  /** Too few people for a result. */
  | { readonly outcome: 'waiting'; readonly needed: number }
  /** Open data of so small groups is given to nobody. */
  | { readonly outcome: 'not-open' }
  | NotDone;

/** The released result as a file. */
export async function exportResult<File>(
  parts: Pick<Application, 'store' | 'audit' | 'catalogues' | 'groupOf' | 'textsOf'>,
  actor: Actor,
  { code, format, make }: ExportWish<File>,
): Promise<ExportOutcome<File>> {
  const { store, audit } = parts;
  const refused = refusal(actor, 'exports:read', code);
  if (refused !== undefined) return refused;
  const its = await store.load('consultation', code);
  if (its === undefined) return missing;
  const { group, vision } = await shownResult(parts, its);
  if (group.state === 'waiting') return { outcome: 'waiting', needed: group.needed };
  if (format === 'zip' && its.minGroup < minGroups.public) return { outcome: 'not-open' };
  const [quotes, logo] = await Promise.all([publishedQuotes(parts, its), store.load('logo', code)]);
  const made = await make({ its, group, vision, quotes, logo });
  if (made.outcome === 'made')
    await audit.write(actor, { action: 'exported', consultation: code, facts: { format } });
  return made;
}
