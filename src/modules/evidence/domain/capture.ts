import { evidenceLimits } from '../limits.ts';

/** Why a camera's time is not to be believed as it stands; `null` when nothing speaks against it. */
export type CaptureDoubt = 'future' | 'old';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * A time is what the camera's clock said: anybody can set it. In the future of the upload it is wrong; long before it the
 * picture shows some other year.
 */
export function captureDoubt(capturedAt: Date, recordedAt: Date): CaptureDoubt | null {
  const earlier = recordedAt.getTime() - capturedAt.getTime();
  if (earlier < -evidenceLimits.clock_hours * HOUR_MS) return 'future';
  return earlier > evidenceLimits.capture_days * DAY_MS ? 'old' : null;
}
