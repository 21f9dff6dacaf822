import type { Plan } from '../plan';

/** What stands before a title's first word: `附件2`, `2023年`, the province. */
const LEAD =
  /^(?:附[件表]\d*[:、.]?|表\d+[:、.]?|(?:19|20)\d\d年(?:度)?(?:第?[一二三四]季度|\d{1,2}月)?|[\p{Script=Han}]{2,3}省|\(|[一二三四五六七八九十]+、)*/u;

/** A title's subject: what a unit's or a city's name stands before. */
const SUBJECT =
  '(?=(?:(?:人民)?政府|管委会|教(?:育|体)|学校|中小学|中学|小学|幼儿园|学前|义务|普通高中|普惠|项目|公办|新[增建]|规划|建设|重点|目标|责任|任务|经费|资金|专项|财政|住建|发改|自然资源|城投|(?:19|20)\\d\\d))';
const NAMED = new RegExp(`^([\\p{Script=Han}]{2,3})([市区县])${SUBJECT}`, 'u');
const OF_CENTRE = /^([\p{Script=Han}]{2,3}?)市?中心城区/u;

/** 城区, 片区, 全市: kinds of places, and none by name. */
const NO_NAME =
  /^(?:[全各本我该某每两三四五六所在对与和及])|(?:城|辖|片|校|园|小|社|学|街|库|郊|灾|牧|景|开发|高新|经开|新|试验|示范|产业|工业|商业|保税|合作|功能|管理|核心|集聚|项目|地|级|设|县|市|区|省)$/u;
/** What a title says before 中心城区 instead of a name. */
const NO_CITY =
  /推|加|提|关|实施|支|建|用|完善|优|做|落实|强化|全|扩|打造|改|开展|深|促|围|聚焦|统筹|辖|城|我|本|各|所有|整个|附|表|进一|年|月|市|区|县|的|和|及|与|在|对|按|于|其中|现有|新增|学/u;

/** The city or district that a title names and the plan does not; `null` where it names none, or the plan's own. */
export function placesNamed(plan: Plan, text: string): string | null {
  if (plan.cityName === '') return null;
  const bare = text.replace(LEAD, '');
  const city = OF_CENTRE.exec(bare)?.[1];
  if (city !== undefined && !NO_CITY.test(city) && !isKnown(plan, city)) return city;
  const [, name, kind] = NAMED.exec(bare) ?? [];
  if (name === undefined || kind === undefined || NO_NAME.test(name) || isKnown(plan, `${name}${kind}`)) return null;
  return `${name}${kind}`;
}

function isKnown(plan: Plan, name: string): boolean {
  const known = (text: string | null): boolean =>
    text !== null && (text.includes(name) || (text.length > 2 && name.includes(text)));
  return (
    known(plan.cityName) ||
    known(plan.title) ||
    name.includes(plan.cityName.replace(/市$/u, '')) ||
    plan.builders.some((builder) => [builder.name, ...builder.aliases].some(known)) ||
    plan.schools.some((school) => known(school.name) || known(school.builder.value))
  );
}
