/** The one password of every account of the example, where data are made up and shown to anyone. */
export const EXAMPLE_PASSWORD = 'dan-biet-2024';
