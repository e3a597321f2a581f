/** Rings once at a time, the one last set; holds no process back. */
export class Alarm {
  readonly #ring: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** In milliseconds from now; nothing, or what is past: it does not ring. */
  set(ms: number | undefined): void {
    clearTimeout(this.#timer);
    if (ms === undefined || ms < 0) return;
    const next = ms > longest ? () => this.set(ms - longest) : this.#ring;
    this.#timer = setTimeout(next, Math.min(ms, longest)).unref();
  }
}

/** A timer of Node waits no longer: some 24 days. */
const longest = 2_147_483_647;
