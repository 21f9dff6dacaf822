// Builds the workbench into dist/workbench; resolves with that folder.
import { join } from 'node:path';
import webpack from 'webpack';
import config from '../webpack.config.js';

export function buildWorkbench(mode = 'development') {
  const folder = join(import.meta.dirname, '..', 'dist', 'workbench');
  const options = config({ workbench: true, out: 'dist/workbench' }, { mode });
  options.cache = { type: 'filesystem', cacheDirectory: join(import.meta.dirname, '..', '.cache', 'webpack') };
  return new Promise((resolve, reject) => {
    webpack(options, (error, stats) => {
      if (error) return reject(error);
      if (stats?.hasErrors()) return reject(new Error(stats.toString({ all: false, errors: true })));
      resolve(folder);
    });
  });
}
