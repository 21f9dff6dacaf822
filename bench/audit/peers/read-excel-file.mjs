// read-excel-file with its own schema: the checks of single cells; sums are beyond it.
import { createRequire } from 'node:module';

const { default: readXlsxFile } = createRequire(process.env.PEERS)('read-excel-file/node');
const number = (prop) => ({ prop, type: Number, required: true });
const schema = {
  序号: number('sequence'),
  学校名称: { prop: 'school', type: String, required: true },
  '规划班数（个）': number('classes'),
  '规划学位（个）': number('seats'),
  '规划用地（亩）': number('land'),
  建设主体: { prop: 'builder', type: String, required: true },
  项目状态: { prop: 'status', type: String, required: true },
  备注: { prop: 'remark', type: String },
};
const transformData = (rows) => rows.slice(1).filter((row) => row[1] !== null);
const { errors } = await readXlsxFile(process.argv[2], { schema, transformData });
console.log(errors.length);
