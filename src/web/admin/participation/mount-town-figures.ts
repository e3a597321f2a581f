import { changeSettings } from '#application/consultation/change-settings.ts';
import type { Consultation } from '#domain/consultation/consultation.ts';
import type { ConsultationSettings, SettingProblem } from '#domain/consultation/settings/settings.ts';
import { type Form, formOf } from '#web/http/request/form.ts';
import { settingProblem } from '#wording/settings/setting-problem.ts';
import { listed } from '#wording/titles.ts';
import type { Wording } from '#wording/wording.ts';
import type { Admin } from '../admin.ts';
import { hasProblems, type Problems } from '../fields.ts';
import type { AdminOptions } from '../options.ts';
import { expectedIn } from '../settings/as-sent.ts';
import { tabPage } from '../tab-page.ts';
import { type AdminAnswer, type Member, refused, withProblems } from '../visit.ts';
import { readPasted, readShare } from './read-shares.ts';
import { shareFields, type TownPage, townPage } from './town-page.ts';

const path = '/c/:code/suivi/territoire';

/** `/animation/c/{code}/suivi/territoire`: how many people are hoped for, and the town's own figures. */
export function mountTownFigures(
  admin: Admin,
  { application, viewOf }: Pick<AdminOptions, 'application' | 'viewOf'>,
): void {
  const shown = (visit: Member, its: Consultation, page: Partial<TownPage> = {}): AdminAnswer => {
    const body = townPage({ visit, view: viewOf(its, visit.language), drawn: printOf(its), ...page });
    const told = tabPage('participation', its, visit, body, visit.say('town-figures.title'));
    return withProblems(told, hasProblems(page.problems ?? {}));
  };
  admin.pageOf(path, 'facilitator', async (visit, its) =>
    its.archivedAt === undefined ? shown(visit, its) : { kind: 'missing' },
  );
  admin.actOf(path, 'facilitator', async (visit, its, form): Promise<AdminAnswer> => {
    if (its.archivedAt !== undefined) return { kind: 'missing' };
    const view = viewOf(its, visit.language);
    // They stay as they were drawn: what somebody else saved meanwhile is not lost by filling in.
    if (form.one('remplir') !== '')
      return shown(visit, its, { drawn: form.one('vu'), ...pasted(form, view, visit) });
    const drawn = form.one('vu');
    const set = await changeSettings(application, visit.actor, {
      code: its.id,
      settings: settingsIn(form, view),
      isExpected: (now) => drawn === '' || drawn === printOf(now),
    });
    switch (set.outcome) {
      case 'done':
        return { kind: 'to', path: `/animation/c/${its.id}/suivi`, said: 'saved' };
      case 'invalid':
        return shown(visit, its, { sent: form, drawn, problems: besideShares(set.problems, view) });
      case 'changed': {
        const latest = (await application.store.load('consultation', its.id)) ?? its;
        return shown(visit, latest, { sent: form, told: visit.say('town-figures.changed') });
      }
      default:
        return refused(set.outcome);
    }
  });
}

/** Tells two states of what the form changes apart. */
const printOf = ({ expected, townFigures }: Consultation): string => {
  const { source, roles = {}, territories = {} } = townFigures ?? {};
  const all = [...Object.entries(roles), ...Object.entries(territories)].map(
    ([id, share]) => `${id}:${share}`,
  );
  return [expected ?? '', source ?? '', ...all.toSorted()].join(' ');
};

/** What was written, for the rule to judge. */
function settingsIn(form: Form, view: Wording): ConsultationSettings {
  const sharesOf = (of: 'roles' | 'territories') =>
    Object.fromEntries(
      view.catalogue[of].flatMap((id) => {
        const share = readShare(form.one(`${of}-${id}`));
        return share === undefined ? [] : [[id, share] as const];
      }),
    );
  const expected = expectedIn(form);
  return {
    ...(expected !== undefined && { expected }),
    townFigures: {
      source: form.one('source'),
      roles: sharesOf('roles'),
      territories: sharesOf('territories'),
    },
  };
}

/** What is wrong, each beside its field. */
const besideShares = (problems: readonly SettingProblem[], view: Wording): Problems =>
  Object.fromEntries(
    problems.map((one) => [
      one.setting === 'townFigures' ? one.path.join('-') : one.setting,
      settingProblem(one, view),
    ]),
  );

/** The form with what a copied table says in its fields; nothing is saved. */
function pasted(form: Form, view: Wording, { say }: Member): Partial<TownPage> {
  const table = form.text('tableau');
  const { shares, unread } = readPasted(table, shareFields(view));
  const others = form.pairs.filter(([name]) => !shares.has(name) && name !== 'remplir');
  const kept = unread.length === 0 ? others.filter(([name]) => name !== 'tableau') : others;
  const quoted = listed(
    view,
    unread.map((one) => say('town-figures.line', { text: one })),
  );
  const problem =
    table.trim() === ''
      ? say('town-figures.paste-empty')
      : unread.length > 0 && say('town-figures.paste-unread', { n: unread.length, lines: quoted });
  return {
    sent: formOf([...kept, ...shares]),
    ...(shares.size > 0 && { told: say('town-figures.paste-done', { n: shares.size }) }),
    ...(problem && { problems: { tableau: problem } }),
  };
}
