-- The ground: extensions, the role that requests run as, who is asking, and the record that cannot be quietly rewritten.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Requests run as nhip_app: it owns nothing and row-level security applies to it. Roles belong to the whole cluster.
do $$
begin
  if not exists (select from pg_roles where rolname = 'nhip_app') then
    create role nhip_app nologin;
  end if;
exception when duplicate_object or unique_violation then null; -- two databases of one cluster are set up at once
end $$;
do $$ begin execute format('grant nhip_app to %I', current_user); end $$;
grant usage on schema public to nhip_app;
alter default privileges in schema public grant select, insert, update on tables to nhip_app;
alter default privileges in schema public grant usage on sequences to nhip_app;

-- Who is asking. Settings live for one transaction; where one is absent nothing is visible.
create function app_account() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('app.account', true), '')::bigint $$;
create function app_person() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('app.person', true), '')::bigint $$;
create function app_sees_all() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.units', true), '') = 'all' $$;
create function app_units() returns bigint[] language sql stable parallel safe as
  $$ select case when coalesce(current_setting('app.units', true), '') in ('', 'all') then '{}'::bigint[]
                 else current_setting('app.units', true)::bigint[] end $$;

-- The record. One line for every change of business data; one seal for every transaction, chained by hashes.
create table audit_line (
  id bigint generated always as identity primary key,
  transaction_id uuid not null,
  made_at timestamptz not null default clock_timestamp(),
  account_id bigint,
  procedure text not null,
  request_id text not null,
  reason text,
  table_name text not null,
  row_id text not null,
  action text not null check (action in ('insert', 'update', 'delete', 'read')),
  before jsonb,
  after jsonb,
  hash bytea not null
);
comment on table audit_line is 'Nhật ký thay đổi: chỉ thêm, không sửa, không xóa';
create index audit_line_row on audit_line (table_name, row_id, id);
create index audit_line_transaction on audit_line (transaction_id, id);
create index audit_line_account on audit_line (account_id, id);

create table audit_seal (
  transaction_id uuid primary key,
  number bigint unique,
  sealed_at timestamptz,
  lines integer,
  previous_hash bytea,
  hash bytea
);
comment on table audit_seal is 'Mỗi giao dịch một niêm phong: hash = sha256(hash trước ‖ số ‖ hash các dòng)';

-- What a line's hash is taken over. Any change of this text needs a new function name: old lines must stay verifiable.
create function audit_line_hash(l audit_line) returns bytea language sql immutable as $$
  select sha256(convert_to(jsonb_build_array(
    l.transaction_id, (extract(epoch from l.made_at) * 1000000)::bigint, l.account_id, l.procedure, l.request_id, l.reason,
    l.table_name, l.row_id, l.action, l.before, l.after)::text, 'UTF8'))
$$;

create function audit_transaction() returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare t uuid := nullif(current_setting('app.transaction', true), '')::uuid;
begin
  if t is null then
    t := gen_random_uuid();
    perform set_config('app.transaction', t::text, true);
    insert into audit_seal (transaction_id) values (t);
  end if;
  return t;
end $$;

create function audit_write(table_name text, row_id text, action text, before jsonb, after jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare l audit_line;
begin
  l.transaction_id := audit_transaction();
  l.made_at := clock_timestamp();
  l.account_id := app_account();
  l.procedure := coalesce(nullif(current_setting('app.procedure', true), ''), 'database');
  l.request_id := coalesce(current_setting('app.request', true), '');
  l.reason := nullif(current_setting('app.reason', true), '');
  l.table_name := table_name;
  l.row_id := row_id;
  l.action := action;
  l.before := before;
  l.after := after;
  insert into audit_line (transaction_id, made_at, account_id, procedure, request_id, reason, table_name, row_id, action, before, after, hash)
  values (l.transaction_id, l.made_at, l.account_id, l.procedure, l.request_id, l.reason, l.table_name, l.row_id, l.action, l.before, l.after,
          audit_line_hash(l));
end $$;

-- The trigger of every business table. An update records only the columns that changed.
create function audit_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare b jsonb; a jsonb; key text := coalesce(tg_argv[0], 'id');
begin
  if tg_op <> 'INSERT' then b := to_jsonb(old); end if;
  if tg_op <> 'DELETE' then a := to_jsonb(new); end if;
  if tg_op = 'UPDATE' then
    if a = b then return null; end if;
    perform audit_write(tg_table_name, a ->> key, 'update',
      (select jsonb_object_agg(o.key, o.value) from jsonb_each(b) o where a -> o.key is distinct from o.value),
      (select jsonb_object_agg(n.key, n.value) from jsonb_each(a) n where b -> n.key is distinct from n.value));
  else
    perform audit_write(tg_table_name, coalesce(a, b) ->> key, lower(tg_op), b, a);
  end if;
  return null;
end $$;

-- Sealing happens at commit, so that the chain's lock is held for a moment only, however long the transaction was.
create function audit_close() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare last audit_seal; n bigint; digest bytea; count integer;
begin
  perform pg_advisory_xact_lock(hashtext('nhip.audit'));
  select * into last from audit_seal where number is not null order by number desc limit 1;
  n := coalesce(last.number, 0) + 1;
  select sha256(coalesce(string_agg(hash, ''::bytea order by id), ''::bytea)), count(*) into digest, count
    from audit_line where transaction_id = new.transaction_id;
  update audit_seal set number = n, sealed_at = clock_timestamp(), lines = count, previous_hash = last.hash,
      hash = sha256(coalesce(last.hash, ''::bytea) || convert_to(n::text || ':' || count::text || ':', 'UTF8') || digest)
    where transaction_id = new.transaction_id;
  return null;
end $$;
create constraint trigger audit_seal_close after insert on audit_seal deferrable initially deferred
  for each row execute function audit_close();

create function audit_refuse() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'audit_seal' and tg_op = 'UPDATE' and old.hash is null then return new; end if;
  raise exception 'the record is append-only' using errcode = 'restrict_violation', constraint = 'audit_append_only';
end $$;
create trigger audit_line_append_only before update or delete on audit_line for each row execute function audit_refuse();
create trigger audit_seal_append_only before update or delete on audit_seal for each row execute function audit_refuse();
create trigger audit_line_no_truncate before truncate on audit_line execute function audit_refuse();
create trigger audit_seal_no_truncate before truncate on audit_seal execute function audit_refuse();

revoke insert, update, delete on audit_line, audit_seal from nhip_app;
grant select on audit_line, audit_seal to nhip_app;
-- Lines are written by triggers and by functions of the owner: nobody who acts may add one by hand.
revoke execute on function audit_write, audit_transaction from public;

-- `call audit('plan')` puts a table under the record.
create procedure audit(table_name regclass, key text default 'id') language plpgsql as $$
begin
  execute format('create trigger audit after insert or update or delete on %s for each row execute function audit_change(%L)', table_name, key);
end $$;

-- The chain read from its beginning: the first broken link, or nothing.
create function audit_first_break() returns table (seal_number bigint, transaction_id uuid, line_id bigint, fault text)
language sql stable as $$
  with lines as (
    select l.id, l.transaction_id, l.hash, l.hash = audit_line_hash(l) as intact from audit_line l
  ), sums as (
    select l.transaction_id, count(*)::integer as lines, sha256(string_agg(l.hash, ''::bytea order by l.id)) as digest from lines l group by 1
  ), chain as (
    select s.*, lag(s.hash) over (order by s.number) as expected_previous, lag(s.number, 1, 0::bigint) over (order by s.number) as previous_number
    from audit_seal s
  ), faults as (
    select s.number, l.transaction_id, l.id as line_id, 'line.changed' as fault
      from lines l left join audit_seal s using (transaction_id) where not l.intact
    union all
    select null, l.transaction_id, min(l.id), 'line.unsealed'
      from lines l left join audit_seal s on s.transaction_id = l.transaction_id and s.hash is not null where s.transaction_id is null group by 2
    union all
    select c.number, c.transaction_id, null,
        case when c.previous_number <> c.number - 1 then 'seal.missing'
             when c.lines is distinct from coalesce(u.lines, 0) then 'line.missing'
             when c.previous_hash is distinct from c.expected_previous then 'seal.unchained'
             else 'seal.changed' end
      from chain c left join sums u using (transaction_id)
      where c.number is not null and (
        c.previous_number <> c.number - 1
        or c.lines is distinct from coalesce(u.lines, 0)
        or c.previous_hash is distinct from c.expected_previous
        or c.hash is distinct from sha256(coalesce(c.previous_hash, ''::bytea) || convert_to(c.number::text || ':' || c.lines::text || ':', 'UTF8')
             || coalesce(u.digest, sha256(''::bytea))))
  )
  select number, transaction_id, line_id, fault from faults order by number nulls last, (fault <> 'line.changed'), line_id limit 1
$$;

-- The installation itself: the school's name, what was set up, the secret of its sessions (never leaves the server).
create table installation (
  id boolean primary key default true check (id),
  school_name text not null constraint installation_school_name_length check (length(school_name) between 1 and 200),
  province_name text not null default '',
  is_sample boolean not null default false,
  created_at timestamptz not null default now()
);
call audit('installation');
-- Its name stands on the page of signing in: everybody reads it, who sees the whole school writes it.
alter table installation enable row level security;
create policy everybody on installation for select using (true);
create policy whole_school on installation using ((select app_sees_all()));
create schema if not exists auth;
create table auth.secret (id boolean primary key default true check (id), value text not null);
insert into auth.secret (value) values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
