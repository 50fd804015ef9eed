import { limits } from '../limits.ts';

const MB = 1024 * 1024;

export const httpLimits = limits('http', {
  form_bytes: {
    value: 1 * MB,
    unit: 'bytes',
    reason: 'the longest form is a plan clause; a larger body is a mistake or a flood',
  },
  upload_bytes: {
    value: 25 * MB,
    unit: 'bytes',
    reason: 'a scanned plan with its annex is under 20 MB; the rest is the envelope of the upload',
  },
  file_name: {
    value: 200,
    unit: 'characters',
    reason: 'longer ones fit no line of a page, and few file systems',
  },
  header_bytes: {
    value: 16 * 1024,
    unit: 'bytes',
    reason: 'Node’s own default, stated so that it cannot drift',
  },
  kept_packed_bytes: {
    value: 16 * MB,
    unit: 'bytes',
    reason: 'some 3,000 public pages compressed once and kept; the ones asked for longest ago go first',
  },
  answer_hours: {
    value: 48,
    unit: 'hours',
    reason: 'a program that lost the answer asks again within a day or two, a weekend’s queue included',
  },
  request_seconds: { value: 120, unit: 'seconds', reason: 'an upload of 20 MB over a slow rural line' },
});

/** Requests a minute, counted for each signed-in session or else each address. */
export const rateClasses = limits('http.rate', {
  page: {
    value: 600,
    unit: 'requests a minute',
    reason: 'a person reading fast opens under 60; offices share one address',
  },
  write: {
    value: 120,
    unit: 'requests a minute',
    reason: 'a clerk at a grid saves under two cells a second',
  },
  upload: {
    value: 20,
    unit: 'requests a minute',
    reason: 'each upload is parsed; a year’s plan needs a handful',
  },
  paper: {
    value: 30,
    unit: 'requests a minute',
    reason: 'each one is typeset; a clerk who takes every paper of a day along needs a few',
  },
  sign_in: { value: 10, unit: 'requests a minute', reason: 'a password is typed, not guessed' },
  api: {
    value: 300,
    unit: 'requests a minute',
    reason: 'a department’s software synchronising every few seconds',
  },
  public: {
    value: 1200,
    unit: 'requests a minute',
    reason: 'a whole village may share one address of a mobile network; one citizen opens under 20',
  },
  say: {
    value: 20,
    unit: 'requests a minute',
    reason: 'neighbours at one board share an address of a mobile network; a machine that floods is slowed',
  },
  feed: { value: 60, unit: 'requests a minute', reason: 'calendar programs poll every few minutes' },
});

export type RateClass = keyof typeof rateClasses;
