import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

interface ReceivedLetter {
  readonly to: string;
  readonly subject: string;
  /** Its words, decoded. */
  readonly text: string;
  readonly source: string;
}

export type LetterBox = Awaited<ReturnType<typeof letterBox>>;

/**
 * A real SMTP server on this machine; it refuses for good whoever's address begins with `plus-`, and for now `plein-`, or everybody
 * while it is `full`. `slowMs`: how long it takes to say that a letter is taken.
 */
export async function letterBox() {
  const letters: ReceivedLetter[] = [];
  const state = { full: false, refused: 0, slowMs: 0 };
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS', 'AUTH'], logger: false },
    onRcptTo({ address }, _, done) {
      const later = state.full || address.startsWith('plein-');
      const code = address.startsWith('plus-') ? 550 : later ? 452 : undefined;
      if (code !== undefined) state.refused += 1;
      done(code === undefined ? null : Object.assign(new Error('no'), { responseCode: code }));
    },
    onData(stream, { envelope }, done) {
      const taken = (source: string) => {
        letters.push({ to: envelope.rcptTo[0]?.address ?? '', ...read(source), source });
        if (state.slowMs > 0) setTimeout(done, state.slowMs);
        else done();
      };
      // One that is cut short is none.
      text(stream).then(taken, () => done());
    },
  });
  // Whoever writes may die over it.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    ...{ letters, state },
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function read(source: string): { subject: string; text: string } {
  const [head = '', ...body] = source.replaceAll('\r\n', '\n').split('\n\n');
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  const subject = /^Subject: (.*)$/m.exec(unfolded)?.[1] ?? '';
  const words = body.join('\n\n');
  const isQuoted = /Content-Transfer-Encoding: quoted-printable/i.test(unfolded);
  const isBase64 = /Content-Transfer-Encoding: base64/i.test(unfolded);
  return {
    subject,
    text: isQuoted ? quotedPrintable(words) : isBase64 ? Buffer.from(words, 'base64').toString() : words,
  };
}

const quotedPrintable = (words: string): string =>
  Buffer.from(
    words
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
