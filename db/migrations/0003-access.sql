-- Accounts, the roles they hold, tokens. Sign-in itself (passwords, sessions, second factor) lives in schema auth,
-- written by better-auth, out of reach of nhip_app.

create table auth."user" (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null default false,
  "image" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "twoFactorEnabled" boolean default false
);
create table auth."session" (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" on delete cascade
);
create index session_of_user on auth."session" ("userId");
create table auth."account" (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index account_of_user on auth."account" ("userId");
create table auth."verification" (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index verification_identifier on auth."verification" ("identifier");
create table auth."twoFactor" (
  "id" text primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" on delete cascade,
  "verified" boolean default true,
  "failedVerificationCount" integer default 0,
  "lockedUntil" timestamptz
);
create index two_factor_of_user on auth."twoFactor" ("userId");

create table account (
  id bigint generated always as identity primary key,
  -- Empty for the command line of the server, which nobody can sign in as.
  auth_user_id text unique references auth."user" ("id"),
  name text not null constraint account_name_length check (length(name) between 1 and 120),
  email text not null constraint account_email_once unique,
  search_key text not null,
  sort_key text collate "C" not null,
  -- The person whose files these are (learners, lecturers); a foreign key once people exist.
  person_id bigint unique,
  is_disabled boolean not null default false,
  created_by bigint references account,
  created_at timestamptz not null default now(),
  version integer not null default 1
);

create table role_grant (
  id bigint generated always as identity primary key,
  account_id bigint not null references account,
  role text not null,
  -- Empty for a role of the school itself.
  unit_id bigint references unit,
  from_on date not null,
  until_on date,
  granted_by bigint references account,
  constraint role_grant_period check (until_on is null or from_on < until_on),
  constraint role_grant_once exclude using gist
    (account_id with =, role with =, coalesce(unit_id, 0) with =, daterange(from_on, until_on) with &&)
);
create index role_grant_account on role_grant (account_id);
create index role_grant_unit on role_grant (unit_id);

create table api_token (
  id bigint generated always as identity primary key,
  account_id bigint not null references account,
  name text not null constraint api_token_name_length check (length(name) between 1 and 100),
  -- sha256 of the token; the token itself is shown once and kept nowhere.
  hash bytea not null unique,
  rights text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_account on api_token (account_id);

-- The ways from a request into schema auth: a new account's sign-in here, the end of an account's sessions below.
create function access_add_sign_in(p_id text, p_name text, p_email text, p_password_hash text, p_invitation text) returns void
language sql security definer set search_path = auth, pg_temp as $$
  insert into auth."user" ("id", "name", "email", "emailVerified") values (p_id, p_name, p_email, true);
  insert into auth."account" ("id", "accountId", "providerId", "userId", "password")
    select p_id, p_id, 'credential', p_id, p_password_hash where p_password_hash is not null;
  -- The way of a forgotten password, opened for a week.
  insert into auth."verification" ("id", "identifier", "value", "expiresAt")
    select gen_random_uuid()::text, 'reset-password:' || p_invitation, p_id, now() + interval '7 days' where p_invitation is not null;
$$;
revoke execute on function access_add_sign_in from public;
grant execute on function access_add_sign_in to nhip_app;

-- Whose file an account opens is for who sees the whole school to say.
create function access_keep_person() returns trigger language plpgsql as $$
begin
  if current_user = 'nhip_app' and not app_sees_all() then
    raise exception 'the person of an account is set for the whole school' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger account_person_kept before update of person_id on account for each row
  when (old.person_id is distinct from new.person_id) execute function access_keep_person();

call audit('account');
call audit('role_grant');
create trigger audit after insert or delete on api_token for each row execute function audit_change('id');
create trigger audit_revoked after update of revoked_at on api_token for each row execute function audit_change('id');

alter table account enable row level security;
alter table role_grant enable row level security;
alter table api_token enable row level security;

-- Whether an account is one of the asker's: made by them, or with a role, also an ended one, at a unit in reach.
create function access_knows(p_account_id bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select app_sees_all()
    or exists (select from account a where a.id = p_account_id and a.created_by = app_account())
    or exists (select from role_grant g where g.account_id = p_account_id and g.unit_id = any (app_units()))
$$;
-- Whether the asker may lock an account, or open it anew: it holds no role but those at units in reach. Looks at all its
-- roles, also at those that the asker's walls hide: else a unit's head could take over whoever works for the school besides.
create function access_governs(p_account_id bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select app_sees_all() or access_knows(p_account_id) and not exists (
    select from role_grant g where g.account_id = p_account_id and (g.until_on is null or g.until_on > current_date)
      and (g.unit_id is null or g.unit_id <> all (app_units())))
$$;
revoke execute on function access_knows, access_governs from public;
grant execute on function access_knows, access_governs to nhip_app;

-- Stops who would touch the sign-in of an account that they do not govern: functions in schema auth stand behind no policy.
create function access_must_govern(p_auth_user_id text) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from account a where a.auth_user_id = p_auth_user_id and access_governs(a.id)) then
    raise exception 'the sign-in of this account is not yours to change' using errcode = 'insufficient_privilege';
  end if;
end $$;
create function access_end_sessions(p_auth_user_id text) returns void
language plpgsql security definer set search_path = auth, pg_temp as $$
begin
  perform public.access_must_govern(p_auth_user_id);
  delete from auth."session" where "userId" = p_auth_user_id;
end $$;
revoke execute on function access_must_govern, access_end_sessions from public;
grant execute on function access_end_sessions to nhip_app;

-- An account exists for itself, for who sees the whole school, and for a unit's people when one of its roles is held there.
-- A unit's head makes the account first and gives it its role in the same transaction. Nobody gives a role to themselves by
-- being its owner.
create policy own on account for select using (id = (select app_account()));
create policy whole_school on account using ((select app_sees_all()));
create policy at_units on account for select using (
  exists (select from role_grant g where g.account_id = account.id and g.unit_id = any ((select app_units())::bigint[])));
create policy made_by_me on account for select using (created_by = (select app_account()));
create policy made_by_me_only on account for insert with check (created_by = (select app_account()) and person_id is null);
create policy governed on account for update using (access_governs(id));
create policy own on role_grant for select using (account_id = (select app_account()));
create policy whole_school on role_grant using ((select app_sees_all()));
create policy at_units on role_grant for select using (unit_id = any ((select app_units())::bigint[]));
create policy given_at_units on role_grant for insert
  with check (unit_id = any ((select app_units())::bigint[]) and access_knows(account_id));
create policy ended_at_units on role_grant for update using (unit_id = any ((select app_units())::bigint[]) and access_knows(account_id));
create policy own on api_token using (account_id = (select app_account()));

-- The record is read through the same walls: all of it by who sees the whole school, one's own acts by everybody.
alter table audit_line enable row level security;
alter table audit_seal enable row level security;
create policy whole_school on audit_line for select using ((select app_sees_all()));
create policy own on audit_line for select using (account_id = (select app_account()));
create policy whole_school on audit_seal for select using ((select app_sees_all()));

-- The command line acts under a name of its own, so that the record says that it was not a person at a page.
insert into account (name, email, search_key, sort_key) values ('Dòng lệnh của máy chủ', 'dong-lenh@localhost', '', '');
