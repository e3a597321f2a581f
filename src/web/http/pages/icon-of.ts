import type { DomainId } from '#domain/catalogue/domains.ts';
import { domainIcon } from '#wording/domain-icon.ts';
import type { Html } from './html.ts';

/** The icon of a domain, before its title. */
export const iconOf = (id: DomainId): Html => ({ html: `${domainIcon(id)} ` });
