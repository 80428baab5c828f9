-- People. A person is an id; names are spelled as typed. Posts are rows with a period [from_on, until_on).
-- What the law calls sensitive (Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP, điều 4: Party data, ethnicity, religion) and
-- what an office treats as such (planning, ratings, citizen number) lies in tables that requests cannot select from at
-- all. The only way to it is people_unmask(), which writes who read what and why into the record.

create table person (
  id bigint generated always as identity primary key,
  code text collate "C" constraint person_code_length check (length(code) between 1 and 40),
  full_name text not null constraint person_full_name_length check (length(full_name) between 1 and 120),
  given_name_override text constraint person_given_name_length check (length(given_name_override) between 1 and 60),
  sort_key text collate "C" not null,
  search_key text not null,
  sex text check (sex in ('female', 'male')),
  birth_precision text not null default 'unknown' check (birth_precision in ('day', 'month', 'year', 'unknown')),
  born_on date,
  born_year smallint constraint person_born_year check (born_year between 1900 and 2199),
  born_month smallint constraint person_born_month check (born_month between 1 and 12),
  born_text text constraint person_born_text_length check (length(born_text) <= 60),
  -- The earliest day that the birth can have been: for sorting only, never for a rule.
  born_from date generated always as (coalesce(born_on, make_date(born_year::integer, coalesce(born_month::integer, 1), 1))) stored,
  cadre_number text collate "C" constraint person_cadre_number_length check (length(cadre_number) between 1 and 40),
  source text constraint person_source_length check (length(source) <= 100),
  -- Of the main post of today (else the last one): kept by this module from person_post, for walls, lists and filters.
  -- The unit never follows a placement that is only proposed: what was divided stays with the school until somebody decides.
  unit_id bigint references unit,
  post_id bigint,
  rank smallint,
  -- Kept from the sensitive tables, for filters under people.unmask; not in the record.
  is_party_member boolean not null default false,
  is_planned boolean not null default false,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  constraint person_code_once unique (code) include (id, unit_id),
  constraint person_birth check (case birth_precision
    when 'day' then born_on is not null and born_year = extract(year from born_on) and born_month = extract(month from born_on)
    when 'month' then born_on is null and born_year is not null and born_month is not null
    when 'year' then born_on is null and born_year is not null and born_month is null
    else born_on is null and born_year is null and born_month is null end)
);
comment on table person is 'Hồ sơ cán bộ: họ tên như đã ghi, ngày sinh với độ chính xác, đơn vị hiện tại';
comment on column person.born_text is 'Ngày sinh như tệp hay người nhập đã ghi, kể cả khi không đọc được';
comment on column person.unit_id is 'Đơn vị của chức vụ chính hiện tại (hoặc gần nhất); do phân hệ cán bộ giữ, dùng cho phạm vi';
comment on column person.post_id is 'Chức vụ chính hiện tại (hoặc gần nhất); do phân hệ cán bộ giữ';
comment on column person.given_name_override is 'Tên gọi để xếp thứ tự khi không phải từ cuối của họ tên';
-- The unit stands in the index so that counting and paging through walls need not touch the table.
create index person_by_name on person (sort_key, id) include (unit_id);
create index person_by_unit on person (unit_id, sort_key, id);
create index person_by_birth on person (born_from, id) include (unit_id);
create index person_by_birth_year on person (born_year, sex) include (rank, unit_id, id);
create index person_by_cadre_number on person (cadre_number) where cadre_number is not null;
-- With a blank before, so that '% an%' finds words that begin with «an».
create index person_search on person using gin ((' ' || search_key) gin_trgm_ops);

create table person_post (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  unit_id bigint not null references unit,
  title text not null constraint person_post_title_length check (length(title) <= 200),
  rank smallint constraint person_post_rank check (rank between 0 and 3),
  work_field text constraint person_post_work_field_length check (length(work_field) <= 100),
  is_main boolean not null default true,
  from_on date,
  until_on date,
  cause text not null check (cause in ('start', 'appointment', 'reappointment', 'election', 'transfer', 'rotation', 'secondment', 'reorganisation', 'other')),
  end_cause text check (end_cause in ('next', 'retirement', 'reorganisation', 'resignation', 'dismissal', 'death', 'left', 'other')),
  document text constraint person_post_document_length check (length(document) <= 300),
  -- The change of units that moved the person, where one did.
  change_id bigint references unit_change,
  -- proposed: the machine's placement after a reorganisation, until a person has decided.
  placement text not null default 'decided' check (placement in ('decided', 'proposed')),
  constraint person_post_period check (from_on is null or until_on is null or from_on < until_on),
  constraint person_post_one_main exclude using gist (person_id with =, daterange(from_on, until_on) with &&) where (is_main)
);
comment on table person_post is 'Chức vụ của cán bộ theo thời gian; mỗi lúc chỉ một chức vụ chính';
comment on column person_post.rank is 'Bậc chức vụ: 0 chuyên viên, 1 cấp phó, 2 cấp trưởng, 3 lãnh đạo chủ chốt';
comment on column person_post.from_on is 'Ngày bắt đầu; trống: từ trước khi có sổ';
create index person_post_of_person on person_post (person_id, from_on);
create index person_post_of_unit on person_post (unit_id);
create index person_post_proposed on person_post (unit_id) where placement = 'proposed';

-- How many people each unit has, without counting them: a handful of rows for a unit, whose sum is the number. A writer
-- takes a row that nobody holds, or adds one, so that nobody waits for anybody.
create table person_tally (
  id bigint generated always as identity primary key,
  unit_id bigint references unit,
  people bigint not null
);
comment on table person_tally is 'Số hồ sơ của từng đơn vị, cộng dồn; do cơ sở dữ liệu giữ';
create index person_tally_of_unit on person_tally (unit_id);

create function people_tally() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare t record;
begin
  for t in execute case tg_op
    when 'INSERT' then 'select unit_id, count(*) as people from after group by 1 order by 1'
    when 'DELETE' then 'select unit_id, -count(*) as people from before group by 1 order by 1'
    else 'select unit_id, sum(n) as people from (select unit_id, 1 as n from after union all select unit_id, -1 from before) x
      group by 1 having sum(n) <> 0 order by 1' end
  loop
    update person_tally set people = people + t.people
      where id = (select id from person_tally where unit_id is not distinct from t.unit_id limit 1 for update skip locked);
    if not found then insert into person_tally (unit_id, people) values (t.unit_id, t.people); end if;
  end loop;
  return null;
end $$;
create trigger tally_insert after insert on person referencing new table as after for each statement execute function people_tally();
create trigger tally_update after update on person referencing old table as before new table as after for each statement execute function people_tally();
create trigger tally_delete after delete on person referencing old table as before for each statement execute function people_tally();

create table person_education (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  kind text not null check (kind in ('speciality', 'politicalTheory')),
  level text constraint person_education_level_length check (length(level) <= 60),
  field text constraint person_education_field_length check (length(field) <= 100),
  granted_on date,
  source text constraint person_education_source_length check (length(source) <= 100),
  entered_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  constraint person_education_says check (level is not null or field is not null)
);
comment on table person_education is 'Trình độ: chuyên môn (trình độ, ngành) và lý luận chính trị';
create index person_education_of_person on person_education (person_id);

-- Two files that look like one person and are two: decided once, not asked again.
create table person_distinct (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  other_id bigint not null references person,
  decided_by bigint references account,
  decided_at timestamptz not null default now(),
  constraint person_distinct_order check (person_id < other_id),
  constraint person_distinct_once unique (person_id, other_id)
);
comment on table person_distinct is 'Hai hồ sơ đã được xác nhận là hai người khác nhau';
create index person_distinct_other on person_distinct (other_id);

-- Sensitive. A correction is a new row; the earlier one stays with superseded_at. `salt` keeps the digest in the record
-- from being guessed, so that a row can be erased by law while the chain of the record stays whole.
create table person_private (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  party_admitted_on date,
  party_official_on date,
  party_text text constraint person_private_party_text_length check (length(party_text) <= 60),
  ethnicity text constraint person_private_ethnicity_length check (length(ethnicity) <= 60),
  religion text constraint person_private_religion_length check (length(religion) <= 60),
  citizen_id text constraint person_private_citizen_id_length check (length(citizen_id) <= 20),
  source text,
  entered_at timestamptz not null default now(),
  superseded_at timestamptz,
  salt uuid not null default gen_random_uuid(),
  constraint person_private_party_order check (party_official_on >= party_admitted_on)
);
comment on table person_private is 'Dữ liệu nhạy cảm của cán bộ: ngày vào Đảng, dân tộc, tôn giáo, số định danh';
create unique index person_private_current on person_private (person_id) where superseded_at is null;

create table person_planning (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  term text not null constraint person_planning_term_length check (length(term) between 1 and 40),
  post text not null constraint person_planning_post_length check (length(post) between 1 and 200),
  decided_on date not null,
  removed_on date,
  document text constraint person_planning_document_length check (length(document) <= 300),
  source text not null default '',
  entered_at timestamptz not null default now(),
  salt uuid not null default gen_random_uuid(),
  constraint person_planning_period check (removed_on >= decided_on),
  constraint person_planning_once unique (person_id, term, post, decided_on, source)
);
comment on table person_planning is 'Quy hoạch: nhiệm kỳ, chức danh, có hiệu lực từ ngày quyết định đưa vào';

create table person_rating (
  id bigint generated always as identity primary key,
  person_id bigint not null references person,
  year smallint not null constraint person_rating_year check (year between 1990 and 2100),
  level smallint not null constraint person_rating_level check (level between 1 and 4),
  source text not null default '',
  document text constraint person_rating_document_length check (length(document) <= 300),
  entered_at timestamptz not null default now(),
  superseded_at timestamptz,
  salt uuid not null default gen_random_uuid()
);
comment on table person_rating is 'Xếp loại hằng năm: 4 xuất sắc, 3 tốt, 2 hoàn thành, 1 không hoàn thành; nhiều nguồn song song';
create unique index person_rating_current on person_rating (person_id, year, source) where superseded_at is null;

alter table account add constraint account_person foreign key (person_id) references person;

-- The record of these tables is written a statement at a time, because lists of many thousands come in as sets; a line says
-- the same as one of audit_change(). Arguments: columns that are left out, being derived from other rows; and `digest` for
-- sensitive rows, whose line says whose row it is, which columns, and a salted digest of it, but never a value.
create function people_audit() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  left_out text[] := tg_argv[0];
  is_digest boolean := tg_argv[1] = 'digest';
  l audit_line;
begin
  -- Settings are read once; a row type is filled for each line, so that its hash is taken over what is stored.
  l.made_at := clock_timestamp();
  l.account_id := app_account();
  l.procedure := coalesce(nullif(current_setting('app.procedure', true), ''), 'database');
  l.request_id := coalesce(current_setting('app.request', true), '');
  l.reason := nullif(current_setting('app.reason', true), '');
  if tg_op = 'INSERT' then
    if not exists (select from after) then return null; end if;
    l.transaction_id := audit_transaction();
    insert into audit_line (transaction_id, made_at, account_id, procedure, request_id, reason, table_name, row_id, action, before, after, hash)
    select (x.l).transaction_id, (x.l).made_at, (x.l).account_id, (x.l).procedure, (x.l).request_id, (x.l).reason, (x.l).table_name,
      (x.l).row_id, (x.l).action, (x.l).before, (x.l).after, audit_line_hash(x.l)
    from (select row(null, l.transaction_id, l.made_at, l.account_id, l.procedure, l.request_id, l.reason, tg_table_name, n.id::text, 'insert', null,
        case when is_digest then people_digest(null, to_jsonb(n)) else to_jsonb(n) - left_out end, null)::audit_line as l
      from after n order by n.id offset 0) x;
  elsif tg_op = 'DELETE' then
    insert into audit_line (transaction_id, made_at, account_id, procedure, request_id, reason, table_name, row_id, action, before, after, hash)
    select (x.l).transaction_id, (x.l).made_at, (x.l).account_id, (x.l).procedure, (x.l).request_id, (x.l).reason, (x.l).table_name,
      (x.l).row_id, (x.l).action, (x.l).before, (x.l).after, audit_line_hash(x.l)
    from (select row(null, audit_transaction(), l.made_at, l.account_id, l.procedure, l.request_id, l.reason, tg_table_name, o.id::text, 'delete',
        case when not is_digest then to_jsonb(o) - left_out end, case when is_digest then people_digest(null, to_jsonb(o)) end, null)::audit_line as l
      from before o order by o.id offset 0) x;
  else
    insert into audit_line (transaction_id, made_at, account_id, procedure, request_id, reason, table_name, row_id, action, before, after, hash)
    select (x.l).transaction_id, (x.l).made_at, (x.l).account_id, (x.l).procedure, (x.l).request_id, (x.l).reason, (x.l).table_name,
      (x.l).row_id, (x.l).action, (x.l).before, (x.l).after, audit_line_hash(x.l)
    from (select row(null, audit_transaction(), l.made_at, l.account_id, l.procedure, l.request_id, l.reason, tg_table_name, c.id::text, 'update',
        case when not is_digest then (select jsonb_object_agg(o.key, o.value) from jsonb_each(c.b) o where c.a -> o.key is distinct from o.value) end,
        case when is_digest then people_digest(c.b, c.a)
          else (select jsonb_object_agg(o.key, o.value) from jsonb_each(c.a) o where c.b -> o.key is distinct from o.value) end, null)::audit_line as l
      from (select n.id, to_jsonb(o) - left_out as b, to_jsonb(n) - left_out as a from after n join before o on o.id = n.id) c
      where c.a <> c.b order by c.id offset 0) x;
  end if;
  return null;
end $$;

create function people_digest(b jsonb, a jsonb) returns jsonb language sql immutable as $$
  select jsonb_build_object('person_id', a -> 'person_id', 'digest', encode(sha256(convert_to(jsonb_strip_nulls(a)::text, 'UTF8')), 'hex'), 'masked',
    (select coalesce(jsonb_agg(k.key order by k.key), '[]') from jsonb_each(a) k
      where k.key not in ('id', 'person_id', 'salt', 'entered_at') and k.value <> 'null' and (b is null or b -> k.key is distinct from k.value)))
$$;

do $$
declare t record;
begin
  for t in select * from (values
    ('person', '{is_party_member,is_planned,born_from,unit_id,post_id,rank}', 'values'), ('person_post', '{}', 'values'),
    ('person_education', '{}', 'values'), ('person_distinct', '{}', 'values'),
    ('person_private', '{}', 'digest'), ('person_planning', '{}', 'digest'), ('person_rating', '{}', 'digest')) v (name, left_out, kind)
  loop
    execute format('create trigger audit after insert on %I referencing new table as after for each statement execute function people_audit(%L, %L)',
      t.name, t.left_out, t.kind);
    execute format('create trigger audit_changed after update on %I referencing old table as before new table as after for each statement execute function people_audit(%L, %L)',
      t.name, t.left_out, t.kind);
    execute format('create trigger audit_erased after delete on %I referencing old table as before for each statement execute function people_audit(%L, %L)',
      t.name, t.left_out, t.kind);
  end loop;
end $$;

-- The walls.
alter table person enable row level security;
alter table person_post enable row level security;
alter table person_tally enable row level security;
alter table person_education enable row level security;
alter table person_distinct enable row level security;
alter table person_private enable row level security;
alter table person_planning enable row level security;
alter table person_rating enable row level security;
create policy whole_school on person using ((select app_sees_all()));
create policy at_units on person using (unit_id = any ((select app_units())::bigint[]));
-- One's own file is for reading: whose data they are does not decide what stands there.
create policy own on person for select using (id = (select app_person()));
create policy whole_school on person_post using ((select app_sees_all()));
create policy of_person on person_post for select using (exists (select from person p where p.id = person_id));
create policy at_units on person_post using (
  exists (select from person p where p.id = person_id and p.unit_id = any ((select app_units())::bigint[])));
create policy whole_school on person_tally for select using ((select app_sees_all()));
create policy at_units on person_tally for select using (unit_id = any ((select app_units())::bigint[]));
create policy whole_school on person_education using ((select app_sees_all()));
create policy of_person on person_education for select using (exists (select from person p where p.id = person_id));
create policy at_units on person_education using (
  exists (select from person p where p.id = person_id and p.unit_id = any ((select app_units())::bigint[])));
create policy whole_school on person_distinct using ((select app_sees_all()));
create policy of_both on person_distinct using (
  exists (select from person p where p.id = person_id) and exists (select from person p where p.id = other_id));
-- No policy for the sensitive tables, and no grant: nobody but the functions below.
revoke all on person_private, person_planning, person_rating from nhip_app;

create function people_may_see(p_person_id bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from person p where p.id = p_person_id
    and (app_sees_all() or p.unit_id = any (app_units()) or p.id = app_person()))
$$;

create function people_sensitive(p_person_id bigint) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'party', (select jsonb_build_object('admittedOn', s.party_admitted_on, 'officialOn', s.party_official_on, 'text', s.party_text)
      from person_private s where s.person_id = p_person_id and s.superseded_at is null),
    'ethnicity', (select s.ethnicity from person_private s where s.person_id = p_person_id and s.superseded_at is null),
    'religion', (select s.religion from person_private s where s.person_id = p_person_id and s.superseded_at is null),
    'citizenId', (select s.citizen_id from person_private s where s.person_id = p_person_id and s.superseded_at is null),
    'plannings', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'term', g.term, 'post', g.post, 'decidedOn', g.decided_on,
        'removedOn', g.removed_on, 'document', g.document, 'source', g.source) order by g.decided_on desc, g.id desc), '[]')
      from person_planning g where g.person_id = p_person_id),
    'ratings', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'year', r.year, 'level', r.level, 'source', r.source,
        'document', r.document) order by r.year desc, r.source), '[]')
      from person_rating r where r.person_id = p_person_id and r.superseded_at is null))
$$;

-- Shows the named fields of a person and writes the reading into the record. Refuses where no reason stands.
create function people_unmask(p_person_id bigint, p_fields text[]) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not people_may_see(p_person_id) then return null; end if;
  if nullif(current_setting('app.reason', true), '') is null then
    raise exception 'sensitive data are shown for a reason only' using errcode = 'insufficient_privilege';
  end if;
  perform audit_write('person', p_person_id::text, 'read', null, jsonb_build_object('fields', to_jsonb(p_fields)));
  return (select jsonb_object_agg(e.key, e.value) from jsonb_each(people_sensitive(p_person_id)) e where e.key = any (p_fields));
end $$;

-- One's own: everybody may know what is kept about them.
create function people_own() returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
  select people_sensitive(app_person()) where app_person() is not null
$$;

-- The record of one file and of all that hangs on it, through the same wall; sensitive values are not in it. Whoever may
-- see a file may see by name who changed it or looked at what is masked, though accounts have walls of their own.
create function people_history(p_person_id bigint) returns table (id bigint, made_at timestamptz, account_name text, procedure text,
  reason text, table_name text, row_id text, action text, before jsonb, after jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select l.id, l.made_at, a.name, l.procedure, l.reason, l.table_name, l.row_id, l.action, l.before, l.after from (
    select 'person' as table_name, p_person_id::text as row_id
    union all select 'person_post', o.id::text from person_post o where o.person_id = p_person_id
    union all select 'person_education', e.id::text from person_education e where e.person_id = p_person_id
    union all select 'person_private', s.id::text from person_private s where s.person_id = p_person_id
    union all select 'person_planning', g.id::text from person_planning g where g.person_id = p_person_id
    union all select 'person_rating', r.id::text from person_rating r where r.person_id = p_person_id
  ) k join audit_line l on l.table_name = k.table_name and l.row_id = k.row_id left join account a on a.id = l.account_id
  where people_may_see(p_person_id)
$$;

-- Search by the trigram index: row-level security keeps LIKE (not leakproof) out of index conditions, so this function holds
-- the same wall itself. Ids of people with a word beginning with each of the words, at most p_limit; words are search keys.
create function people_found(p_words text[], p_limit integer) returns setof bigint
language plpgsql stable security definer set search_path = public, pg_temp rows 500 as $$
begin
  return query execute 'select id from person where '
    || (select string_agg(format($f$(' ' || search_key) like %L$f$, '% ' || w || '%'), ' and ') from unnest(p_words) w)
    || case when app_sees_all() then '' else ' and (unit_id = any (app_units()) or id = app_person())' end
    || ' limit ' || p_limit;
end $$;

-- Sensitive rows go in as a set: [{ personId, partyAdmittedOn?, … }]. A key that is absent leaves its column alone.
-- Answers the persons whose row differs; with p_dry nothing is written.
create function people_put_private(p_rows jsonb, p_dry boolean) returns setof bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare changed person_private[];
begin
  select array_agg(row(coalesce(s.id, 0), w.person_id,
      case when w.r ? 'partyAdmittedOn' then (w.r ->> 'partyAdmittedOn')::date else s.party_admitted_on end,
      case when w.r ? 'partyOfficialOn' then (w.r ->> 'partyOfficialOn')::date else s.party_official_on end,
      case when w.r ? 'partyText' then w.r ->> 'partyText' else s.party_text end,
      case when w.r ? 'ethnicity' then w.r ->> 'ethnicity' else s.ethnicity end,
      case when w.r ? 'religion' then w.r ->> 'religion' else s.religion end,
      case when w.r ? 'citizenId' then w.r ->> 'citizenId' else s.citizen_id end,
      w.r ->> 'source', now(), null, gen_random_uuid())::person_private order by w.person_id)
    into changed
    from (select (r ->> 'personId')::bigint as person_id, r from jsonb_array_elements(p_rows) r) w
    join person p on p.id = w.person_id and (app_sees_all() or p.unit_id = any (app_units()))
    left join person_private s on s.person_id = w.person_id and s.superseded_at is null;
  changed := array(
    select c from unnest(changed) c left join person_private s on s.id = c.id
    where (c.party_admitted_on, c.party_official_on, c.party_text, c.ethnicity, c.religion, c.citizen_id)
      is distinct from (s.party_admitted_on, s.party_official_on, s.party_text, s.ethnicity, s.religion, s.citizen_id));
  if not p_dry then
    update person_private s set superseded_at = now() from unnest(changed) c where s.id = c.id;
    insert into person_private (person_id, party_admitted_on, party_official_on, party_text, ethnicity, religion, citizen_id, source)
      select c.person_id, c.party_admitted_on, c.party_official_on, c.party_text, c.ethnicity, c.religion, c.citizen_id, c.source
      from unnest(changed) c;
    update person p set is_party_member = (c.party_admitted_on is not null or c.party_official_on is not null or c.party_text is not null)
      from unnest(changed) c
      where p.id = c.person_id
        and p.is_party_member <> (c.party_admitted_on is not null or c.party_official_on is not null or c.party_text is not null);
  end if;
  return query select c.person_id from unnest(changed) c;
end $$;

-- [{ personId, term, post, decidedOn, removedOn, document, source }] → for each, by its place in the array from 1:
-- add, change (a removal or a document that was not known) or same.
create function people_put_plannings(p_rows jsonb, p_dry boolean) returns table (place bigint, state text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  create temporary table people_wanted on commit drop as
    select w.place, (w.r ->> 'personId')::bigint as person_id, w.r ->> 'term' as term, w.r ->> 'post' as post,
      (w.r ->> 'decidedOn')::date as decided_on, (w.r ->> 'removedOn')::date as removed_on, w.r ->> 'document' as document,
      coalesce(w.r ->> 'source', '') as source, null::bigint as known_id, null::text as state
    from jsonb_array_elements(p_rows) with ordinality w (r, place)
    join person p on p.id = (w.r ->> 'personId')::bigint and (app_sees_all() or p.unit_id = any (app_units()));
  update people_wanted w set known_id = g.id,
      state = case when (w.removed_on is null or w.removed_on is not distinct from g.removed_on)
        and (w.document is null or w.document is not distinct from g.document) then 'same' else 'change' end
    from person_planning g
    where g.person_id = w.person_id and g.term = w.term and g.post = w.post and g.decided_on = w.decided_on and g.source = w.source;
  update people_wanted w set state = 'add' where w.state is null;
  if not p_dry then
    update person_planning g set removed_on = coalesce(w.removed_on, g.removed_on), document = coalesce(w.document, g.document)
      from people_wanted w where w.state = 'change' and g.id = w.known_id;
    insert into person_planning (person_id, term, post, decided_on, removed_on, document, source)
      select distinct on (w.person_id, w.term, w.post, w.decided_on, w.source)
        w.person_id, w.term, w.post, w.decided_on, w.removed_on, w.document, w.source
      from people_wanted w where w.state = 'add' order by w.person_id, w.term, w.post, w.decided_on, w.source, w.place;
    update person p set is_planned = t.is_planned
      from (select w.person_id, exists (select from person_planning g where g.person_id = w.person_id and g.removed_on is null) as is_planned
        from (select distinct person_id from people_wanted where people_wanted.state <> 'same') w) t
      where p.id = t.person_id and p.is_planned <> t.is_planned;
  end if;
  return query select w.place, w.state from people_wanted w;
  drop table people_wanted;
end $$;

-- [{ personId, year, level, source, document }] → add, change (the same source says another level now; the earlier one is
-- kept as superseded) or same.
create function people_put_ratings(p_rows jsonb, p_dry boolean) returns table (place bigint, state text)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  create temporary table people_wanted on commit drop as
    select w.place, (w.r ->> 'personId')::bigint as person_id, (w.r ->> 'year')::smallint as year, (w.r ->> 'level')::smallint as level,
      w.r ->> 'document' as document, coalesce(w.r ->> 'source', '') as source, null::bigint as known_id, null::text as state
    from jsonb_array_elements(p_rows) with ordinality w (r, place)
    join person p on p.id = (w.r ->> 'personId')::bigint and (app_sees_all() or p.unit_id = any (app_units()));
  update people_wanted w set known_id = g.id, state = case when g.level = w.level then 'same' else 'change' end
    from person_rating g where g.person_id = w.person_id and g.year = w.year and g.source = w.source and g.superseded_at is null;
  update people_wanted w set state = 'add' where w.state is null;
  if not p_dry then
    update person_rating g set superseded_at = now() from people_wanted w where w.state = 'change' and g.id = w.known_id;
    insert into person_rating (person_id, year, level, source, document)
      select w.person_id, w.year, w.level, w.source, w.document from people_wanted w where w.state <> 'same' order by w.person_id, w.year, w.source;
  end if;
  return query select w.place, w.state from people_wanted w;
  drop table people_wanted;
end $$;

-- Takes a person out of planning, from a day on. Answers whether there was such an entry within the asker's walls.
create function people_end_planning(p_person_id bigint, p_planning_id bigint, p_removed_on date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from person p where p.id = p_person_id and (app_sees_all() or p.unit_id = any (app_units()))) then return false; end if;
  update person_planning set removed_on = p_removed_on where id = p_planning_id and person_id = p_person_id and removed_on is null;
  if not found then return false; end if;
  update person p set is_planned = exists (select from person_planning g where g.person_id = p.id and g.removed_on is null) where p.id = p_person_id;
  return true;
end $$;

revoke execute on function people_sensitive, people_may_see, people_unmask, people_own, people_history, people_found, people_put_private,
  people_put_plannings, people_put_ratings, people_end_planning from public;
grant execute on function people_may_see, people_unmask, people_own, people_history, people_found, people_put_private,
  people_put_plannings, people_put_ratings, people_end_planning to nhip_app;
