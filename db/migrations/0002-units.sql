-- Units with history. A unit is an id; its name, kind, level, bloc and parent are rows with a period [from_on, until_on).
-- A name is never an identity: names are reborn on other ground (domain.md §5).

create table reorganisation (
  id bigint generated always as identity primary key,
  title text not null constraint reorganisation_title_length check (length(title) between 1 and 300),
  document_number text not null,
  document_on date not null,
  document_issuer text not null,
  effective_on date not null,
  state text not null default 'draft' check (state in ('draft', 'confirmed', 'withdrawn')),
  entered_by bigint,
  entered_at timestamptz not null default now(),
  confirmed_by bigint,
  confirmed_at timestamptz,
  version integer not null default 1,
  -- What is to happen, as entered; applied when a second person confirms.
  acts jsonb not null,
  constraint reorganisation_second_person check (confirmed_by is null or confirmed_by is distinct from entered_by),
  constraint reorganisation_confirmed check ((state = 'confirmed') = (confirmed_at is not null))
);
comment on table reorganisation is 'Một đợt sắp xếp tổ chức, nhập như một hành vi, người thứ hai xác nhận';

create table unit (
  id bigint generated always as identity primary key,
  code text unique,
  created_at timestamptz not null default now()
);
comment on table unit is 'Đơn vị: chỉ là một mã định danh, tên và cấp trên nằm ở unit_version';

create table unit_version (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  name text not null constraint unit_name_length check (length(name) between 1 and 200),
  search_key text not null,
  sort_key text collate "C" not null,
  kind text not null,
  level text not null check (level in ('central', 'province', 'district', 'commune')),
  bloc text not null check (bloc in ('party', 'state', 'front', 'armed', 'enterprise', 'academy', 'other')),
  parent_id bigint references unit,
  from_on date,
  until_on date,
  reorganisation_id bigint references reorganisation,
  constraint unit_version_period check (from_on is null or until_on is null or from_on < until_on),
  constraint unit_version_own_parent check (parent_id <> unit_id),
  constraint unit_version_once exclude using gist (unit_id with =, daterange(from_on, until_on) with &&)
);
comment on column unit_version.from_on is 'Ngày bắt đầu; trống: từ trước khi có sổ';
comment on column unit_version.until_on is 'Ngày hết hiệu lực (không tính ngày này); trống: đến nay';
create index unit_version_unit on unit_version (unit_id);
create index unit_version_parent on unit_version (parent_id);
create index unit_version_search on unit_version using gin (search_key gin_trgm_ops);

create table succession (
  id bigint generated always as identity primary key,
  reorganisation_id bigint references reorganisation,
  from_unit_id bigint not null references unit,
  to_unit_id bigint not null references unit,
  kind text not null check (kind in ('merge', 'absorb', 'split', 'part_moved', 'end_of_level')),
  -- whole: all of it went over; part; remainder: what was left after the parts.
  extent text not null check (extent in ('whole', 'part', 'remainder')),
  estimated_share numeric(5, 4) check (estimated_share > 0 and estimated_share <= 1),
  effective_on date not null,
  constraint succession_once unique (from_unit_id, to_unit_id, effective_on),
  constraint succession_not_itself check (from_unit_id <> to_unit_id)
);
create index succession_to on succession (to_unit_id);

-- The units that a root stands for on a day: its subtree by that day's tree, and every unit that went over to one of them whole.
create function units_in_scope(root bigint, on_day date) returns setof bigint language sql stable as $$
  with recursive reach(id) as (
    select root
    union
    select x.id from reach r cross join lateral (
      select v.unit_id as id from unit_version v
        where v.parent_id = r.id and (v.from_on is null or v.from_on <= on_day) and (v.until_on is null or v.until_on > on_day)
      union all
      select s.from_unit_id from succession s where s.to_unit_id = r.id and s.extent = 'whole' and s.effective_on <= on_day
    ) x
  )
  select id from reach
$$;

call audit('reorganisation');
call audit('unit');
call audit('unit_version');
call audit('succession');

-- The tree of units is known to everybody who is signed in; what is foreign is what units hold, not that they are.
alter table unit enable row level security;
alter table unit_version enable row level security;
alter table succession enable row level security;
alter table reorganisation enable row level security;
create policy signed_in on unit using ((select app_account()) is not null);
create policy signed_in on unit_version using ((select app_account()) is not null);
create policy signed_in on succession using ((select app_account()) is not null);
create policy whole_school on reorganisation using ((select app_sees_all()));
