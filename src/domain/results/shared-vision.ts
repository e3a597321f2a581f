import { z } from 'zod';
import { DomainId } from '../catalogue/domains.ts';
import { ResultKind } from './group-scenario.ts';
import { WaitingView } from './group-view.ts';

/** What the people of a group say that something would bring, as shares of the benefits they named, 0..1. */
const Values = z.strictObject({ economic: z.number(), ecological: z.number(), social: z.number() });

/** An impact of one orientation on another of a different domain, -3..3. */
export const Impact = z.strictObject({ from: z.string(), to: z.string(), strength: z.int() });
export type Impact = z.infer<typeof Impact>;

const Combination = z.strictObject({
  /** One orientation a domain, in the order of the domains. */
  orientations: z.array(z.string()),
  /** 0: it holds together; 1: nearly. */
  inconsistency: z.int(),
});

/** Step 6 of the method: the combinations of orientations that hold together, seen through what the group supports. */
export const SharedVision = z.strictObject({
  domains: z.array(DomainId),
  /** People whose views it stands on. */
  n: z.int(),
  best: Combination,
  /** The next two, in order. */
  others: z.array(Combination).max(2),
  synergies: z.array(z.strictObject({ ...Impact.shape, values: Values.optional() })),
  /** Domains in which the group's favourite orientation is not the one that holds together, and which impacts cause it. */
  tensions: z.array(
    z.strictObject({
      domain: DomainId,
      favourite: z.string(),
      chosen: z.string(),
      causes: z.array(Impact),
    }),
  ),
  /** The single change of a favourite that would bring the favourites nearest to holding together. */
  change: z.strictObject({ from: z.string(), to: z.string() }).optional(),
});
export type SharedVision = z.infer<typeof SharedVision>;

/** What may be shown of the vision now. */
export const VisionView = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('composed'),
    /** Of the result that it stands on. */
    kind: ResultKind,
    at: z.iso.datetime(),
    vision: SharedVision,
  }),
  WaitingView,
  /** `no-judgements`: the catalogue says nothing of how orientations go together. `too-few`: no trajectory has figures yet. */
  z.strictObject({ state: z.literal('none'), reason: z.enum(['no-judgements', 'too-few', 'nothing-holds']) }),
]);
export type VisionView = z.infer<typeof VisionView>;
