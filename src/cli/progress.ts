const WIDTH = 20;

/** `[######··············]  3/10  袁州区.xlsx` */
export function progressLine(done: number, total: number, name: string): string {
  const filled = total === 0 ? WIDTH : Math.floor((done / total) * WIDTH);
  return `[${'#'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${done}/${total} ${name}`;
}
