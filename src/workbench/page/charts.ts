import type { Chart as ChartLibrary } from 'chart.js';
import type { OfficeHost } from '../host';
import type { StoredChart, StoredRange } from '../host';
import { boxOfCells, placeOver } from './cell-box';
import type { Grid } from './grid';

/** How often the layer looks where its cells are; scrolling and zooming have no one event. */
const LOOK_EVERY_MS = 120;

/** Draws the host's charts in a layer over the grid, where their cells are; returns how to stop. */
export function showCharts(layer: HTMLElement, host: OfficeHost, grid: Grid): () => void {
  const drawn = new Map<string, { readonly box: HTMLElement; readonly chart: { destroy(): void } }>();
  let isStopped = false;
  const clear = (): void => {
    for (const { box, chart } of drawn.values()) {
      chart.destroy();
      box.remove();
    }
    drawn.clear();
  };
  const draw = async (): Promise<void> => {
    const charts = chartsOf(host, grid);
    if (charts.length === 0) return clear();
    const { Chart, registerables } = await import(/* webpackChunkName: "charts" */ 'chart.js');
    if (isStopped) return;
    Chart.register(...registerables);
    clear();
    for (const chart of charts) {
      const box = document.createElement('div');
      const canvas = document.createElement('canvas');
      box.append(canvas);
      layer.append(box);
      drawn.set(chart.id, { box, chart: new Chart(canvas, configOf(chart, grid)) });
    }
    place();
  };
  const place = (): void => {
    if (drawn.size === 0) return;
    for (const chart of chartsOf(host, grid)) {
      const box = drawn.get(chart.id)?.box;
      if (box) placeOver(box, boxOfCells(grid, chart.position, layer));
    }
  };
  let active = '';
  const timer = setInterval(() => {
    const now = grid.workbook.getActiveSheet().getSheetId();
    if (now !== active) {
      active = now;
      void draw();
    } else place();
  }, LOOK_EVERY_MS);
  const stopListening = host.onDocumentChanged(() => void draw());
  return () => {
    isStopped = true;
    clearInterval(timer);
    stopListening();
    clear();
  };
}

function chartsOf(host: OfficeHost, grid: Grid): readonly StoredChart[] {
  return host.document.sheets[grid.workbook.getActiveSheet().getSheetId()]?.charts ?? [];
}

function valuesOf(grid: Grid, range: StoredRange | null): readonly unknown[] {
  const sheet = range ? grid.workbook.getSheetBySheetId(range.sheetId) : null;
  if (!range || !sheet) return [];
  const { top, left, bottom, right } = range.area;
  return sheet
    .getRange(top, left, bottom - top + 1, right - left + 1)
    .getValues()
    .flat();
}

function configOf(chart: StoredChart, grid: Grid): ConstructorParameters<typeof ChartLibrary>[1] {
  const isBar = chart.type.startsWith('Bar');
  const isStacked = chart.type.includes('Stacked');
  const isLine = chart.type.startsWith('Line');
  return {
    type: isLine ? 'line' : 'bar',
    data: {
      labels: valuesOf(grid, chart.series[0]?.categories ?? null).map((value) => String(value ?? '')),
      datasets: chart.series.map((series) => ({
        label: series.name,
        data: valuesOf(grid, series.values).map((value) => (typeof value === 'number' ? value : null)),
        ...(series.colour === null ? {} : { backgroundColor: series.colour, borderColor: series.colour }),
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: isBar ? 'y' : 'x',
      plugins: {
        title: { display: chart.title.visible, text: chart.title.text },
        legend: { display: chart.legend.visible, position: 'bottom' },
      },
      scales: { x: { stacked: isStacked }, y: { stacked: isStacked } },
    },
  };
}
