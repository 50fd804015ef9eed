import { z } from 'zod';
import { messages } from './i18n.ts';
import type { Job } from './jobs.ts';

const m = messages({
  sweep: {
    vi: 'Dọn tệp của các lần tải lên bị đứt giữa chừng',
    en: 'Remove files of uploads that were cut off',
  },
});

/** One walk serves every tenant that the clock calls in this hour. */
const FRESH_MINUTES = 30;

/** Hourly: files that no row names. The start of the program looks once as well. */
export const sweepFilesJob: Job<never> = {
  name: 'kernel_sweep_files',
  // Run by the clock alone: no payload, so nothing to check.
  payload: z.custom<never>(),
  every: '37 * * * *',
  title: m.sweep,
  async run(_payload, { files, log }) {
    const { foreign, ...counts } = await files.sweep(FRESH_MINUTES);
    if (foreign) log.warn({}, 'the folder of files belongs to another database and was not swept');
    return counts;
  },
};
