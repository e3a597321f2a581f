import { device } from '../device.ts';
import type { Keep } from '../kept/keep.ts';
import { oneAtATime } from '../kept/tabs.ts';
import { fields, text } from './activity.ts';
import type { Memory } from './memory.ts';
import { request, type ServerAnswer } from './request.ts';

/** Who is asking to converse: anyone in a consultation, or the holder of a facilitator's invitation. */
export type Asking = { readonly consultation: string } | { readonly invitation: string };

export type OpenedSession =
  /** `begun`: another conversation than the one of before, which is gone or never was; `anew`: in the place of one that was open here. */
  | { readonly outcome: 'open'; readonly streamUrl: string; readonly begun: boolean; readonly anew: boolean }
  | Exclude<ServerAnswer, { outcome: 'ok' }>;

interface SessionParts {
  readonly asking: Asking;
  readonly memory: Memory;
  readonly keep: Pick<Keep, 'place' | 'moveTo' | 'turn'>;
  readonly name: string;
  readonly locale: () => string;
}

/** One person's conversation with the server, across reconnections, new beginnings, tabs and visits. */
export class ChatSession {
  conversation: string | undefined;
  token: string | undefined;
  /** How long the token lives, in milliseconds. */
  lives = 1_800_000;
  private gone: string | undefined;
  private over = false;
  /** What the first lines of the page asked already; good for the first try. */
  private early = window.early?.asked;
  private readonly parts: SessionParts;

  constructor(parts: SessionParts) {
    this.parts = parts;
  }

  /** Opens a conversation, or again the one that is open here, in another tab or was at the last visit, from a watermark on. */
  open(watermark: string | undefined): Promise<OpenedSession> {
    const { name, keep, memory } = this.parts;
    return oneAtATime(name, keep.turn, async () => {
      const held = (await keep.place()) ?? this.conversation;
      const token = memory.previous;
      if (held === undefined || held === this.gone || token === undefined) return this.start();
      const mark = watermark === undefined ? '' : `?watermark=${encodeURIComponent(watermark)}`;
      const path = `conversations/${encodeURIComponent(held)}${mark}`;
      const resumed = await request({ method: 'GET', path, token });
      if (resumed.outcome === 'away') return resumed;
      if (resumed.outcome === 'ok') return { ...this.entered(resumed.body), begun: false };
      this.gone = held;
      return this.start();
    });
  }

  /** Nothing is written down any more. */
  end(): void {
    this.over = true;
  }

  /** A fresh token before the present one expires. */
  async refresh(): Promise<ServerAnswer> {
    const refreshed = await request({ method: 'POST', path: 'tokens/refresh', token: this.token });
    if (refreshed.outcome === 'ok') this.keep(refreshed.body);
    return refreshed;
  }

  private async start(): Promise<OpenedSession> {
    const { memory, asking, keep, locale } = this.parts;
    const { previous } = memory;
    const asked = { ...asking, ...(previous !== undefined && { previous }) };
    const early = previous === undefined ? this.early : undefined;
    this.early = undefined;
    const generated = await request({
      ...{ method: 'POST', path: 'tokens/generate', body: asked },
      early: early?.token,
    });
    if (generated.outcome !== 'ok') return generated;
    const given = fields(generated.body);
    const body = { locale: locale(), device: device() };
    const started = await request({
      ...{ method: 'POST', path: 'conversations', token: text(given, 'token'), body },
      early: early?.conversation,
    });
    if (started.outcome !== 'ok') return started;
    const opened = this.entered(started.body);
    if (!this.over && this.conversation !== undefined) await keep.moveTo(this.conversation);
    return { ...opened, begun: true };
  }

  private entered(body: unknown) {
    const before = this.conversation;
    const streamUrl = this.keep(body);
    return {
      outcome: 'open',
      streamUrl,
      anew: before !== undefined && before !== this.conversation,
    } as const;
  }

  private keep(body: unknown): string {
    const answer = fields(body);
    this.token = text(answer, 'token') ?? this.token;
    this.conversation = text(answer, 'conversationId') ?? this.conversation;
    const seconds = Number(answer.expires_in);
    if (seconds > 0) this.lives = seconds * 1000;
    if (!this.over) this.parts.memory.previous = this.token;
    return text(answer, 'streamUrl') ?? '';
  }
}
