import type { Finding } from '../../audit';
import { areaName } from '../../workbook';
import { AUDIT } from './words';

/** `学校建设表!C18`, the sheet alone, or 整个工作簿; as a person reads it, without quotes. */
export function placeText({ place }: Finding): string {
  if (place.sheet === null) return AUDIT.whole;
  return place.area === null ? place.sheet : `${place.sheet}!${areaName(place.area)}`;
}

/** `C18`: under a heading that already names the sheet. */
export function shortPlaceText(finding: Finding): string {
  return finding.place.sheet !== null && finding.place.area !== null
    ? areaName(finding.place.area)
    : placeText(finding);
}
