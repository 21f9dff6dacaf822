import type { Engine } from './engine';

/** The engine starts to calculate 100 ms after the last change; when it has not by now, there is nothing to calculate. */
const START_WITHIN = 400;

/** Knows whether formulas still have to be calculated, so that a read can wait for them. */
export class Calculation {
  /** Only grows: a workbook that ever held a formula is waited for. */
  hasFormulas: boolean;
  private waiting: (() => void)[] = [];
  private pending = false;
  private running = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly listeners: { dispose(): void }[];

  constructor(private readonly engine: Engine) {
    this.hasFormulas = holdsFormula(engine);
    const formulas = engine.univerAPI.getFormula();
    this.listeners = [
      formulas.calculationStart(() => {
        this.running = true;
      }),
      formulas.calculationEnd(() => this.finish()),
    ];
  }

  /** A change to cells: what depends on them is out of date until the engine has calculated. */
  changed(withFormula: boolean): void {
    if (withFormula) this.hasFormulas = true;
    if (!this.hasFormulas) return;
    this.pending = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.running) this.finish();
    }, START_WITHIN);
  }

  recalculate(): void {
    if (!this.hasFormulas) return;
    this.changed(false);
    this.engine.univerAPI.getFormula().executeCalculation();
  }

  settle(): Promise<void> {
    return this.pending ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve();
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.finish();
  }

  private finish(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.pending = false;
    this.running = false;
    const waiting = this.waiting;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function holdsFormula(engine: Engine): boolean {
  return engine.workbook.getSheets().some((sheet) => {
    let found = false;
    sheet
      .getSheet()
      .getCellMatrix()
      .forValue((_row, _column, cell) => {
        if (cell?.f || cell?.si) found = true;
        return !found;
      });
    return found;
  });
}
