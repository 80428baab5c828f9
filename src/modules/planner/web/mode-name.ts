/** Nothing for a programme that has no modes: «no mode» tells a reader nothing. */
export const modeName = (w: { modes: Record<string, string> }, code: string) =>
  code === 'none' ? '' : (w.modes[code] ?? code)
