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

/** Milliseconds from choosing files until the first, and until all of them are told; then from 汇总 to the written sheets. */
export async function consolidateIn(files) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const until = async (found) => {
    const began = performance.now();
    for (let one = found(); ; one = found()) {
      if (one) return one;
      if (performance.now() - began > 60_000) throw new Error('nothing came within a minute');
      await frame();
    }
  };
  [...document.querySelectorAll('[role=tab]')].find((one) => one.innerText.trim() === '汇总').click();
  const input = await until(() => document.querySelector('input[type=file][multiple]'));
  const chosen = new window.DataTransfer();
  for (const { name, base64 } of files)
    chosen.items.add(new window.File([Uint8Array.from(window.atob(base64), (letter) => letter.charCodeAt(0))], name));
  input.files = chosen.files;
  const told = () => [...document.querySelectorAll('li')].filter((one) => one.innerText.includes('强制性')).length;
  const began = performance.now();
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => told() > 0);
  const first = performance.now() - began;
  await until(() => told() === files.length);
  const all = performance.now() - began;
  const combine = [...document.querySelectorAll('button')].find((one) =>
    /^汇总 \d+ 个文件$/u.test(one.innerText.trim()),
  );
  const pressed = performance.now();
  combine.click();
  await until(() => document.body.innerText.includes('汇总完成'));
  return { first, all, combined: performance.now() - pressed };
}
