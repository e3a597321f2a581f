import type { DomainId } from '#domain/catalogue/domains.ts';
import { domainIconAddress } from '#wording/domain-icon.ts';
import type { View } from '../view.ts';
import { type Element, icon } from './elements.ts';

/** Teams draws no SVG, in a dialog neither. */
export const drawsIcons = ({ action, setting }: View): boolean =>
  action === 'Action.Submit' && setting === 'chat';

/** The icon of a domain, where the host draws it. */
export const domainIcon = (domain: DomainId, view: View): Element | undefined =>
  drawsIcons(view) ? icon(domainIconAddress(domain)) : undefined;
