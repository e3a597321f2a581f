import { primary, readCard, said } from './card.ts';
import { decide, type PersonaAction, type Scene } from './decide.ts';
import { type DirectLineConversation, openLine, type PersonExchange } from './direct-line-client.ts';
import { LineFailure } from './line-failure.ts';
import type { SimulationOptions } from './options.ts';
import { type Persona, persona } from './persona.ts';
import { createRng } from './rng.ts';
import { speech } from './speech.ts';

/** How one person's conversation went. */
export interface Story {
  readonly ended: 'finished' | 'gave-up' | 'failed';
  /** Why it failed. */
  readonly failure?: string;
  readonly turns: number;
  readonly replies: number;
  /** The time each turn took, in milliseconds. */
  readonly times: readonly number[];
  /** The trajectories on which they took a stance. */
  readonly stances: readonly string[];
}

/** More turns than any conversation needs: past it somebody is going round in circles. */
const longestStory = 150;

/** Plays a person from the greeting to the end, or to where they leave. */
export async function play(
  person: Persona,
  open: () => Promise<DirectLineConversation>,
  longest = longestStory,
): Promise<Story> {
  const times: number[] = [];
  const stances = new Set<string>();
  let replies = 0;
  let line: DirectLineConversation | undefined;
  const told = (ended: Story['ended'], failure?: string): Story => ({
    ended,
    ...(failure !== undefined && { failure: `person ${person.index}, turn ${times.length}: ${failure}` }),
    turns: times.length,
    replies,
    times,
    stances: [...stances],
  });
  try {
    line = await open();
    const rng = createRng('play', person.seed);
    let received = await line.greeting();
    let scene = look(received, { label: '', language: person.language, turns: 0, focused: false }, false);
    while (times.length < longest) {
      replies += received.length;
      const action = decide(person, scene, rng);
      if (action.does === 'leave') return told(action.because);
      const answered = await line.say(
        action.does === 'type' ? { text: action.text } : { value: action.value },
      );
      received = answered.replies;
      times.push(answered.took);
      const before = scene;
      scene = look(received, { ...before, turns: times.length }, isAside(action));
      for (const id of stanceTaken(before, action, scene)) stances.add(id);
    }
    return told('failed', `still going, at the label ${scene.label}`);
  } catch (error) {
    if (error instanceof LineFailure) return told('failed', error.message);
    throw error;
  } finally {
    line?.close();
  }
}

/** Plays everyone, so many at a time, and tells each story as it ends. */
export async function playCrowd(options: SimulationOptions, tell: (story: Story) => void): Promise<void> {
  const { participants, seed, url, consultation, concurrency } = options;
  let next = 0;
  const worker = async () => {
    while (next < participants) {
      const person = persona(seed, next++);
      tell(await play(person, () => openLine({ url, consultation, locale: person.language })));
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, participants) }, worker));
}

/** The trajectory in front of them, when what they did took a stance on it: tapped, or typed and gone on from. */
function stanceTaken(before: Scene, action: PersonaAction, after: Scene): readonly string[] {
  const asked = trajectoryIn(before);
  if (asked === undefined || action.does === 'leave') return [];
  const { act, none, trajectory } = action.does === 'tap' ? action.value : {};
  if (action.does === 'tap')
    return act === 'ballot' && trajectory === asked && none === undefined ? [asked] : [];
  const isNone = action.aside || after.focused || unsure.includes(action.text);
  return isNone || trajectoryIn(after) === asked ? [] : [asked];
}

/** Said of a trajectory, it leads on and is no view. */
const unsure: readonly string[] = Object.values(speech).flatMap(({ dontKnow }) => dontKnow);

const trajectoryIn = ({ card }: Scene): string | undefined => card && said(primary(card), 'trajectory');

const isAside = (action: PersonaAction): boolean => action.does === 'type' && action.aside === true;

/** What is in front of them after an exchange. */
function look(replies: PersonExchange['replies'], before: Scene, aside: boolean): Scene {
  const cards = replies.flatMap(({ attachments }) =>
    attachments.flatMap(({ contentType, content }) => (contentType === adaptive ? [readCard(content)] : [])),
  );
  const card = cards.findLast((one) => primary(one) !== undefined) ?? before.card;
  const last = replies.at(-1);
  const spoken = replies.findLast(({ locale }) => locale !== undefined)?.locale?.slice(0, 2);
  const language = spoken === 'fr' || spoken === 'en' ? spoken : before.language;
  const unclear = replies.some(({ label }) => label === 'retry' || label === 'stale');
  return {
    label: last?.label ?? before.label,
    language,
    turns: before.turns,
    focused: aside || unclear,
    ...(card && { card }),
  };
}

const adaptive = 'application/vnd.microsoft.card.adaptive';
