import type { Assistant } from '#channels/assistant.ts';
import type { Catalogues } from '#domain/catalogue/catalogues.ts';
import { type Consultation, minGroups } from '#domain/consultation/consultation.ts';
import type { Phrases } from '#domain/conversation/phrases.ts';
import { besideGroup, personalScenario } from '#scenario/personal.ts';
import { visionView } from '#scenario/vision.ts';
import type { Store } from '#store/store.ts';
import { wordingOf } from '#wording/wording.ts';
import type { ShownGroup } from './group-page.ts';
import type { MyScenarioOptions } from './my-scenario.ts';

interface Parts {
  readonly assistant: Pick<Assistant, 'dataLinks' | 'tallies'>;
  readonly store: Store;
  readonly catalogues: Catalogues;
  readonly phrases: Pick<Phrases, 'languages' | 'say'>;
}

/** Composes the scenario of the person a link speaks for, in the language it asks for or else theirs. */
export function createMyScenario({
  assistant,
  store,
  catalogues,
  phrases,
}: Parts): MyScenarioOptions['myScenario'] {
  const { dataLinks, tallies: groups } = assistant;
  return async (token, asked) => {
    const id = token === '' ? undefined : dataLinks.read(token);
    const person = id === undefined ? undefined : await store.load('participant', id);
    const consultation = person && (await store.load('consultation', person.consultation));
    if (person === undefined || consultation === undefined) return undefined;
    const at = new Date().toISOString();
    const scenario = personalScenario(person, catalogues.of(consultation));
    const beside = besideGroup(scenario, groups.view(consultation, at));
    await groups.settled();
    const language = phrases.languages.find((one) => one === asked) ?? person.language;
    return { scenario, beside, at, wording: wordingOf({ consultation, language }, { catalogues, phrases }) };
  };
}

/** The released result of a consultation, for anyone; nothing where its smallest group is too small for that. */
export function createGroupResults({
  assistant,
  catalogues,
}: Pick<Parts, 'assistant' | 'catalogues'>): (consultation: Consultation) => Promise<ShownGroup> {
  return async (consultation) => {
    if (consultation.minGroup < minGroups.public) return { group: undefined };
    const group = assistant.tallies.view(consultation, new Date().toISOString());
    await assistant.tallies.settled();
    return { group, vision: visionView(group, catalogues.of(consultation)) };
  };
}
