import { SerialQueue } from './serial-queue.ts';

/** Runs the tasks of one key one after another, those of different keys side by side. An idle key takes no memory. */
export class KeyedQueue {
  readonly #queues = new Map<string, SerialQueue>();

  /** Keys with a task at work or waiting. */
  get size(): number {
    return this.#queues.size;
  }

  /** The task's own promise. With nothing before it, the task begins within the call. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const queue = this.#queues.get(key) ?? new SerialQueue();
    this.#queues.set(key, queue);
    const run = queue.run(task);
    const forget = () => {
      if (queue.size === 0) this.#queues.delete(key);
    };
    run.then(forget, forget);
    return run;
  }
}
