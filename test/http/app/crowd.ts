import { minGroups } from '#domain/consultation/consultation.ts';
import { begin, type Person } from './person.ts';
import { goOn, isDomainDone } from './robot.ts';

/** How many people the demonstration's group must have before anything is shown of it. */
export const minGroup = minGroups.public;

/** How many there are once a provisional result is there, whatever is drawn. */
export const enough = 3 * minGroup;

/** Somebody new who answers one domain to its end. */
export async function answers(url: string, domain = 'mobility'): Promise<Person> {
  const person = await begin(url, domain);
  await goOn(person, isDomainDone);
  return person;
}
