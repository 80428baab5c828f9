/** One role held by an account, at one unit or for the whole school (`unitId` null). */
export type HeldRole = { role: string; unitId: number | null; unitName: string | null }

/** Who is asking. The same for a cookie and for an API token. */
export type Actor = {
  accountId: number
  name: string
  email: string
  personId: number | null
  roles: HeldRole[]
  rights: string[]
}
