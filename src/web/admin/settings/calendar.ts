import { bounds, minGroups } from '#domain/consultation/consultation.ts';
import { dayOf, justBefore, nextDay, startOfDay } from '#domain/consultation/local-day.ts';
import type { Form } from '#web/http/form.ts';
import { html } from '#web/http/pages/html.ts';
import { line, pick } from '../fields.ts';
import { filled, type Read, type Step, type StepParts, without } from './step.ts';

/** Months that answers may be kept after the end, and characters of who is responsible. */
const most = { months: 60, controller: 200 } as const;

/** Where days begin and end: the French republic's clocks first, then its neighbours'. */
const zones = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'America/Miquelon',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Wallis',
  'Europe/Brussels',
  'Europe/Luxembourg',
  'Europe/Zurich',
  'Europe/London',
  'America/Toronto',
] as const;

export const usualZone = 'Europe/Paris';

/** When it opens and closes, the smallest group, and who answers for it. */
export const calendar: Step = {
  show({ visit, consultation }, sent, problems) {
    const { say } = visit;
    const zone = consultation.timeZone ?? usualZone;
    const closes = consultation.closesAt === undefined ? '' : dayOf(justBefore(consultation.closesAt), zone);
    const isDraft = consultation.draft === true;
    return html`${
      isDraft
        ? line({
            name: 'opens',
            type: 'date',
            label: say('admin.calendar.opens'),
            hint: say('admin.calendar.opens-hint'),
            value: filled(sent, 'opens', dayOf(consultation.opensAt, zone)),
            problem: problems.opens,
          })
        : ''
    }
${line({ name: 'closes', type: 'date', label: say('admin.calendar.closes'), hint: say('admin.calendar.closes-hint'), value: filled(sent, 'closes', closes), problem: problems.closes })}
${pick({ name: 'zone', label: say('admin.calendar.zone'), value: filled(sent, 'zone', zone), choices: zones.map((value) => ({ value, label: town(value) })) })}
${
  isDraft
    ? line({
        name: 'min-group',
        type: 'number',
        label: say('admin.calendar.min-group'),
        hint: say('admin.calendar.min-group-hint', {
          least: minGroups.facilitator,
          public: minGroups.public,
        }),
        value: filled(sent, 'min-group', `${consultation.minGroup}`),
        problem: problems['min-group'],
      })
    : html`<p class="quiet">${say('admin.calendar.min-group-fixed', { n: consultation.minGroup })}</p>`
}
${line({ name: 'controller', label: say('admin.calendar.controller'), hint: say('admin.calendar.controller-hint'), value: filled(sent, 'controller', consultation.controller.name[consultation.language] ?? ''), most: most.controller, problem: problems.controller })}
${line({ name: 'contact', label: say('admin.calendar.contact'), hint: say('admin.calendar.contact-hint'), value: filled(sent, 'contact', consultation.controller.contact), most: most.controller })}
${line({ name: 'retention', type: 'number', label: say('admin.calendar.retention'), value: filled(sent, 'retention', `${consultation.retentionMonths}`), problem: problems.retention })}`;
  },
  read,
};

function read(form: Form, parts: StepParts): Read {
  const { visit, consultation, catalogue } = parts;
  const { say } = visit;
  const zone = zones.find((one) => one === form.one('zone')) ?? usualZone;
  const when = dates(form, zone, parts);
  const minGroup = consultation.draft ? Number(form.one('min-group')) : consultation.minGroup;
  const months = Number(form.one('retention'));
  const controller = form.one('controller').replace(/\s+/g, ' ');
  const isWithin = (n: number, least: number, top: number) => Number.isInteger(n) && n >= least && n <= top;
  const problems = {
    ...when.problems,
    ...(consultation.draft &&
      !isWithin(minGroup, bounds.least, bounds.most) && {
        'min-group': say('admin.calendar.wrong-group', { least: bounds.least, most: bounds.most }),
      }),
    ...((controller.length < 2 || controller.length > most.controller) && {
      controller: say('admin.calendar.no-controller'),
    }),
    ...(!isWithin(months, 1, most.months) && {
      retention: say('admin.calendar.wrong-retention', { most: most.months }),
    }),
  };
  if (Object.keys(problems).length > 0) return { problems };
  return {
    consultation: {
      ...without(consultation, 'closesAt', 'timeZone'),
      opensAt: when.opensAt,
      ...(when.closesAt !== undefined && { closesAt: when.closesAt }),
      ...(zone !== usualZone && { timeZone: zone }),
      minGroup,
      retentionMonths: months,
      controller: {
        // Written again as it stood, it is still said in each language.
        name:
          controller === consultation.controller.name[consultation.language]
            ? consultation.controller.name
            : Object.fromEntries(catalogue.languages.map((language) => [language, controller])),
        contact: form.one('contact').slice(0, most.controller),
      },
    },
  };
}

/** It opens as a day begins and closes as one ends. */
function dates(form: Form, zone: string, { visit, consultation }: StepParts) {
  const { say, now } = visit;
  const [opens, closes] = [form.one('opens'), form.one('closes')];
  const isToday = opens === '' || opens === dayOf(now, zone);
  const begins = isToday ? now : startOfDay(opens, zone);
  const opensAt = consultation.draft ? (begins ?? now) : consultation.opensAt;
  const ends = startOfDay(closes, zone) === undefined ? undefined : startOfDay(nextDay(closes), zone);
  const isPast = ends !== undefined && ends <= now;
  const problems = {
    ...(consultation.draft && begins === undefined && { opens: say('admin.calendar.no-day') }),
    ...(closes !== '' && ends === undefined && { closes: say('admin.calendar.no-day') }),
    ...(isPast && { closes: say('admin.calendar.past') }),
    ...(!isPast && ends !== undefined && ends <= opensAt && { closes: say('admin.calendar.order') }),
  };
  return { opensAt, closesAt: ends, problems };
}

/** The town by which a clock is known. */
const town = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
