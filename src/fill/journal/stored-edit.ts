import type { CellContent, Edit } from '../../workbook';

/** True for an edit as JSON brings it back. */
export function isEdit(value: unknown): value is Edit {
  if (typeof value !== 'object' || value === null) return false;
  const edit = value as Record<string, unknown>;
  if (edit['kind'] === 'storePart')
    return typeof edit['name'] === 'string' && (edit['text'] === null || typeof edit['text'] === 'string');
  if (typeof edit['sheet'] !== 'string' || !isPosition(edit['row'])) return false;
  switch (edit['kind']) {
    case 'content':
      return isPosition(edit['column']) && isContent(edit['content']);
    case 'format':
      return isPosition(edit['column']) && typeof edit['format'] === 'string';
    case 'insertRows':
    case 'deleteRows':
      return isPosition(edit['count']);
    default:
      return false;
  }
}

function isPosition(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isContent(value: unknown): value is CellContent {
  if (typeof value !== 'object' || value === null) return false;
  const content = value as Record<string, unknown>;
  switch (content['kind']) {
    case 'empty':
      return true;
    case 'value':
      return ['string', 'number', 'boolean'].includes(typeof content['value']);
    case 'formula':
      return typeof content['formula'] === 'string';
    default:
      return false;
  }
}
