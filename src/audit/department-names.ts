import { foldName, isAtMostOneLetterApart, splitDepartments } from '../plan';
import type { AuditContext } from './context';
import type { TableView } from './views/table-view';

/** What ends the name of an office; a name without such an end, one letter from one with it, is mistyped. */
const ENDING =
  /(?:局|委|委员会|办|办公室|部|处|厅|院|校|会|中心|政府|管委会|公司|集团|署|站|所|队|社|馆|团|联|法院|编办|监委)(?:\([^()]*\))?$/u;
/** What offices look after, as their names say it. */
const OF_OFFICES =
  /教育|体育|教体|教科|发改|财政|国土|自然|资源|规划|住建|城建|人社|人力|人才|人防|编办|工信|科技|科协|商务|文旅|文广|旅游|卫健|卫生|审计|统计|市监|监管|民政|司法|公安|交通|水利|农业|农村|林业|生态|环保|环境|应急|退役|医保|城管|金融|信访|国资|行政|审批|数据|税务|气象|消防|乡村|外事|民宗|机关|档案|残联|妇联|工会|团委|老干|组织|宣传|统战|政法|纪委|监委|巡察|党校|政研|改革|网信|政府|检察|法院|教体/u;
const LEAST_USES = 2;

/** A department that is one letter from one the plan or the column knows, and that is none itself: 市教体居. */
export function departmentsIn(
  { plan }: AuditContext,
  view: TableView,
): (listed: string) => { readonly found: string; readonly expected: string } | null {
  if (!view.has('departments')) return () => null;
  const uses = new Map<string, number>();
  const known = new Map(plan.departments.map((name) => [foldName(name), name]));
  for (const row of view.table.dataRows)
    for (const name of splitDepartments(plan, view.text(row, 'departments')))
      uses.set(foldName(name), (uses.get(foldName(name)) ?? 0) + 1);
  const usual = [
    ...known,
    ...[...uses].flatMap(([name, count]) => (count >= LEAST_USES ? [[name, name] as const] : [])),
  ];
  return (listed) => {
    for (const name of splitDepartments(plan, listed)) {
      const own = foldName(name);
      if (own.length < 4 || known.has(own) || (uses.get(own) ?? 0) >= LEAST_USES) continue;
      const near = usual.filter(([other]) => other !== own && isAtMostOneLetterApart(own, other));
      const [first] = near;
      if (!first || new Set(near.map(([other]) => other)).size !== 1) continue;
      const isOffice = ENDING.test(own) && OF_OFFICES.test(own) && /^(?:市|区|县|省|各)/u.test(own);
      if (!isOffice && own.length <= first[0].length + 1) return { found: name, expected: first[1] };
    }
    return null;
  };
}
