import { z } from 'zod';

/** How large a logo may be: in bytes, and in pixels a side. */
export const logoBounds = { bytes: 200 * 1024, side: 4_000 } as const;

export const logoTypes = ['image/png', 'image/jpeg'] as const;

/** The logo that stands on a consultation's pages and papers; apart from the consultation, which is read much more often. */
export const Logo = z.strictObject({
  schema: z.literal(1),
  /** The consultation's code. */
  id: z.string().min(1),
  version: z.int().min(0),
  type: z.enum(logoTypes),
  /** In pixels. */
  width: z.int().min(1).max(logoBounds.side),
  height: z.int().min(1).max(logoBounds.side),
  /** A short hash of its bytes: its address changes with it. */
  print: z.string().regex(/^[\w-]{16}$/),
  /** Its bytes in base64. */
  data: z.string().max(Math.ceil(logoBounds.bytes / 3) * 4),
});
export type Logo = z.infer<typeof Logo>;
