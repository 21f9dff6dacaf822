import type { FieldDefinition } from './types';

/** Declares a known column; the type checks that nothing is missing. */
export function defineField(field: FieldDefinition): FieldDefinition {
  return field;
}
