import fc from 'fast-check';
import { editDistance, isAtMostOneLetterApart } from '../../src/plan';

/** Names alike by chance: few letters, some of them of two code units (𠮷, 𡈽). */
const name = fc.string({ unit: fc.constantFrom('一', '二', '中', '学', '𠮷', '𡈽', 'a'), maxLength: 7 });

/** By its definition, letter by letter. */
function byDefinition([a, ...left]: readonly string[], [b, ...right]: readonly string[]): number {
  if (a === undefined || b === undefined) return left.length + right.length + ((a ?? b) ? 1 : 0);
  return Math.min(
    byDefinition(left, right) + (a === b ? 0 : 1),
    byDefinition([a, ...left], right) + 1,
    byDefinition(left, [b, ...right]) + 1,
  );
}

describe('how far two names are apart', () => {
  it.each([
    ['', '', 0],
    ['江丰小学', '江丰小学', 0],
    ['江丰小学', '江峰小学', 1],
    ['江丰小学', '江丰中心小学', 2],
    ['𠮷林小学', '𡈽林小学', 1],
    ['北湖学校', '', 4],
  ])('%s and %s: %i', (a, b, apart) => {
    expect(editDistance(a, b)).toBe(apart);
    expect(editDistance(b, a)).toBe(apart);
  });

  test('is what its definition says, for any two texts', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const apart = byDefinition([...a], [...b]);
        expect(editDistance(a, b)).toBe(apart);
        expect(isAtMostOneLetterApart(a, b)).toBe(apart <= 1);
      }),
      { numRuns: 200 },
    );
  });
});
