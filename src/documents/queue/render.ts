import { type Wording, type WordingSource, withinDomains, wordingOf } from '#wording/wording.ts';
import type { Result } from '../result.ts';
import type { Job, Reader, Released, ResultFile } from './job.ts';

/** Makes the file of a job, on the thread it is called on; what writes it is loaded when it is first asked for. */
export async function renderDocument(job: Job, source: WordingSource): Promise<Uint8Array> {
  const told = (reader: Reader) => wordingOf(reader, source);
  switch (job.kind) {
    case 'poster': {
      const { poster } = await import('../print/poster.ts');
      const [first, ...others] = job.readers;
      return poster({ ...job, wordings: [told(first), ...others.map(told)] });
    }
    case 'cards': {
      const { trajectoryCards } = await import('../print/cards.ts');
      return trajectoryCards({ wording: withinDomains(told(job.reader)), at: job.at });
    }
    case 'sheets': {
      const { tableSheets } = await import('../print/table-sheets.ts');
      return tableSheets({ wording: withinDomains(told(job.reader)), at: job.at });
    }
    case 'tables': {
      const { breakoutSheets } = await import('../print/breakout-sheets.ts');
      return breakoutSheets({ wording: withinDomains(told(job.reader)), at: job.at }, job.tables);
    }
    case 'answer-sheets': {
      const { answerSheets } = await import('../print/answer-sheets.ts');
      const { reader, numbers, at } = job;
      return answerSheets({ wording: withinDomains(told(reader)), numbers, at });
    }
    case 'answer-table': {
      const { paperTemplate } = await import('../tables/paper/paper-template.ts');
      return paperTemplate(withinDomains(told(job.reader)));
    }
    case 'entry-codes': {
      const { codeSheet } = await import('../print/code-sheet.ts');
      const { address, codes, at } = job;
      return codeSheet({ wording: told(job.reader), address, codes, at });
    }
    case 'minutes-pdf':
    case 'minutes-docx': {
      const { minutesFile } = await import('../report/minutes.ts');
      return minutesFile(job, told(job.reader));
    }
    case 'catalogue': {
      const { writeWorkbook } = await import('../workbook/write-workbook.ts');
      return writeWorkbook(job.tables);
    }
    case 'code': {
      const { qrPng } = await import('../print/qr.ts');
      return qrPng(job.address, job.px);
    }
    case 'picture': {
      const { raster } = await import('../pdf/raster.ts');
      return raster(job.svg, { width: job.px });
    }
    default:
      return ofResult(job.kind, job.result, told);
  }
}

async function ofResult(
  kind: ResultFile,
  { reader, ...released }: Released,
  told: (reader: Reader) => Wording,
): Promise<Uint8Array> {
  const result: Result = { wording: told(reader), ...released };
  switch (kind) {
    case 'report-pdf':
      return (await import('../report/files.ts')).reportPdfOf(result);
    case 'report-docx':
      return (await import('../report/files.ts')).reportDocxOf(result);
    case 'slides':
      return (await import('../slides/pptx.ts')).pptx(result);
    case 'briefing-pdf':
      return (await import('../report/briefing.ts')).briefingPdf(result);
    case 'briefing-docx':
      return (await import('../report/briefing.ts')).briefingDocx(result);
    case 'workbook':
      return (await import('../tables/xlsx.ts')).xlsx(result);
    case 'open-data': {
      const { openData } = await import('../tables/open-data/open-data.ts');
      const inLanguage = (language: string) => told({ ...reader, language });
      const data = openData(result, { french: inLanguage('fr'), english: inLanguage('en') });
      if ('zip' in data) return data.zip;
      throw new Error(`Open data stand on ${data.least} people or more`);
    }
  }
}
