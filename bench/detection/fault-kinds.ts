import { yichunPlan as plan } from '../../src/plan';
import type { CellValue } from '../../src/workbook';
import type { Canvas, Place } from './canvas';
import type { Layout, SchoolField } from './layouts';
import type { Random } from './random';
import type { School, Submission } from './submission';

export interface FaultInput {
  readonly canvas: Canvas;
  readonly submission: Submission;
  readonly layout: Layout;
  readonly random: Random;
}

/** Seeds one fault; gives the cells at which a finding counts, or `null` where the layout has no place for it. */
export interface FaultKind {
  readonly id: string;
  readonly seed: (input: FaultInput) => readonly Place[] | null;
}

type Change = (value: number, school: School, random: Random) => CellValue | null;

export const school = (input: FaultInput, fits: (school: School) => boolean = () => true): School | null => {
  const candidates = input.submission.schools.filter(fits);
  return candidates.length === 0 ? null : input.random.pick(candidates);
};
export const placeOf = (input: FaultInput, key: string): Place | null => input.canvas.places.get(key) ?? null;

/** Replaces one figure of one school. */
export function figure(
  id: string,
  field: SchoolField,
  change: Change,
  fits: (school: School) => boolean = () => true,
): FaultKind {
  return {
    id,
    seed: (input) => {
      const chosen = school(
        input,
        (one) => fits(one) && typeof one[field as keyof School] === 'number' && Number(one[field as keyof School]) > 0,
      );
      const place = chosen && placeOf(input, `schools/${chosen.name}/${field}`);
      const value = place && input.canvas.number(place);
      if (!chosen || !place || value === null) return null;
      const changed = change(value, chosen, input.random);
      if (changed === null || changed === value) return null;
      input.canvas.set(place, changed);
      return [place];
    },
  };
}

/** Replaces one text of one school. */
export function words(
  id: string,
  field: SchoolField,
  change: (text: string, input: FaultInput, school: School) => CellValue,
  fits: (school: School) => boolean = () => true,
  /** Other cells of the row that are as right to point at: a status and its date contradict each other. */
  also: readonly SchoolField[] = [],
): FaultKind {
  return {
    id,
    seed: (input) => {
      const chosen = school(input, fits);
      const place = chosen && placeOf(input, `schools/${chosen.name}/${field}`);
      if (!chosen || !place) return null;
      const cell = input.canvas.at(place);
      const old = cell.kind === 'value' ? cell.value : null;
      const value = change(old === null ? '' : String(old), input, chosen);
      // What was right by chance is no fault.
      if (value === old) return null;
      input.canvas.set(place, value);
      const besides = also
        .map((other) => placeOf(input, `schools/${chosen.name}/${other}`))
        .filter((one) => one !== null);
      return [place, ...besides];
    },
  };
}

export const shownIn =
  (measure: 'plannedClasses' | 'plannedSeats' | 'plannedLand') =>
  (one: School): boolean => {
    const found = plan.schools.find((entry) => entry.name === one.name);
    return found !== undefined && found[measure].value !== null;
  };
export const fullWidth = (text: string): string =>
  text.replace(/[0-9.]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

export function textForms(field: SchoolField): readonly FaultKind[] {
  const unit = { classes: '个', seats: '个', land: '亩', formed: '个', invested: '万元' }[field as string] ?? '个';
  return [
    figure(`${field}: stored as text`, field, (value) => String(value)),
    figure(`${field}: full-width digits`, field, (value) => fullWidth(String(value))),
    figure(`${field}: unit behind the number`, field, (value) => `${value}${unit}`),
    figure(`${field}: about`, field, (value) => `约${value}`),
    figure(`${field}: space inside`, field, (value) =>
      value < 1000 ? `${value} ` : String(value).replace(/(\d)(\d{3})$/u, '$1 $2'),
    ),
    figure(`${field}: letter O for 0`, field, (value) =>
      String(value).includes('0') ? String(value).replace('0', 'O') : null,
    ),
    figure(`${field}: placeholder`, field, () => '—'),
    figure(`${field}: words`, field, () => '见附件'),
    figure(`${field}: negative`, field, (value) => -value),
    figure(`${field}: two numbers in one cell`, field, (value) => `${Math.floor(value / 2)}+${Math.ceil(value / 2)}`),
    figure(`${field}: #REF!`, field, () => '#REF!'),
  ];
}

/** A summary cell typed over with another number. */
export function summary(
  id: string,
  key: (input: FaultInput) => string,
  by: (value: number, random: Random) => number,
): FaultKind {
  return {
    id,
    seed: (input) => {
      const place = placeOf(input, key(input));
      const value = place && input.canvas.number(place);
      if (!place || value === null || value === 0) return null;
      input.canvas.set(place, by(value, input.random));
      return [place];
    },
  };
}
export const stageOf = (input: FaultInput): string => input.random.pick(input.submission.schools).stage;

/** A sum that leaves its last row out. */
export function shortSum(id: string, key: (input: FaultInput) => string): FaultKind {
  return {
    id,
    seed: (input) => {
      const place = placeOf(input, key(input));
      const cell = place && input.canvas.at(place);
      if (!place || !cell || cell.kind !== 'sum' || !cell.asFormula || cell.cells.length < 3) return null;
      const last = cell.cells.at(-1);
      if (!last || (input.canvas.number({ sheet: place.sheet, row: last[0], column: last[1] }) ?? 0) === 0) return null;
      input.canvas.set(place, { ...cell, cells: cell.cells.slice(0, -1) });
      return [place];
    },
  };
}

export function other(
  id: string,
  key: (input: FaultInput) => string,
  change: (value: CellValue, input: FaultInput) => CellValue | null,
): FaultKind {
  return {
    id,
    seed: (input) => {
      const place = placeOf(input, key(input));
      const cell = place && input.canvas.at(place);
      if (!place || !cell) return null;
      const changed = change(cell.kind === 'value' ? cell.value : input.canvas.number(place), input);
      if (changed === null) return null;
      input.canvas.set(place, changed);
      return [place];
    },
  };
}
export const fund = (input: FaultInput, field: string): string =>
  `funds/${input.random.pick(input.submission.funds).name}/${field}`;
export const shownFund = (field: string): string => `funds/教育教学质量奖/${field}`;
export const indicator = (input: FaultInput, field: string): string =>
  `indicators/${input.random.pick(input.submission.indicators).name}/${field}`;
