import type { Keep } from '../kept/keep.ts';
import { type ActivitySet, readActivities } from './activity.ts';
import { createOutbox, judgement, type OutboxDelivery, type OutboxEntry } from './outbox.ts';
import { backoff, pause } from './pause.ts';
import { type Away, request } from './request.ts';
import type { ChatSession, OpenedSession } from './session.ts';
import { listen, type Stream } from './stream.ts';

export interface Listener {
  activities(set: ActivitySet): void;
  state(state: State): void;
  delivered(id: string, how: 'sent' | 'refused', status?: number): void;
}

export type State =
  /** `begun`: a conversation began; `anew`: in the place of the one that was open here, which is gone. */
  | { readonly is: 'open'; readonly begun: boolean; readonly anew: boolean }
  | { readonly is: Away }
  /** Nothing more is tried; the server's answer tells why. */
  | { readonly is: 'refused'; readonly status: number };

type Entered = Extract<OpenedSession, { outcome: 'open' }>;

const pollEvery = 2_000;
const pollsBeforeSocket = 15;
const socketsBeforePolls = 2;
const answerWithin = 5_000;
const shortestLife = 60_000;

/** A Direct Line 3.0 client: it stays connected, misses nothing, and loses nothing that was said. */
export class DirectLineClient {
  private readonly session: ChatSession;
  private readonly on: Listener;
  private readonly outbox: ReturnType<typeof createOutbox>;
  private readonly judge = judgement();
  private watermark: string | undefined;
  private stream: Stream | undefined;
  private open = false;
  private over = false;
  private received = 0;

  /** `watermark`: up to where the page shows what was said already. */
  constructor(session: ChatSession, keep: Keep, on: Listener, watermark?: string) {
    this.session = session;
    this.on = on;
    this.watermark = watermark;
    this.outbox = createOutbox(keep, (outgoing) => this.deliver(outgoing));
    addEventListener('offline', () => this.lost());
    document.addEventListener('visibilitychange', () => this.check());
    void this.stayConnected();
    void this.stayKnown();
  }

  /** Sends what is held to be sent. */
  send(): void {
    void this.outbox.flush();
  }

  /** Hears and sends nothing any more. */
  end(): void {
    this.over = true;
    this.open = false;
    this.session.end();
    this.stream?.close();
  }

  private async stayConnected(): Promise<void> {
    for (let attempt = 0, failed = 0; ; attempt++) {
      const opened = await this.session.open(this.watermark);
      if (this.over) return;
      if (opened.outcome === 'refused') {
        this.on.state({ is: 'refused', status: opened.status });
        return;
      }
      if (opened.outcome === 'away') {
        this.on.state({ is: opened.why });
        await pause(opened.waitMs ?? backoff(attempt));
        continue;
      }
      if (opened.anew) this.watermark = undefined;
      const polling = opened.streamUrl === '' || failed >= socketsBeforePolls;
      const worked = polling ? await this.ask(opened) : await this.hearOut(opened);
      if (this.over) return;
      failed = worked ? 0 : failed + 1;
      if (worked) attempt = 0;
      await pause(backoff(attempt));
    }
  }

  /** Over a socket, until it closes; false when it never opened. */
  private async hearOut(session: Entered): Promise<boolean> {
    const { streamUrl } = session;
    this.stream = listen(streamUrl, { open: () => this.joined(session), set: (set) => this.take(set) });
    const { opened } = await this.stream.ended;
    if (this.open) this.lost();
    return opened;
  }

  /** From time to time, for a while; then a socket is tried again. */
  private async ask(session: Entered): Promise<boolean> {
    this.joined(session);
    for (let i = 0; i < pollsBeforeSocket && this.open && (await this.poll()); i++) await pause(pollEvery);
    this.open = false;
    return true;
  }

  private async stayKnown(): Promise<void> {
    while (!this.over) {
      await pause(Math.max(this.session.lives, shortestLife) / 2);
      if (this.open && (await this.session.refresh()).outcome === 'refused') this.lost();
    }
  }

  private async deliver({ clientActivityID: id, activity }: OutboxEntry): Promise<OutboxDelivery> {
    if (!this.open) return 'later';
    const before = this.received;
    const answered = await request({ method: 'POST', ...this.activities(), body: activity });
    if (this.over) return 'later';
    const delivery = this.judge(answered, id);
    const status = answered.outcome === 'refused' ? answered.status : undefined;
    if (delivery !== 'later') this.on.delivered(id, delivery, status);
    else if (answered.outcome === 'away' && answered.why !== 'cut')
      this.flushLater(answered.why, answered.waitMs);
    else this.lost();
    if (delivery === 'sent') void this.makeSure(before);
    return delivery;
  }

  private flushLater(why: Away, waitMs = backoff(2)): void {
    this.on.state({ is: why });
    void pause(waitMs).then(() => this.outbox.flush());
  }

  /** A socket may be dead without knowing: when nothing comes after a delivery, ask. */
  private async makeSure(before: number): Promise<void> {
    await pause(answerWithin);
    if (this.received === before && this.open) await this.poll();
  }

  /** The page is looked at again: what the device let go meanwhile must be taken up. */
  private async check(): Promise<void> {
    if (this.open && document.visibilityState === 'visible' && !(await this.poll())) this.lost();
  }

  private async poll(): Promise<boolean> {
    const answered = await request({ method: 'GET', ...this.activities(this.watermark) });
    if (answered.outcome === 'ok') this.take(readActivities(answered.body));
    return answered.outcome === 'ok';
  }

  private take({ activities, watermark }: ActivitySet): void {
    if (this.over) return;
    this.watermark = watermark ?? this.watermark;
    if (activities.length === 0) return;
    this.received += 1;
    this.on.activities({ activities, ...(watermark !== undefined && { watermark }) });
  }

  private joined({ begun, anew }: Entered): void {
    if (this.over) return;
    this.open = true;
    this.on.state({ is: 'open', begun, anew });
    void this.outbox.flush();
  }

  private lost(): void {
    if (this.over) return;
    this.open = false;
    this.on.state({ is: 'cut' });
    this.stream?.close();
  }

  private activities(watermark?: string) {
    const { conversation = '', token } = this.session;
    const mark = watermark === undefined ? '' : `?watermark=${encodeURIComponent(watermark)}`;
    return { path: `conversations/${encodeURIComponent(conversation)}/activities${mark}`, token };
  }
}
