-- Classes: what was held. A class belongs to every year in which it runs and is opened in one (domain.md §9).

create table training_class (
  id bigint generated always as identity primary key,
  code text not null constraint class_code_once unique constraint class_code_length check (length(code) between 1 and 40),
  name text not null constraint class_name_length check (length(name) between 1 and 300),
  search_key text not null,
  sort_key text collate "C" not null,
  programme_id bigint not null references programme,
  mode_code text not null default 'none' references study_mode,
  opens_on date not null,
  -- Empty while it is not known: the class then belongs to the year of its opening only.
  closes_on date,
  place text not null default '' constraint class_place_length check (length(place) <= 300),
  host_unit_id bigint references unit,
  partner text not null default '' constraint class_partner_length check (length(partner) <= 300),
  partner_unit_id bigint references unit,
  -- plan: stands in the plan of its year; policy: opened beyond the plan, on a policy of the province.
  basis text not null constraint class_basis check (basis in ('plan', 'policy')),
  -- The plan's line that the class fulfils, the same in every version of the plan; empty where none is named.
  plan_line_key uuid,
  policy_issuer text constraint class_policy_issuer_length check (length(policy_issuer) between 1 and 300),
  policy_number text constraint class_policy_number_length check (length(policy_number) between 1 and 100),
  policy_on date,
  policy_title text constraint class_policy_title_length check (length(policy_title) between 1 and 500),
  -- Lượt; from the enrolments once they exist.
  learners integer constraint class_learners check (learners between 0 and 100000),
  note text not null default '' constraint class_note_length check (length(note) <= 1000),
  cancelled_on date,
  cancelled_reason text constraint class_cancelled_reason_length check (length(cancelled_reason) between 1 and 1000),
  version integer not null default 1,
  constraint class_period check (closes_on is null or closes_on >= opens_on),
  constraint class_span check (closes_on is null or closes_on < opens_on + 3660),
  constraint class_cancelled check ((cancelled_on is null) = (cancelled_reason is null)),
  constraint class_policy_only check
    (basis = 'policy' or (policy_issuer is null and policy_number is null and policy_on is null and policy_title is null)),
  constraint class_plan_line_only check (basis = 'plan' or plan_line_key is null)
);
comment on table training_class is 'Lớp đào tạo, bồi dưỡng';
comment on column training_class.basis is 'Căn cứ mở lớp: plan = kế hoạch được giao, policy = chủ trương ngoài kế hoạch';
comment on column training_class.learners is 'Số lượt học viên';
create index training_class_programme on training_class (programme_id);
create index training_class_plan_line on training_class (plan_line_key);
create index training_class_opens on training_class (opens_on);
create index training_class_search on training_class using gin (search_key gin_trgm_ops);

create table class_year_correction (
  id bigint generated always as identity primary key,
  class_id bigint not null references training_class,
  year integer not null constraint class_correction_year check (year between 1990 and 2100),
  -- byDates: an earlier correction was taken back.
  counts_as text not null constraint class_correction_word check (counts_as in ('opened', 'carriedOver', 'notCounted', 'byDates')),
  reason text not null constraint class_correction_reason check (length(reason) between 5 and 1000),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  constraint class_correction_once unique (class_id, year)
);
comment on table class_year_correction is 'Điều chỉnh có lý do: trong năm đó lớp được tính là khai giảng, chuyển tiếp hay không tính, khác với ngày tháng';
-- However it is corrected, a class is opened in one year.
create unique index class_opened_once on class_year_correction (class_id) where counts_as = 'opened';

-- The one definition of how a class counts in a year, from its dates and its corrections. Lists and reports both ask it, so
-- that they cannot differ. `opened_in`: the year of a correction that says «opened»; `corrected`: that of the year asked for.
create function class_counts_as(opens_on date, closes_on date, cancelled_on date, opened_in integer, corrected text, in_year integer)
returns text language sql immutable parallel safe as $$
  select case
    when corrected <> 'byDates' then corrected
    when cancelled_on <= opens_on or extract(year from cancelled_on) < in_year then 'notCounted'
    when in_year > extract(year from coalesce(closes_on, opens_on)) then 'notCounted'
    when in_year < coalesce(opened_in, extract(year from opens_on)) then 'notCounted'
    when in_year = coalesce(opened_in, extract(year from opens_on)) then 'opened'
    else 'carriedOver'
  end
$$;

call audit('training_class');
call audit('class_year_correction');

-- Everybody who is signed in may know which classes are held; only who sees the whole school writes them.
alter table training_class enable row level security;
alter table class_year_correction enable row level security;
create policy signed_in on training_class for select using ((select app_account()) is not null);
create policy made_by_school on training_class for insert with check ((select app_sees_all()));
create policy changed_by_school on training_class for update using ((select app_sees_all()));
create policy signed_in on class_year_correction for select using ((select app_account()) is not null);
create policy made_by_school on class_year_correction for insert with check ((select app_sees_all()));
create policy changed_by_school on class_year_correction for update using ((select app_sees_all()));
