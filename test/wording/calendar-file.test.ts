import { describe, expect, test } from '@jest/globals';
import type { Consultation } from '#domain/consultation/consultation.ts';
import { calendarFile } from '#wording/calendar/calendar-file.ts';
import { sampleWording } from './sample.ts';

const places = {
  chat: 'https://x.example/c/vallee',
  results: 'https://x.example/c/vallee/resultats?lang=fr',
};
const now = '2026-11-23T10:00:00.000Z';

function file(change: Partial<Consultation>, language = 'fr'): string | undefined {
  const wording = sampleWording(language);
  return calendarFile({ ...wording, consultation: { ...wording.consultation, ...change } }, places, now);
}

/** The lines as they were before they were folded. */
const lines = (text = ''): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar file', () => {
  const closing = { closesAt: '2026-12-15T23:00:00.000Z' };

  test('has the last day where the consultation is held, and the result the day after', () => {
    const days = lines(file(closing)).filter((line) => line.startsWith('DTSTART'));
    expect(days).toEqual(['DTSTART;VALUE=DATE:20261215', 'DTSTART;VALUE=DATE:20261216']);
    // Midnight in Réunion is 20:00 in UTC.
    const far = file({ closesAt: '2026-12-15T20:00:00.000Z', timeZone: 'Indian/Reunion' });
    expect(lines(far)).toContain('DTSTART;VALUE=DATE:20261215');
  });

  test('ends every line by CR LF, folds them at 75 octets without cutting a character, and escapes', () => {
    const title = { fr: `Vallée ; « ${'é'.repeat(60)} », 2040\\n🚲`, en: 'x' };
    const text = file({ ...closing, title }) ?? '';
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n|\r[^\n]|\ufffd/);
    expect(lines(text).find((line) => line.startsWith('SUMMARY'))).toContain(
      `Vallée \\; « ${'é'.repeat(60)} »\\, 2040\\\\n🚲`,
    );
  });

  test('leads to the results, and back into nobody’s answers', () => {
    const text = lines(file(closing));
    expect(text).toContain(`URL:${places.results}`);
    expect(text.filter((line) => /t=|reprendre|code/.test(line))).toEqual([]);
    expect(lines(file(closing, 'en')).join()).toContain('Last day to answer');
  });

  test('is none where no end is set', () => {
    expect(file({})).toBeUndefined();
  });
});
