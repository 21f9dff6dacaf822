import { isNumber, pickCell, type, typedSumsOf, type Fault } from './fault';

/** What the head of a table or of a section says. */
export const HEADER_FAULTS: readonly Fault[] = [
  {
    id: 'header-unit-changed',
    seed(scene) {
      const cell = pickCell(
        scene,
        ['land', 'seats', 'amount'],
        ({ value }) => /[（(](?:亩|个)[)）]/u.test(String(value)),
        'header',
      );
      if (!cell) return null;
      const unit = cell.field === 'land' ? '（平方米）' : '（万个）';
      return [type(cell, String(cell.value).replace(/[（(](?:亩|个)[)）]/u, unit)), ...scene.book.find(cell.field)];
    },
  },
  {
    id: 'headers-exchanged',
    seed(scene) {
      const one = pickCell(scene, ['classes', 'land', 'amount', 'target', 'start'], () => true, 'header');
      const partners: Readonly<Record<string, string>> = {
        classes: 'seats',
        land: 'seats',
        amount: 'spent',
        target: 'unitOf',
        start: 'due',
      };
      const other = one && scene.book.find(partners[one.field] ?? '', 'header')[0];
      if (!one || other?.page !== one.page) return null;
      [one.value, other.value] = [other.value, one.value];
      return [one, other, ...[one.field, other.field].flatMap((field) => scene.book.find(field))];
    },
  },
  {
    id: 'header-missing',
    seed(scene) {
      const cell = pickCell(
        scene,
        ['name', 'seats', 'land', 'fundName', 'amount', 'indicator', 'target', 'measure', 'departments'],
        () => true,
        'header',
      );
      return cell ? [type(cell, null), ...scene.book.find(cell.field)] : null;
    },
  },
  {
    id: 'column-left-empty',
    seed(scene) {
      const header = pickCell(
        scene,
        ['status', 'builder', 'seats', 'spent', 'now', 'progress', 'departments'],
        () => true,
        'header',
      );
      if (!header) return null;
      const cells = scene.book.find(header.field).filter(({ page }) => page === header.page);
      return [header, ...cells.flatMap((cell) => [...typedSumsOf(scene.book, cell), type(cell, null)])];
    },
  },
  {
    id: 'land-column-in-square-metres',
    seed(scene) {
      const header = pickCell(scene, 'land', () => true, 'header');
      const cells = scene.book.find('land').filter(isNumber);
      if (!header || cells.length === 0) return null;
      const sums = ['subtotal', 'total'].flatMap((kind) => scene.book.find('land', kind as 'total').filter(isNumber));
      for (const cell of cells) cell.value = Math.round(Number(cell.value) * 666.667);
      for (const sum of sums) if (!sum.calc?.asFormula) sum.value = Math.round(Number(sum.value) * 666.667);
      return [header, ...cells, ...sums];
    },
  },
  {
    id: 'section-heading-of-another',
    seed(scene) {
      const headings = scene.book.find('heading', 'heading');
      const [one, other] = scene.random.shuffled(headings);
      if (!one || !other) return null;
      [one.value, other.value] = [other.value, one.value];
      const below = scene.book.find('name').concat(scene.book.find('name', 'subtotal'));
      return [one, other, ...below.filter(({ id }) => [one.id, other.id].includes(id.split('.')[0] ?? ''))];
    },
  },
  {
    id: 'section-heading-lost',
    seed(scene) {
      const cell = pickCell(scene, 'heading', () => true, 'heading');
      if (!cell) return null;
      const schools = scene.book
        .cells()
        .filter(({ kind, id }) => (kind === 'item' || kind === 'subtotal') && id.split('.')[0] === cell.id);
      return [type(cell, null), ...schools];
    },
  },
];
