/** Units that a header or a cell may state → factor to the field's own unit. */
type UnitFactors = Readonly<Record<string, number>>;

/** To 亩; 1 亩 = 666.67 ㎡, so that 1 ㎡ = 0.0015 亩. */
export const LAND_UNITS: UnitFactors = {
  亩: 1,
  '㎡': 0.0015,
  m2: 0.0015,
  平方米: 0.0015,
  平米: 0.0015,
  公顷: 15,
  '万㎡': 15,
  万m2: 15,
  万平方米: 15,
  万平米: 15,
  平方公里: 1500,
  hm2: 15,
};

/** To 所: schools and projects. */
export const COUNT_UNITS: UnitFactors = { 所: 1, 个: 1, 项: 1 };

/** To ㎡. */
export const FLOOR_UNITS: UnitFactors = {
  '㎡': 1,
  m2: 1,
  平方米: 1,
  平米: 1,
  平方: 1,
  '万㎡': 10000,
  万m2: 10000,
  万平方米: 10000,
  万平米: 10000,
};

/** To 万元. */
export const MONEY_UNITS: UnitFactors = {
  万元: 1,
  元: 0.0001,
  千元: 0.1,
  百万元: 100,
  亿元: 10000,
  亿: 10000,
  万: 1,
};

/** To 个; one seat is one pupil. */
export const SEAT_UNITS: UnitFactors = {
  个: 1,
  学位: 1,
  个学位: 1,
  万个: 10000,
  万: 10000,
  人: 1,
  万人: 10000,
  名: 1,
  位: 1,
  座: 1,
  千个: 1000,
};
