// Generated from the catalogue: one type for each table. A change begins in db/migrations.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as it was stored, written as text. */
export type Json = ColumnType<unknown, string, string>

export type Account = {
  id: GeneratedAlways<number>
  auth_user_id: string | null
  name: string
  email: string
  search_key: string
  sort_key: string
  person_id: number | null
  is_disabled: Generated<boolean>
  created_by: number | null
  created_at: Generated<string>
  version: Generated<number>
}

export type ApiToken = {
  id: GeneratedAlways<number>
  account_id: number
  name: string
  hash: Buffer
  rights: string[]
  created_at: Generated<string>
  expires_at: string
  last_used_at: string | null
  revoked_at: string | null
}

export type AuditLine = {
  id: GeneratedAlways<number>
  transaction_id: string
  made_at: Generated<string>
  account_id: number | null
  procedure: string
  request_id: string
  reason: string | null
  table_name: string
  row_id: string
  action: string
  before: Json | null
  after: Json | null
  hash: Buffer
}

export type AuditSeal = {
  transaction_id: string
  number: number | null
  sealed_at: string | null
  lines: number | null
  previous_hash: Buffer | null
  hash: Buffer | null
}

export type Installation = {
  id: Generated<boolean>
  school_name: string
  province_name: Generated<string>
  is_sample: Generated<boolean>
  created_at: Generated<string>
}

export type Reorganisation = {
  id: GeneratedAlways<number>
  title: string
  document_number: string
  document_on: string
  document_issuer: string
  effective_on: string
  state: Generated<string>
  entered_by: number | null
  entered_at: Generated<string>
  confirmed_by: number | null
  confirmed_at: string | null
  version: Generated<number>
  acts: Json
}

export type RoleGrant = {
  id: GeneratedAlways<number>
  account_id: number
  role: string
  unit_id: number | null
  from_on: string
  until_on: string | null
  granted_by: number | null
}

export type Succession = {
  id: GeneratedAlways<number>
  reorganisation_id: number | null
  from_unit_id: number
  to_unit_id: number
  kind: string
  extent: string
  estimated_share: number | null
  effective_on: string
}

export type Unit = {
  id: GeneratedAlways<number>
  code: string | null
  created_at: Generated<string>
}

export type UnitVersion = {
  id: GeneratedAlways<number>
  unit_id: number
  name: string
  search_key: string
  sort_key: string
  kind: string
  level: string
  bloc: string
  parent_id: number | null
  from_on: string | null
  until_on: string | null
  reorganisation_id: number | null
}

export type Tables = {
  account: Account
  api_token: ApiToken
  audit_line: AuditLine
  audit_seal: AuditSeal
  installation: Installation
  reorganisation: Reorganisation
  role_grant: RoleGrant
  succession: Succession
  unit: Unit
  unit_version: UnitVersion
}
