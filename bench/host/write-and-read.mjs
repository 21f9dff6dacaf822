// 10,000 × 8 cells written through Microsoft's client and read back; the same for every host that is compared.
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

/** Milliseconds for both together, with a client that is joined to a host. */
export async function writeAndRead(Excel) {
  const start = performance.now();
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('Big').getRange(`A1:H${ROWS}`).values = data;
    await context.sync();
  });
  await Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem('Big').getUsedRange().load('values,address');
    await context.sync();
    if (used.values.length !== ROWS || used.values[ROWS - 1][4] !== `a${ROWS - 1}`)
      throw new Error('not what was written');
  });
  return performance.now() - start;
}
