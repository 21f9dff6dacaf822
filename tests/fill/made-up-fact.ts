import type { SchoolFact } from '../../src/fill/gaps/school-facts';

/** What a made-up workbook says of a school. */
export const schoolFact = (name: string, facts: Partial<SchoolFact> = {}): SchoolFact => ({
  plan: null, name, stage: 'S3', kind: null, builder: '', plannedSeats: 1000, formedSeats: null, progress: null,
  hasFormedSeats: false, ...facts,
}); // prettier-ignore
