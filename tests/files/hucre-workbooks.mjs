/** Prints, as one JSON array of base64, workbooks that another writer made: `node hucre-workbooks.mjs SEED COUNT`. */
import { writeXlsx } from 'hucre/xlsx';

let state = Number(process.argv[2]) >>> 0;
const random = (n) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * n);
};
const WORDS = ['宜阳二中', '小计：', ' 空格 ', '<&">', '=1+1', '两\n行', '𠀀', '_x0041_'];
const value = () =>
  [() => null, () => WORDS[random(WORDS.length)], () => random(10000) / 100, () => -random(9), () => random(2) === 1][
    random(5)
  ]();

const files = [];
for (let i = 0; i < Number(process.argv[3]); i++) {
  const sheets = Array.from({ length: 1 + random(3) }, (_, s) => {
    const width = 1 + random(6);
    return {
      name: `表${s + 1}`,
      rows: Array.from({ length: 1 + random(20) }, () => Array.from({ length: width }, value)),
      merges: random(2) ? [{ startRow: 1, startCol: 0, endRow: 2, endCol: 1 }] : [],
      columns: Array.from({ length: width }, () => (random(3) ? {} : { numFmt: '0.00' })),
    };
  });
  files.push(Buffer.from(await writeXlsx({ sheets })).toString('base64'));
}
process.stdout.write(JSON.stringify(files));
