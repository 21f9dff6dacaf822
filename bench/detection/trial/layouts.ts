export { LIST_LAYOUTS } from './layouts-lists';
export { REPORT_LAYOUTS } from './layouts-reports';
