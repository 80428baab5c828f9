/** Where programs read a private calendar. */
export const feedAddress = (request: Request, token: string): string =>
  `${new URL(request.url).origin}/lich-giang/${token}/lich.ics`
