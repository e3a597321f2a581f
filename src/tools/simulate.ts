import { readOptions, usage } from './simulate/options.ts';
import { playCrowd, type Story } from './simulate/play.ts';
import { createReport } from './simulate/report.ts';
import { viewsIn, viewsLine } from './simulate/views.ts';

/** `npm run simulate`: plays conversations against a running server. Exit: 0, 1 when some failed, 2 for a wrong option. */
async function simulate(args: readonly string[]): Promise<number> {
  const read = readOptions(args);
  if ('problem' in read) {
    console.error(`${read.problem}\n\n${usage}`);
    return 2;
  }
  const { participants } = read.options;
  const report = createReport(participants);
  const stories: Story[] = [];
  const live = process.stdout.isTTY;
  const step = Math.max(1, Math.ceil(participants / 10));
  let told = 0;
  await playCrowd(read.options, (story) => {
    report.add(story);
    stories.push(story);
    told++;
    if (live) process.stdout.write(`\r${report.progress()}`);
    else if (told % step === 0 || told === participants) console.log(report.progress());
  });
  if (live) console.log();
  for (const failure of report.failures.slice(0, 10)) console.error(failure);
  if (report.failures.length > 10) console.error(`… and ${report.failures.length - 10} more`);
  const views = viewsIn(stories);
  if (views.length > 0) console.log(viewsLine(views));
  console.log(report.summary());
  return report.failures.length > 0 ? 1 : 0;
}

process.exitCode = await simulate(process.argv.slice(2));
