import { z } from 'zod';
import { readAuditLog } from '#application/audit/read-audit-log.ts';
import { textIn } from '#domain/catalogue/text-in.ts';
import { AuditEntry } from '#domain/records/audit-entry.ts';
import { answeredWith } from '../answered-with.ts';
import type { ApiParts } from '../api-parts.ts';
import { Paging, paged, pageOf } from '../paging.ts';
import { bare, type Route, route } from '../route.ts';

const { at, by, action, consultation, facts, changes } = AuditEntry.shape;
/** As programs know it. */
const Line = z.strictObject({ at, by, did: action, consultation, facts, changes });

const lineOf = ({ at, by, action: did, consultation, facts, changes }: AuditEntry): z.infer<typeof Line> => ({
  ...{ at, by, did },
  ...(consultation !== undefined && { consultation }),
  facts,
  ...(changes !== undefined && { changes }),
});

const Named = z.strictObject({ id: z.string(), title: z.string() });
const CatalogueForm = z.strictObject({
  edition: z.string(),
  id: z.string(),
  version: z.string(),
  title: z.string(),
  languages: z.array(z.string()),
  roles: z.array(Named),
  territories: z.array(Named),
  domains: z.array(
    z.strictObject({
      ...Named.shape,
      orientations: z.array(Named),
      questions: z.array(Named),
      trajectories: z.array(
        z.strictObject({ ...Named.shape, summary: z.string(), orientation: z.string(), source: z.string() }),
      ),
    }),
  ),
});

/** What belongs to no one consultation: the journal, and the content. */
export function wholeRoutes({ application, catalogues }: ApiParts): readonly Route[] {
  return [
    route({
      ...bare,
      method: 'get',
      path: '/api/journal',
      scopes: ['journal:read'],
      query: Paging.extend({ consultation: z.string().optional() }),
      answers: { 200: pageOf(Line) },
      async run({ query, actor }) {
        const all = await readAuditLog(application, actor, {
          ...(query.consultation !== undefined && { consultation: query.consultation }),
        });
        const { items, ...place } = paged(all, query);
        return answeredWith({ ...place, items: items.map(lineOf) });
      },
    }),
    route({
      ...bare,
      method: 'get',
      path: '/api/catalogues',
      scopes: ['consultations:read'],
      answers: { 200: z.strictObject({ items: z.array(CatalogueForm) }) },
      async run({ language }) {
        return answeredWith({
          items: catalogues.all.map((one): z.infer<typeof CatalogueForm> => {
            const text = textIn(one, language);
            const named = (ids: readonly string[], titles: Readonly<Record<string, string>>) =>
              ids.map((id) => ({ id, title: titles[id] ?? id }));
            const { edition, id, version, languages, roles, territories, domains } = one;
            return {
              ...{ edition, id, version, title: text.title, languages: [...languages] },
              roles: named(roles, text.roles),
              territories: named(territories, text.territories),
              domains: domains.map((domain) => ({
                id: domain.id,
                title: text.domains[domain.id]?.title ?? domain.id,
                orientations: domain.orientations.map((it) => ({
                  id: it,
                  title: text.orientations[it]?.title ?? it,
                })),
                questions: domain.questions.map((it) => ({
                  id: it.id,
                  title: text.questions[it.id]?.title ?? it.id,
                })),
                trajectories: domain.trajectories.map((it) => ({
                  ...{ id: it.id, orientation: it.orientation, source: it.source },
                  title: text.trajectories[it.id]?.title ?? it.id,
                  summary: text.trajectories[it.id]?.summary ?? '',
                })),
              })),
            };
          }),
        });
      },
    }),
  ];
}
