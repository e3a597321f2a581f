import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { failingOf, type Observer, type Step } from '../observer.ts';
import { routeKind } from '../route-kind.ts';

/** What is read at the moment it is asked for. */
export interface Readings {
  /** Files to print, at work or waiting. */
  documents(): number;
  /** Messages to other programs that have not arrived yet. */
  deliveries(): number;
  /** Consultations whose posts in channels are to be brought up to date. */
  channelPosts(): number;
  directLine(): { readonly conversations: number; readonly sockets: number; readonly waiting: number };
}

export interface Metrics {
  readonly observer: Observer;
  /** From now on these are read as well. */
  read(readings: Readings): void;
  /** All of it, in Prometheus' text format (0.0.4). */
  text(): Promise<string>;
  readonly contentType: string;
}

/** In seconds. A turn is noticed past a fifth of one. */
const turnBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
/** A record in memory is given in some microseconds; a save waits for the disk. */
const storeBuckets = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5];

/** The program's own measures, and those of the process: memory, processor, event loop, garbage collection. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    ...{ name: 'trajectoires_turns_total', help: 'Turns taken, by channel and how they ended.', registers },
    labelNames: ['channel', 'outcome'],
  });
  const turnTime = new Histogram({
    ...{ name: 'trajectoires_turn_duration_seconds', help: 'How long a turn takes, its replies included.' },
    ...{ registers, labelNames: ['channel'], buckets: turnBuckets },
  });
  const storeTime = new Histogram({
    ...{ name: 'trajectoires_store_duration_seconds', help: 'How long an operation of the store takes.' },
    ...{ registers, labelNames: ['operation'], buckets: storeBuckets },
  });
  const answers = new Counter({
    ...{
      name: 'trajectoires_http_answers_total',
      help: 'HTTP answers, by kind of route and class of status.',
    },
    ...{ registers, labelNames: ['kind', 'class'] },
  });
  const missed = new Counter({
    ...{
      name: 'trajectoires_recogniser_missed_total',
      help: 'Texts of which nothing was recognised in time.',
    },
    ...{ registers, labelNames: ['why'] },
  });
  for (const why of ['late', 'busy']) missed.inc({ why }, 0);
  let atWork = 0;

  const turn = async <T>(channel: string, work: () => Promise<T>): Promise<T> => {
    const end = turnTime.startTimer({ channel });
    let outcome = 'done';
    atWork += 1;
    try {
      return await work();
    } catch (error) {
      outcome = failingOf(error);
      throw error;
    } finally {
      atWork -= 1;
      end();
      turns.inc({ channel, outcome });
    }
  };
  const observer: Observer = {
    missed: (why) => missed.inc({ why }),
    async during(step: Step, work, answered) {
      if (step.name === 'turn') return turn(step.channel, work);
      if (step.name === 'store') return work().finally(storeTime.startTimer({ operation: step.operation }));
      const value = await work();
      if (step.name !== 'request' || answered === undefined) return value;
      const { route, status } = answered(value);
      answers.inc({ kind: routeKind(route), class: `${Math.floor(status / 100)}xx` });
      return value;
    },
  };
  return {
    observer,
    read: (readings) => gauge(readings, () => atWork, registry),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** Queues and open conversations, counted as they are asked for. */
function gauge(readings: Readings, atWork: () => number, registry: Registry): void {
  const one = (name: string, help: string, read: () => number) =>
    new Gauge({
      ...{ name: `trajectoires_${name}`, help, registers: [registry] },
      collect() {
        this.set(read());
      },
    });
  one('turns_at_work', 'Turns being taken.', atWork);
  one('turns_waiting', 'Turns behind another of the same conversation.', () => readings.directLine().waiting);
  one('documents_waiting', 'Files to print, the one at work included.', readings.documents);
  one('webhook_deliveries_waiting', 'Messages to other programs on their way.', readings.deliveries);
  one('channel_posts_waiting', 'Consultations whose posts in channels are behind.', readings.channelPosts);
  one('direct_line_conversations', 'Conversations in memory.', () => readings.directLine().conversations);
  one('direct_line_sockets', 'Sockets open to people.', () => readings.directLine().sockets);
}
