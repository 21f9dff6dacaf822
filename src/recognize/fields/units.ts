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
  千平方米: 1.5,
  '千㎡': 1.5,
  千m2: 1.5,
  百亩: 100,
  千亩: 1000,
  万亩: 10000,
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
  千平方米: 1000,
  '千㎡': 1000,
  千m2: 1000,
};

/** To 万元. */
export const MONEY_UNITS: UnitFactors = {
  万元: 1,
  元: 0.0001,
  百元: 0.01,
  千元: 0.1,
  十万元: 10,
  百万元: 100,
  百万: 100,
  千万元: 1000,
  千万: 1000,
  亿元: 10000,
  亿: 10000,
  万: 1,
};

/** To 个; one seat is one pupil. Offices count them by the hundred, thousand and ten thousand. */
export const SEAT_UNITS: UnitFactors = {
  ...{ 个: 1, 学位: 1, 个学位: 1, 人: 1, 名: 1, 位: 1, 座: 1, 生: 1 },
  ...{ 百个: 100, 百人: 100, 百座: 100, 百名: 100 },
  ...{ 千个: 1000, 千人: 1000, 千座: 1000, 千名: 1000, 千位: 1000, 千学位: 1000, 千个学位: 1000, 千: 1000 },
  ...{ 万个: 10000, 万人: 10000, 万座: 10000, 万名: 10000, 万学位: 10000, 万个学位: 10000, 万: 10000 },
};
