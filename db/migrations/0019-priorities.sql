-- Priorities of a year: weights that a committee sets, marks that it gives, and the order as it was agreed.

create table priority_sheet (
  id bigint generated always as identity primary key,
  year integer not null constraint priority_sheet_year check (year between 1990 and 2100),
  state text not null default 'draft' constraint priority_sheet_state check (state in ('draft', 'agreed')),
  legal_duty smallint not null constraint priority_weight_legal_duty check (legal_duty between 0 and 10),
  planned_post smallint not null constraint priority_weight_planned_post check (planned_post between 0 and 10),
  years_waited smallint not null constraint priority_weight_years_waited check (years_waited between 0 and 10),
  unit_balance smallint not null constraint priority_weight_unit_balance check (unit_balance between 0 and 10),
  unit_urgency smallint not null constraint priority_weight_unit_urgency check (unit_urgency between 0 and 10),
  directive smallint not null constraint priority_weight_directive check (directive between 0 and 10),
  term_of_office smallint not null constraint priority_weight_term_of_office check (term_of_office between 0 and 10),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  agreed_by bigint references account,
  agreed_at timestamptz,
  document_number text constraint priority_sheet_document_length check (length(document_number) between 1 and 100),
  document_on date,
  -- What the demands said on the day of agreement, so that the minutes can be printed again as they were.
  agreed_subjects jsonb,
  version integer not null default 1,
  constraint priority_sheet_agreed check (
    (state = 'agreed') = (agreed_by is not null and agreed_at is not null and document_number is not null
      and document_on is not null and agreed_subjects is not null))
);
comment on table priority_sheet is 'Bảng ưu tiên của một năm: trọng số các tiêu chí và thứ tự đã thống nhất';
comment on column priority_sheet.agreed_subjects is 'Số liệu của từng nhu cầu tại thời điểm thống nhất';
create unique index priority_sheet_one_draft on priority_sheet (year) where state = 'draft';

create table priority_mark (
  id bigint generated always as identity primary key,
  sheet_id bigint not null references priority_sheet,
  programme_id bigint not null references programme,
  mode_code text not null references study_mode,
  criterion text not null constraint priority_mark_criterion check (criterion in ('directive', 'termOfOffice')),
  mark smallint not null constraint priority_mark_range check (mark between 0 and 3),
  reason text not null constraint priority_mark_reason check (length(reason) between 5 and 1000),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  constraint priority_mark_once unique (sheet_id, programme_id, mode_code, criterion)
);
comment on table priority_mark is 'Điểm 0–3 mà hội đồng cho một nhu cầu theo tiêu chí không tính được từ sổ, kèm lý do';

create function priority_guard() returns trigger language plpgsql as $$
begin
  if exists (select from priority_sheet s where s.state = 'agreed'
    and s.id = case when tg_table_name = 'priority_sheet' then (to_jsonb(old) ->> 'id')::bigint
      else (to_jsonb(coalesce(new, old)) ->> 'sheet_id')::bigint end) then
    raise exception 'an agreed sheet of priorities is frozen' using errcode = 'restrict_violation', constraint = 'priority_sheet_frozen';
  end if;
  return coalesce(new, old);
end $$;
create trigger priority_sheet_guard before update or delete on priority_sheet for each row execute function priority_guard();
create trigger priority_mark_guard before insert or update or delete on priority_mark for each row execute function priority_guard();

call audit('priority_sheet');
call audit('priority_mark');

alter table priority_sheet enable row level security;
alter table priority_mark enable row level security;
create policy whole_school on priority_sheet using ((select app_sees_all()));
create policy whole_school on priority_mark using ((select app_sees_all()));
