/**
 * Opening a file with its looks and saving the grid as xlsx again. Loaded when the first file is opened.
 * May be imported by the workbench page only.
 */
export { readLooks, type FileLooks } from './looks';
export { saveWorkbook } from './save';
export { storedDocument } from './stored-document';
