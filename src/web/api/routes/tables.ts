import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { WorkshopResult } from '#domain/results/workshop-result.ts';
import { expected, readTable } from '#web/admin/workshop-kit/read-table.ts';
import { tablesOf } from '#web/admin/workshop-kit/tables.ts';
import { formOf } from '#web/http/form.ts';
import { trajectoryTitle } from '#wording/titles.ts';
import { type Wording, withinDomains } from '#wording/wording.ts';
import { answeredWith, noting } from '../answered-with.ts';
import { type ApiParts, withConsultation } from '../api-parts.ts';
import { problem, type Wrong } from '../problem.ts';
import { bare, pointer, type Route, route } from '../route.ts';
import { Code } from './consultations.ts';

const Table = WorkshopResult.omit({ schema: true, version: true, consultation: true, by: true });
const NewTable = Table.omit({ id: true, at: true });
type NewTable = z.output<typeof NewTable>;

const path = '/api/consultations/{code}/tables';
const seated = ({ schema: _s, version: _v, consultation: _c, by: _b, ...shown }: WorkshopResult) => shown;

/** What the tables of a workshop agreed on. */
export function tableRoutes({ store, viewOf }: ApiParts): readonly Route[] {
  return [
    route({
      ...bare,
      method: 'get',
      path,
      scopes: ['results:read'],
      summary: 'What each table of a workshop agreed on; counted apart from what persons answered.',
      params: Code,
      answers: { 200: z.strictObject({ items: z.array(Table) }) },
      run: ({ params }) =>
        withConsultation(store, params.code, async (its) =>
          answeredWith({ items: (await tablesOf(store, its.id)).map(seated) }),
        ),
    }),
    route({
      ...bare,
      method: 'post',
      path,
      scopes: ['consultations:write'],
      summary: 'Adds what a table agreed on.',
      params: Code,
      body: NewTable,
      answers: { 201: Table },
      problems: ['conflict'],
      run: ({ params, body, say, ...call }) =>
        withConsultation(store, params.code, async (its) => {
          if (its.archivedAt !== undefined) return problem('conflict');
          const view = withinDomains(viewOf(its, call.language));
          const taken = (await tablesOf(store, its.id)).map(({ table }) => table);
          const titleOf = (id: string) => trajectoryTitle(view, id);
          const read = readTable(asForm(body), { domains: view.catalogue.domains, taken, titleOf, say });
          const errors = [
            ...unknownIn(body, view),
            ...('problems' in read ? wrongIn(read.problems, view) : []),
          ];
          if (errors.length > 0 || 'problems' in read) return problem('invalid', { errors });
          const table: WorkshopResult = {
            ...{ schema: 1, id: `${its.id}-${randomBytes(9).toString('base64url')}`, version: 0 },
            ...{ consultation: its.id, at: call.now, by: call.actor.id, ...read.table },
          };
          await store.save('workshop-result', table);
          const facts = { name: table.table };
          const wrote = { action: 'table-added', consultation: its.id, facts } as const;
          return noting(answeredWith(seated(table), 201), wrote);
        }),
    }),
    route({
      ...bare,
      method: 'delete',
      path: `${path}/{id}`,
      scopes: ['consultations:write'],
      summary: 'Removes what a table agreed on.',
      params: Code.extend({ id: z.string() }),
      answers: { 204: 'nothing' },
      problems: ['conflict'],
      run: ({ params }) =>
        withConsultation(store, params.code, async (its) => {
          const table = await store.load('workshop-result', params.id);
          if (table?.consultation !== its.id) return problem('not-found');
          if (its.archivedAt !== undefined) return problem('conflict');
          await store.erase('workshop-result', table.id);
          const facts = { name: table.table };
          return noting({ kind: 'empty' }, { action: 'table-removed', consultation: its.id, facts });
        }),
    }),
  ];
}

/** The same as the form of the space sends it. */
const asForm = ({ table, people, domains }: NewTable) =>
  formOf([
    ['table', table],
    ['people', `${people}`],
    ...Object.entries(domains).flatMap(([id, its]): [string, string][] => [
      [`orientation-${id}`, its?.orientation ?? ''],
      [`note-${id}`, its?.note ?? ''],
      ...Object.entries(its?.kept ?? {}).flatMap(
        ([one, { horizon = '', condition = '' }]): [string, string][] => [
          ['kept', one],
          [`horizon-${one}`, horizon],
          [`condition-${one}`, condition],
        ],
      ),
    ]),
  ]);

/** A form shows what there is to choose from; here a name may be one that nobody knows. */
function unknownIn({ domains }: NewTable, { catalogue, say }: Wording): readonly Wrong[] {
  return Object.entries(domains).flatMap(([id, its]) => {
    const known = catalogue.domains.find((one) => one.id === id);
    const { orientation, kept = {} } = its ?? {};
    const trajectories = known?.trajectories.map((one) => one.id) ?? [];
    const wrong = (value: string, ...place: readonly string[]) => ({
      pointer: pointer('domains', id, ...place),
      detail: say('api.wrong.unknown', { value: value.slice(0, 80) }),
    });
    const isUnknown = orientation !== undefined && !known?.orientations.includes(orientation);
    return [
      ...(known === undefined ? [wrong(id)] : []),
      ...(isUnknown ? [wrong(orientation, 'orientation')] : []),
      ...Object.entries(kept).flatMap(([one, { horizon }]) => [
        ...(trajectories.includes(one) ? [] : [wrong(one, 'kept', one)]),
        ...(horizon === undefined || expected.includes(horizon)
          ? []
          : [wrong(horizon, 'kept', one, 'horizon')]),
      ]),
    ];
  });
}

/** From the fields of the form to places in the JSON. */
const wrongIn = (problems: Readonly<Record<string, string>>, view: Wording): readonly Wrong[] =>
  Object.entries(problems).map(([name, detail]) => {
    const [, field, id] = /^(note|kept|condition)-(.+)$/.exec(name) ?? [];
    if (field === 'note' && id !== undefined) return { pointer: pointer('domains', id, field), detail };
    if (id !== undefined) return { pointer: pointer('domains', domainWith(id, view), 'kept', id), detail };
    return { pointer: pointer(name === 'scenario' ? 'domains' : name), detail };
  });

const domainWith = (trajectory: string, { catalogue }: Wording): string =>
  catalogue.domains.find(({ trajectories }) => trajectories.some(({ id }) => id === trajectory))?.id ?? '';
