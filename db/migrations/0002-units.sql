-- Units with history. A unit is an id; its name, kind, level, bloc and parent are rows with a period [from_on, until_on).
-- A name is never an identity: names are reborn on other ground (domain.md §5).

create table reorganisation (
  id bigint generated always as identity primary key,
  title text not null constraint reorganisation_title_length check (length(title) between 1 and 300),
  search_key text not null,
  document_number text not null constraint reorganisation_document_number_length check (length(document_number) between 1 and 100),
  document_on date not null,
  document_issuer text not null constraint reorganisation_document_issuer_length check (length(document_issuer) between 1 and 200),
  effective_on date not null,
  state text not null default 'draft' check (state in ('draft', 'confirmed', 'withdrawn')),
  -- Whoever entered it as it now stands: a changed draft is its changer's, so that two people have seen what is applied.
  entered_by bigint not null,
  entered_at timestamptz not null default now(),
  confirmed_by bigint,
  confirmed_at timestamptz,
  version integer not null default 1,
  -- What is to happen, as entered; applied when a second person confirms.
  acts jsonb not null constraint reorganisation_acts_list check (jsonb_typeof(acts) = 'array'),
  -- The file that it was read from, so that the same file again changes nothing.
  source_hash text,
  constraint reorganisation_second_person check (confirmed_by is null or confirmed_by is distinct from entered_by),
  constraint reorganisation_confirmed check
    ((state = 'confirmed') = (confirmed_at is not null) and (confirmed_at is null) = (confirmed_by is null))
);
comment on table reorganisation is 'Một đợt sắp xếp tổ chức, nhập như một hành vi, người thứ hai xác nhận';
create unique index reorganisation_source_once on reorganisation (source_hash) where state <> 'withdrawn';

create table unit (
  id bigint generated always as identity primary key,
  code text constraint unit_code_once unique constraint unit_code_length check (length(code) between 1 and 50),
  created_at timestamptz not null default now(),
  version integer not null default 1
);
comment on table unit is 'Đơn vị: chỉ là một mã định danh, tên và cấp trên nằm ở unit_version';

-- A dated act that closes and opens versions, with the document that it rests on. A reorganisation is one of them.
create table unit_change (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('made', 'renamed', 'moved', 'dissolved', 'reorganised', 'imported')),
  effective_on date,
  document_number text constraint unit_change_document_number_length check (length(document_number) between 1 and 100),
  document_on date,
  document_issuer text constraint unit_change_document_issuer_length check (length(document_issuer) between 1 and 200),
  reason text,
  reorganisation_id bigint constraint unit_change_reorganisation_once unique references reorganisation,
  entered_by bigint,
  entered_at timestamptz not null default now()
);
comment on table unit_change is 'Một lần thay đổi tổ chức: ngày hiệu lực và văn bản căn cứ';
comment on column unit_change.effective_on is 'Ngày hiệu lực; trống: từ trước khi có sổ';

create table unit_version (
  id bigint generated always as identity primary key,
  unit_id bigint not null references unit,
  name text not null constraint unit_name_length check (length(name) between 1 and 200),
  kind text not null constraint unit_kind check (kind in ('province', 'city', 'district', 'town', 'commune', 'ward', 'township',
    'specialZone', 'partyCommittee', 'partyBoard', 'office', 'department', 'front', 'armed', 'school', 'enterprise', 'other')),
  qualifier text constraint unit_qualifier_length check (length(qualifier) between 1 and 100),
  -- The name as it is printed: 'Thị trấn Tân Hưng', 'Xã Thạnh Hưng (h. Tân Hưng)', 'Sở Nội vụ'.
  full_name text not null generated always as (
    case kind when 'province' then 'Tỉnh ' when 'city' then 'Thành phố ' when 'district' then 'Huyện ' when 'town' then 'Thị xã '
      when 'commune' then 'Xã ' when 'ward' then 'Phường ' when 'township' then 'Thị trấn ' when 'specialZone' then 'Đặc khu ' else '' end
    || name || coalesce(' (' || qualifier || ')', '')) stored,
  search_key text not null,
  sort_key text collate "C" not null,
  -- Kind, name and qualifier without regard to capitals, blanks and the place of tone marks; made by rules.ts.
  identity_key text collate "C" not null,
  level text not null check (level in ('central', 'province', 'district', 'commune')),
  bloc text not null check (bloc in ('party', 'state', 'front', 'armed', 'enterprise', 'academy', 'other')),
  parent_id bigint references unit,
  from_on date,
  until_on date,
  opened_by bigint not null references unit_change,
  closed_by bigint references unit_change,
  constraint unit_version_period check (from_on is null or until_on is null or from_on <= until_on),
  constraint unit_version_closed check ((until_on is null) = (closed_by is null)),
  constraint unit_version_own_parent check (parent_id <> unit_id),
  constraint unit_version_once exclude using gist (unit_id with =, daterange(from_on, until_on) with &&),
  constraint unit_version_name_once exclude using gist
    (coalesce(parent_id, 0::bigint) with =, identity_key with =, daterange(from_on, until_on) with &&)
);
comment on table unit_version is 'Tên, loại, cấp, khối và cấp trên của một đơn vị trong một khoảng thời gian';
comment on column unit_version.qualifier is 'Địa bàn ghi kèm để phân biệt đơn vị trùng tên: h. Tân Hưng';
comment on column unit_version.from_on is 'Ngày bắt đầu; trống: từ trước khi có sổ';
-- A version that a second act of the same day replaces stays as an empty period: nothing is deleted.
comment on column unit_version.until_on is 'Ngày hết hiệu lực (không tính ngày này); trống: đến nay';
create index unit_version_unit on unit_version (unit_id, from_on);
create index unit_version_parent on unit_version (parent_id);
create index unit_version_identity on unit_version (identity_key);
create index unit_version_search on unit_version using gin (search_key gin_trgm_ops);

create table succession (
  id bigint generated always as identity primary key,
  change_id bigint not null references unit_change,
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
comment on table succession is 'Đơn vị cũ → đơn vị mới: nhiều với nhiều, toàn bộ, một phần hay phần còn lại';
create index succession_to on succession (to_unit_id);
-- What went over whole went to one place only; what was left, too.
create unique index succession_whole_once on succession (from_unit_id, effective_on) where extent in ('whole', 'remainder');

-- What a unit was called on a day, in print. A closed unit keeps its last name, one that is still to come shows its first.
create function unit_name_on(unit bigint, on_day date) returns text language sql stable parallel safe as $$
  select v.full_name from unit_version v where v.unit_id = unit and not isempty(daterange(v.from_on, v.until_on))
  order by (v.from_on is null or v.from_on <= on_day) desc,
    case when v.from_on is null or v.from_on <= on_day then v.from_on end desc nulls last, v.from_on
  limit 1
$$;

-- The units that a root stands for on a day: its subtree by that day's tree; every unit that went over to one of them
-- whole; and the unit that came from one of them alone. Where several became one, the new unit is none of theirs: a role
-- at one of the old must not see the others' people, so somebody decides who gets it.
create function units_in_scope(root bigint, on_day date) returns setof bigint language sql stable as $$
  with recursive reach(id) as (
    select root
    union
    select x.id from reach r cross join lateral (
      select v.unit_id as id from unit_version v
        where v.parent_id = r.id and (v.from_on is null or v.from_on <= on_day) and (v.until_on is null or v.until_on > on_day)
      union all
      select s.from_unit_id from succession s where s.to_unit_id = r.id and s.extent = 'whole' and s.effective_on <= on_day
      union all
      select s.to_unit_id from succession s where s.from_unit_id = r.id and s.extent = 'whole' and s.effective_on <= on_day
        and not exists (select from succession o
          where o.to_unit_id = s.to_unit_id and o.from_unit_id <> s.from_unit_id and o.effective_on <= s.effective_on)
        and not exists (select from unit_version v
          where v.unit_id = s.to_unit_id and (v.from_on is null or v.from_on < s.effective_on))
    ) x
  )
  select id from reach
$$;

-- What every unit has become on a day, whole successions followed: itself while it exists; nothing when it was divided or
-- dissolved. For reports «by the units of today».
create function units_become(on_day date) returns table (unit_id bigint, became_id bigint) language sql stable as $$
  with recursive alive as (
    select v.unit_id from unit_version v
    where (v.from_on is null or v.from_on <= on_day) and (v.until_on is null or v.until_on > on_day)
  ), path(origin, at) as (
    select u.id, u.id from unit u
    union
    select p.origin, s.to_unit_id from path p
    join succession s on s.from_unit_id = p.at and s.extent = 'whole' and s.effective_on <= on_day
    where not exists (select from alive a where a.unit_id = p.at)
  )
  select u.id, min(p.at) filter (where a.unit_id is not null) from unit u
  join path p on p.origin = u.id left join alive a on a.unit_id = p.at group by u.id
$$;

call audit('reorganisation');
call audit('unit');
call audit('unit_change');
call audit('unit_version');
call audit('succession');

-- The tree of units is known to everybody who is signed in; what is foreign is what units hold, not that they are.
-- It is written, and a reorganisation is seen before it is confirmed, only by who sees the whole school.
alter table unit enable row level security;
alter table unit_change enable row level security;
alter table unit_version enable row level security;
alter table succession enable row level security;
alter table reorganisation enable row level security;
create policy signed_in on unit for select using ((select app_account()) is not null);
create policy signed_in on unit_change for select using ((select app_account()) is not null);
create policy signed_in on unit_version for select using ((select app_account()) is not null);
create policy signed_in on succession for select using ((select app_account()) is not null);
create policy whole_school on unit for all using ((select app_sees_all()));
create policy whole_school on unit_change for all using ((select app_sees_all()));
create policy whole_school on unit_version for all using ((select app_sees_all()));
create policy whole_school on succession for all using ((select app_sees_all()));
create policy whole_school on reorganisation for all using ((select app_sees_all()));
