// What runs inside the pane's page and measures there: each function is sent to the browser whole, so each stands alone.
/** Notes long tasks from the beginning on. */
export function observe() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    const isThere = [...document.querySelectorAll('button')].some((one) => one.innerText.trim() === '一键审核');
    if (isThere) window.usableAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Milliseconds from the navigation to the first content, and to the button that can be pressed. */
export function paintedIn() {
  const paint = performance.getEntriesByType('paint').find(({ name }) => name === 'first-contentful-paint');
  return { firstPaint: paint?.startTime ?? Number.NaN, usable: window.usableAt ?? Number.NaN };
}

/** Milliseconds from the click to the frame that shows the verdict, and the longest task meanwhile (0: none above 50 ms). */
export async function auditIn() {
  const button = [...document.querySelectorAll('button')].find((one) => one.innerText.trim() === '一键审核');
  const began = performance.now();
  button.click();
  await new Promise((resolve) => {
    const look = () => {
      const isThere = [...document.querySelectorAll('button')].some((one) => one.innerText.trim() === '重新审核');
      if (isThere) resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const shown = performance.now() - began;
  // Long tasks are told a moment after they end; the list is still settling then, which counts as well.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const during = window.longTasks.filter(({ startTime }) => startTime >= began);
  return { shown, longest: Math.max(0, ...during.map(({ duration }) => duration)) };
}

/** Milliseconds from the click on 取消, in the middle of an audit, until the pane can be used again. */
export async function cancelIn() {
  const named = (name) => [...document.querySelectorAll('button')].find((one) => one.innerText.trim() === name);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  named('一键审核').click();
  const began = performance.now();
  while (!named('取消')) {
    if (named('重新审核') || performance.now() - began > 10_000) throw new Error('there was nothing to cancel');
    await frame();
  }
  // Well into the work, not while it is being handed over.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const cancel = named('取消');
  if (!cancel) throw new Error('the audit was over before it could be cancelled');
  const clicked = performance.now();
  cancel.click();
  while (named('取消')) await frame();
  return { stopped: performance.now() - clicked };
}
