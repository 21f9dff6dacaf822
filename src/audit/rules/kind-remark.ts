import { squeezed } from '../../workbook';
import { rowCells } from '../leaning';
import { cellPlace } from '../places';
import { defineRule } from '../rule';
import type { TableView } from '../views/table-view';

/** Words of a remark that say that something was there before; what is said of the quarter around it is left out. */
const NOT_NEW = /迁建|迁址|改建|改扩建|扩建|改造|回购|收购|购置|置换/u;
const ASIDE = /(?:棚户区|棚改|旧城|老城区?|城中村|片区|小区|街区|周边)(?:的)?(?:改造|扩建|迁建)/gu;

/** What is enlarged is not new; what is moved, rebuilt or bought many count as new. */
const isSure = (remark: string): boolean => /扩建/u.test(remark.replace(ASIDE, ''));

/** 建设性质与备注: a school called new whose remark says that it is moved, enlarged, rebuilt or bought. */
export const kindRemark = defineRule({
  ids: ['C11'],
  name: 'kind-remark',
  level: 'warning',
  group: 'consistency',
  stage: 'row',
  tables: ['schools'],
  title: '建设性质与备注矛盾',
  protects: '新建和改扩建的学位、用地口径不同，性质错了统计就错。',
  fixable: 'none',
  source: '同一行的备注',
  whenToExplain: '备注说的是另一部分的，写明。',
  messages: {
    differs: (d: { school: string; kind: string; remark: string }) =>
      `${d.school}建设性质“${d.kind}”，备注却写“${d.remark}”。`,
    planDiffers: (d: { school: string; kind: string; remark: string }) =>
      `${d.school}建设性质“${d.kind}”，方案的备注为“${d.remark}”。`,
    unknown: (d: { school: string; kind: string }) =>
      `${d.school}建设性质“${d.kind}”不是新建、改建、扩建、迁建、配建、回购等用语。`,
  },
  advice: {
    unknown: '核对后按表中其余各校的用语改正。',
    differs: '核对建设性质和备注。',
    planDiffers: '核对建设性质；方案之后已有调整的写审核说明。',
  },
  *check(context, report) {
    for (const view of context.tablesOf('schools')) {
      if (!view.has('buildKind')) continue;
      for (const row of unknownKinds(view)) {
        const kind = view.text(row, 'buildKind');
        yield report('unknown', { school: view.name(row), kind }, cellPlace(view, row, 'buildKind'), { found: kind });
      }
      for (const row of view.table.dataRows) {
        const kind = squeezed(view.text(row, 'buildKind'));
        if (!/^新建(?:项目|类|学校)?$/u.test(kind)) continue;
        const own = view.text(row, 'remark');
        const planned = context.matchAt(view, row).school?.remark ?? null;
        const isOwn = own !== '';
        const remark = isOwn ? own : (planned?.value ?? '');
        if (remark.length > 40 || remark.includes('新建') || !NOT_NEW.test(remark.replace(ASIDE, ''))) continue;
        yield report(
          isOwn ? 'differs' : 'planDiffers',
          { school: view.name(row), kind, remark },
          cellPlace(view, row, 'buildKind'),
          {
            level: isOwn && isSure(remark) ? 'warning' : 'info',
            found: kind,
            leansOn: [rowCells(view, row, ['buildKind'])],
            ...(isOwn || !planned ? {} : { source: planned.source }),
          },
        );
      }
    }
  },
});

const KNOWN_KIND =
  /[新改扩迁重续配代援异]建|改造|回购|购[置买]|租[赁用]|整合|合并|置换|共建|装修|征收|转[型办]|利用|划转|提升|完善|维修|加固|增[建设]|设立|搬迁|移交|调整|升级|拆除|恢复|其他/u;
/** So many other rows have to be in known words. */
const FEWEST_KNOWN = 3;

/** Rows whose kind of building is no known word, where those of nearly all others are. */
function unknownKinds(view: TableView): readonly number[] {
  const rows = view.table.dataRows.filter((row) => squeezed(view.text(row, 'buildKind')) !== '');
  const unknown = rows.filter((row) => !KNOWN_KIND.test(squeezed(view.text(row, 'buildKind'))));
  const known = rows.length - unknown.length;
  return known >= FEWEST_KNOWN && unknown.length * 4 <= known ? unknown : [];
}
