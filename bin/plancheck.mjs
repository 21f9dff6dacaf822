#!/usr/bin/env node
import { pathToFileURL } from 'node:url';
import { bundledCli } from './bundle.mjs';

/** Starts the command line of this checkout; makes its bundle anew where the sources have changed since. */
try {
  const folder = await bundledCli();
  await import(pathToFileURL(`${folder}/main.mjs`).href);
} catch (error) {
  process.stderr.write(`plancheck 无法启动：${error instanceof Error ? error.message : String(error)}\n`);
  process.stderr.write('请在程序目录中重新执行 npm ci 后再试。\n');
  process.exitCode = 70;
}
