import { expect, test } from '@jest/globals';
import { tableSheets } from '#documents/print/table-sheets.ts';
import { readPdf } from '#test/documents/print/read-pdf.ts';
import { languages, sampleWording } from '#test/wording/sample.ts';
import { tableForm } from '#web/admin/workshop-kit/table-form.ts';
import { consultationNames } from '#wording/titles.ts';

/** What the form asks, in its order, as it is read; what is asked of each trajectory alike once, with the first. */
function askedByForm(html: string) {
  const plain = (text: string) =>
    text
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .replace(/\s+/g, ' ')
      .trim();
  const found = (part: string, pattern: RegExp) =>
    [...part.matchAll(pattern)].map(([, text = '']) => plain(text));
  /** Labels, choices that say something, and hints of choices. */
  const asks = (part: string) =>
    found(
      part,
      /(?:<legend>|<label for="[^"]*">|<option value="[^"]+"[^>]*>|<input type="radio"[^>]* value="[^"]+"> <span>)([\s\S]*?)(?:<\/legend>|<\/label>|<\/option>|<\/span>)/g,
    );
  const sections = html.split('<section class="panel">');
  const [head = '', ...panels] = sections;
  const whole = panels.pop() ?? '';
  const domains = panels.map((panel) => {
    const [title = ''] = found(panel, /<h2>([\s\S]*?)<\/h2>/g);
    const [before = '', ...rows] = panel.split('<div class="one"');
    const [last = '', after = ''] = (rows.pop() ?? '').split('</fieldset>');
    const each = [...rows, last].map((row) => {
      const [, name = '', kept = ''] = /<span>([\s\S]*?)<small[^>]*>([\s\S]*?)<\/small>/.exec(row) ?? [];
      return { title: plain(name), asks: [plain(kept), ...asks(row)] };
    });
    return { title, before: asks(before), rows: each, after: asks(after) };
  });
  const [firstRow = ''] = whole.split('<div class="synergy"').slice(1);
  return {
    head: asks(head),
    domains,
    whole: {
      title: found(whole, /<h2>([\s\S]*?)<\/h2>/g)[0] ?? '',
      rows: whole.split('<div class="synergy"').length - 1,
      asks: [...found(whole, /<legend>([\s\S]*?)<\/legend>/g), ...asks(firstRow)],
    },
  };
}

test.each(languages.filter((one) => ['fr', 'en'].includes(one)))(
  'the entry form asks what the paper sheets ask: the same fields in the same order, words and numbers (%s)',
  async (language) => {
    const wording = sampleWording(language);
    const visit = { ...wording, token: 't', path: '/' };
    const form = askedByForm(tableForm({ visit, view: wording, filled: new Map(), problems: {} }).html);
    const { pages } = readPdf(
      await tableSheets({ wording, at: '2026-11-25T10:00:00.000Z', compress: false }),
    );
    expect(pages).toHaveLength(form.domains.length + 1);

    // What stands on a page beside what is asked.
    const besides = (domain: string) => [
      consultationNames(wording).title,
      domain,
      ...wording.catalogue.domains.map(({ id }) => wording.text.domains[id]?.description ?? ''),
      wording.say('workshop-kit.asked.trajectory'),
      ...pages.map((_, i) => wording.say('print.sheets.page', { index: i + 1, total: pages.length })),
      ...['print.sheets.again', 'print.sheets.recopied'].map((key) =>
        wording.say(key as 'print.sheets.again'),
      ),
    ];
    const [table = '', people = '', ...more] = form.head;
    expect([table, people, more]).toEqual([
      expect.stringMatching(/^1\. /),
      expect.stringMatching(/^2\. /),
      [],
    ]);
    pages.forEach(({ runs }, i) => {
      const paper = runs
        .map(({ text }) => text.trim())
        .join(' ')
        .replace(/\s+/g, ' ');
      const domain = form.domains[i];
      const asked =
        domain === undefined
          ? [table, ...form.whole.asks, ...Array.from({ length: form.whole.rows }, (_, n) => `${n + 1}`)]
          : [
              ...[table, ...(i === 0 ? [people] : [])],
              ...domain.before,
              ...(domain.rows[0]?.asks ?? []),
              ...domain.rows.map(({ title }) => title),
              ...domain.after,
            ];
      for (const row of domain?.rows ?? []) expect(row.asks).toEqual(domain?.rows[0]?.asks);
      // Each stands on the page, one after the other; and nothing else does.
      let rest = '';
      let at = 0;
      for (const one of asked) {
        const found = paper.indexOf(one, at);
        expect([one, found >= 0]).toEqual([one, true]);
        rest += ` ${paper.slice(at, found)}`;
        at = found + one.length;
      }
      rest += ` ${paper.slice(at)}`;
      for (const one of besides(domain?.title ?? form.whole.title)) rest = rest.replace(one, '');
      expect([i, rest.trim()]).toEqual([i, '']);
    });
  },
);
