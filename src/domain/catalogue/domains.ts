import { z } from 'zod';

/** The six activities of daily life that the method looks at, in the order it names them. */
export const domainIds = ['buildings', 'mobility', 'commerce', 'health', 'learning', 'production'] as const;

export const DomainId = z.enum(domainIds);
export type DomainId = z.infer<typeof DomainId>;
