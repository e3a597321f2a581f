import { fields, text } from './activity.ts';
import type { Memory } from './memory.ts';
import { request, type ServerAnswer } from './request.ts';

/** Who is asking to converse: anyone in a consultation, or the holder of a facilitator's invitation. */
export type Asking = { readonly consultation: string } | { readonly invitation: string };

export type OpenedSession =
  /** `anew`: the conversation that was open is gone, another one took its place. */
  | { readonly outcome: 'open'; readonly streamUrl: string; readonly anew: boolean }
  | Exclude<ServerAnswer, { outcome: 'ok' }>;

/** Phones are narrower than this, whichever way they are held, in CSS pixels. */
const widestPhone = 600;

/**
 * Of the device, no more than whether it is a phone: it is kept with the answers, to see whether the way suits phones. A finger is its
 * pointer: a computer's screen may seem as narrow to whoever enlarges the page.
 */
const device = () =>
  matchMedia('(pointer: coarse)').matches && Math.min(screen.width, screen.height) < widestPhone
    ? 'phone'
    : 'computer';

/** One person's conversation with the server, across reconnections and new beginnings. */
export class ChatSession {
  conversation: string | undefined;
  token: string | undefined;
  /** How long the token lives, in milliseconds. */
  lives = 1_800_000;
  private begun = false;
  private readonly asking: Asking;
  private readonly memory: Memory;
  private readonly locale: () => string;

  constructor(asking: Asking, memory: Memory, locale: () => string) {
    this.asking = asking;
    this.memory = memory;
    this.locale = locale;
  }

  /** Opens a conversation, or again the one that was open, from its watermark on. */
  async open(watermark: string | undefined): Promise<OpenedSession> {
    if (this.conversation === undefined) return this.start();
    const mark = watermark === undefined ? '' : `?watermark=${encodeURIComponent(watermark)}`;
    const path = `conversations/${encodeURIComponent(this.conversation)}${mark}`;
    const resumed = await request({ method: 'GET', path, token: this.token });
    if (resumed.outcome === 'ok') return { outcome: 'open', streamUrl: this.keep(resumed.body), anew: false };
    if (resumed.outcome === 'away') return resumed;
    this.drop();
    return this.start();
  }

  /** A fresh token before the present one expires. */
  async refresh(): Promise<ServerAnswer> {
    const refreshed = await request({ method: 'POST', path: 'tokens/refresh', token: this.token });
    if (refreshed.outcome === 'ok') this.keep(refreshed.body);
    return refreshed;
  }

  private async start(): Promise<OpenedSession> {
    const { previous } = this.memory;
    const asked = { ...this.asking, ...(previous !== undefined && { previous }) };
    const generated = await request({ method: 'POST', path: 'tokens/generate', body: asked });
    if (generated.outcome !== 'ok') return generated;
    this.keep(generated.body);
    const body = { locale: this.locale(), device: device() };
    const started = await request({ method: 'POST', path: 'conversations', token: this.token, body });
    if (started.outcome !== 'ok') {
      this.drop();
      return started;
    }
    const anew = this.begun;
    this.begun = true;
    return { outcome: 'open', streamUrl: this.keep(started.body), anew };
  }

  private keep(body: unknown): string {
    const answer = fields(body);
    this.token = text(answer, 'token') ?? this.token;
    this.conversation = text(answer, 'conversationId') ?? this.conversation;
    const seconds = Number(answer.expires_in);
    if (seconds > 0) this.lives = seconds * 1000;
    this.memory.previous = this.token;
    return text(answer, 'streamUrl') ?? '';
  }

  private drop(): void {
    this.token = undefined;
    this.conversation = undefined;
  }
}
