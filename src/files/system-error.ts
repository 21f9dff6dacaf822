/** The `code` of an error that the operating system gave (`ENOSPC`, `EACCES`, …); empty where it has none. */
export function systemErrorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
