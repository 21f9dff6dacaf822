import type { BaselineConflict } from '../../fill';
import type { SubmissionResult } from '../work/work';

/** The words of 汇总. */
export const CONSOLIDATION = {
  intro: '选择各单位报送的文件（xlsx、xlsm、xls），可以一次选多个，也可以拖到这里。原文件不会被改动。',
  choose: '选择报送文件',
  dropHere: '松开鼠标，读取这些文件',
  files: '报送文件',
  drop: '移出',
  dropOne: (file: string) => `移出 ${file}`,
  combine: (count: number) => `汇总 ${count} 个文件`,
  questions: (count: number) => `请您确定（${count} 项）`,
  questionsHelp: '选定后重新汇总。不选的，按现在的结果计；选择随汇总簿保存，下次汇总仍有效。',
  again: '按所选重新汇总',
  standing: '（现计入）',
  conflict: ({ used, unused }: BaselineConflict) =>
    used === null
      ? `各文件登记的方案基准不同（${unused.join('；')}），汇总时没有采用，按公开文本核对。请先在“设置”中载入或在“填报”中登记一份，再重新选择文件汇总。`
      : `有文件登记的方案基准（${unused.join('；')}）与本工作簿的不同，已按本工作簿的（${used}）汇总。请与报送单位核对。`,
  unitUnknown: '未注明填报单位',
  counts: (error: number, warning: number, info: number) => `强制性 ${error}，核实性 ${warning}，提示 ${info}`,
} as const;

export const STATE: Readonly<Record<SubmissionResult['state'], string>> = {
  waiting: '等待读取',
  reading: '正在读取…',
  read: '已读取',
  failed: '未能读取',
  dropped: '不参加汇总',
};
