import { limits } from '../limits.ts';

export const pictureLimits = limits('pictures', {
  bytes: {
    value: 20 * 1024 * 1024,
    unit: 'bytes',
    reason: 'a phone’s photo of 12 to 24 megapixels is 2 to 10 MB; the rest is no photo of a posting',
  },
  pixels: {
    value: 30_000_000,
    unit: 'pixels',
    reason: 'decoding takes up to 12 bytes a pixel; phones take 12 to 24 million unless told otherwise',
  },
  side: {
    value: 20_000,
    unit: 'pixels',
    reason: 'the longest panorama of a phone; longer ones are made to fill memory',
  },
  scans: {
    value: 100,
    unit: 'scans of a progressive JPEG',
    reason: 'cameras write 1, programs up to 10; each scan of a bomb costs one pass over all pixels',
  },
  kept_side: {
    value: 2048,
    unit: 'pixels',
    reason: 'a sheet of A4 stays legible (175 dpi), a wall of postings too',
  },
  kept_bytes: {
    value: 1024 * 1024,
    unit: 'bytes',
    reason: 'ten photos open on a rural line in a minute',
  },
  thumbnail_side: { value: 320, unit: 'pixels', reason: 'half the width of a phone, sharp on its screen' },
  thumbnail_bytes: {
    value: 20 * 1024,
    unit: 'bytes',
    reason: 'six of them weigh as much as a page may',
  },
  at_once: {
    value: 2,
    unit: 'pictures',
    reason:
      'two decodings of the largest picture take 720 MB at worst and leave threads for files and hashes',
  },
  waiting: {
    value: 60,
    unit: 'pictures',
    reason: 'at half a second each the last one waits 15 seconds; beyond that people are told to come back',
  },
});
