import { createOfficePort } from '../src/excel';
import { startHeadlessExcel } from '../src/workbench/host/headless';

/** 10,000 × 8 cells of mixed kinds, as the feasibility study wrote them. */
const ROWS = 10_000;
const data = Array.from({ length: ROWS }, (_, i) => [
  i,
  `item ${i % 97}`,
  i * 1.5,
  i % 2 === 0,
  `a${i}`,
  i % 7,
  0.1 * i,
  `'2024-01-${String(1 + (i % 28)).padStart(2, '0')}`,
]);

async function timed(what: string, known: string, work: () => Promise<void>): Promise<void> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const spent = `${Math.round(performance.now() - start)} ms`;
  const busy = `${Math.round(process.cpuUsage(cpu).user / 1000)} ms`;
  process.stdout.write(`${what.padEnd(44)} ${spent.padStart(9)}, CPU ${busy.padStart(8)}   study: ${known}\n`);
}

async function main(): Promise<void> {
  const excel = startHeadlessExcel();
  const port = createOfficePort('workbench');
  await timed(`write ${ROWS} × 8 through the client`, '485-540 ms', () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.add('Big').getRange(`A1:H${ROWS}`).values = data;
      await context.sync();
    }),
  );
  await timed(`read ${ROWS} × 8 through the client`, '240-280 ms', () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Big').getUsedRange().load('values,address');
      await context.sync();
    }),
  );
  await timed('read it as a snapshot through the port', '-', async () => {
    await port.readSnapshot(() => undefined, new AbortController().signal);
  });
  await timed(`write ${ROWS} formulas, recalculate, read`, '2,200-2,800 ms', () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Big').getRange(`J1:J${ROWS}`);
      range.formulas = data.map((_, i) => [`=A${i + 1}*2+C${i + 1}`]);
      await context.sync();
      range.load('values');
      await context.sync();
    }),
  );
  excel.dispose();
}

void main();
