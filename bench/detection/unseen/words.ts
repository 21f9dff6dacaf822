import type { Random } from '../random';

/** Ways in which offices head the same column; a layout draws one of them. */
const HEADS: Readonly<Record<string, readonly string[]>> = {
  seq: ['序号', '编号', 'No.', '序\n号'],
  stage: ['学段', '学校类别', '办学层次', '类别'],
  name: ['学校名称', '项目名称', '学校（园）名称', '校名', '学校', '建设项目名称'],
  unit: ['建设主体', '责任单位', '建设单位', '实施主体', '建设责任主体'],
  classes: ['规划班数', '规划班级数', '班级规模', '计划班数', '办学班数', '班数'],
  seats: ['规划学位', '规划学位数', '计划提供学位', '设计学位', '学位数', '规划招生规模'],
  land: ['规划用地', '用地面积', '占地面积', '规划用地面积', '用地'],
  kind: ['建设性质', '建设类型', '建设方式', '项目性质'],
  status: ['项目状态', '建设状态', '形象进度', '目前进度', '当前状态'],
  start: ['开工时间', '开工日期', '实际开工时间', '动工时间'],
  due: ['计划完工时间', '计划竣工时间', '预计完工时间', '拟竣工时间'],
  done: ['实际完工时间', '竣工时间', '实际竣工日期', '完工日期'],
  invest: ['总投资', '计划总投资', '项目总投资', '概算总投资'],
  before: ['截至上月累计完成投资', '上期累计完成投资', '上月累计完成'],
  month: ['本月完成投资', '本期完成投资', '当月完成'],
  paid: ['累计完成投资', '已完成投资', '完成投资', '至本月底累计完成投资'],
  rate: ['投资完成率', '完成投资比例', '完成比例'],
  formed: ['已形成学位', '已新增学位', '已投用学位', '实际新增学位'],
  area: ['建筑面积', '总建筑面积', '校舍建筑面积'],
  person: ['项目负责人', '联系人', '责任人'],
  phone: ['联系电话', '手机', '电话'],
  remark: ['备注', '说明', '备  注'],
};

/** The unit in which a column counts; `%` only where the figure is a whole-number percentage. */
export const UNIT_WORDS: Readonly<Record<string, string>> = {
  classes: '个',
  seats: '个',
  land: '亩',
  invest: '万元',
  before: '万元',
  month: '万元',
  paid: '万元',
  formed: '个',
  area: '平方米',
};

export const headWord = (field: string, random: Random): string => random.pick(HEADS[field] ?? [field]);

export const TOTAL_WORDS = ['合计', '总计', '合  计', '合 计：'] as const;
export const SUBTOTAL_WORDS = ['小计', '小  计', '小计：'] as const;

export const TITLE = '宜春中心城区教育提升专项行动';
