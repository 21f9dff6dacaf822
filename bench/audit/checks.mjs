// The checks of one row and of the total that a schema can express, shared by the peers.
import { z } from 'zod';

const count = z.number().int().nonnegative();
const BUILDERS = ['市本级', '袁州区', '宜阳新区', '经开区', '明月山区'];
const STATUS = ['未开工', '前期', '在建', '主体封顶', '装修施工', '基本完工', '已完工', '投入使用'];

const row = z.object({
  sequence: count,
  school: z.string().trim().min(1),
  classes: count.max(200),
  seats: count.max(20_000),
  land: z.number().nonnegative().max(2_000),
  builder: z.enum(BUILDERS),
  status: z.enum(STATUS),
  remark: z.string().nullish(),
});

/** Findings over rows of values: schema issues, repeated names, a total that is not the sum of its rows. */
export function check(rows) {
  const findings = [];
  const names = new Set();
  const sums = [0, 0, 0];
  rows.forEach((cells, at) => {
    const [sequence, school, classes, seats, land, builder, status, remark] = cells;
    if (typeof school === 'string' && /合\s*计/u.test(school)) {
      [classes, seats, land].forEach((value, i) => {
        if (typeof value === 'number' && Math.abs(value - sums[i]) > 0.005) findings.push([at, '合计不符']);
      });
      return;
    }
    if (school === undefined || school === null || typeof sequence !== 'number') return;
    const read = row.safeParse({ sequence, school, classes, seats, land, builder, status, remark: remark ?? null });
    if (!read.success) for (const issue of read.error.issues) findings.push([at, issue.path.join('.'), issue.message]);
    if (names.has(school)) findings.push([at, '学校重复']);
    names.add(school);
    [classes, seats, land].forEach((value, i) => {
      if (typeof value === 'number') sums[i] += value;
    });
  });
  return findings;
}
