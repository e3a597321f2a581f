import type { View } from '#cards/view.ts';

/** A view whose catalogue holds the domains of the consultation alone. */
export function withinDomains(view: View): View {
  const { catalogue, consultation } = view;
  const domains = catalogue.domains.filter(({ id }) => consultation.domains.includes(id));
  return { ...view, catalogue: { ...catalogue, domains } };
}
