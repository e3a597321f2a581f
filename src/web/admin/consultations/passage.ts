import { newMark } from '#channels/keys.ts';
import { codeOf } from '#domain/consultation/code-of.ts';
import { bounds, type Consultation, phaseOf } from '#domain/consultation/consultation.ts';
import type { Say } from '#domain/conversation/phrases.ts';
import type { AuditAction } from '#domain/records/audit-entry.ts';
import type { Store } from '#store/store.ts';
import { without } from '../settings/step.ts';
import type { SaidAfter } from '../visit.ts';

/** How a consultation passes from one stage of its life to another. */
interface Passage {
  readonly from: readonly ReturnType<typeof phaseOf>[];
  readonly to: (consultation: Consultation, now: string) => Consultation;
  readonly did: AuditAction;
  readonly said: SaidAfter;
}

export const passages = {
  open: {
    from: ['draft'],
    to: (one, now) => ({ ...without(one, 'draft'), opensAt: latest(one.opensAt, now) }),
    did: 'opened',
    said: 'opened',
  },
  close: {
    from: ['open', 'early'],
    to: (one) => ({ ...one, closed: true }),
    did: 'closed',
    said: 'closed',
  },
  archive: {
    from: ['closed'],
    to: (one, now) => ({ ...one, closed: true, archivedAt: now }),
    did: 'archived',
    said: 'archived',
  },
  restore: {
    from: ['archived'],
    to: (one) => without(one, 'archivedAt'),
    did: 'restored',
    said: 'restored',
  },
} as const satisfies Record<string, Passage>;

/** `unfit`: it is at another stage, as when somebody else was quicker. */
type Passed =
  | { readonly outcome: 'passed'; readonly consultation: Consultation }
  | { readonly outcome: 'unfit' }
  | { readonly outcome: 'missing' };

/** Takes a consultation through a passage. */
export async function pass(code: string, now: string, passage: Passage, store: Store): Promise<Passed> {
  const before = await store.load('consultation', code);
  if (before === undefined) return { outcome: 'missing' };
  if (!passage.from.includes(phaseOf(before, now))) return { outcome: 'unfit' };
  const saved = await store.save('consultation', passage.to(before, now));
  if (saved.outcome === 'conflict') return pass(code, now, passage, store);
  return { outcome: 'passed', consultation: saved.record };
}

/** A draft of its own, with the settings of another and nothing of what was answered there. */
export async function duplicate(
  model: Consultation,
  { now, say, store }: { readonly now: string; readonly say: Say; readonly store: Store },
): Promise<Consultation> {
  const title = Object.fromEntries(
    Object.entries(model.title).map(([language, text]) => [
      language,
      say('admin.life.copy', { title: text }).slice(0, bounds.title),
    ]),
  );
  const id = codeOf(model.title[model.language] ?? '', newMark());
  const copy: Consultation = { ...copied(model), title, id, opensAt: now };
  const saved = await store.save('consultation', copy);
  return saved.outcome === 'saved' ? saved.record : duplicate(model, { now, say, store });
}

const latest = (a: string, b: string): string => (a > b ? a : b);

const copied = (model: Consultation): Consultation => ({
  ...without(model, 'released', 'publishedAt', 'posting', 'closesAt', 'archivedAt', 'draft', 'quotes'),
  version: 0,
  closed: false,
  draft: true,
});
