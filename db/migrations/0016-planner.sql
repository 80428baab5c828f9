-- The planner: how classes of a programme are held, and scenarios: questions asked of the solver, with their answers.

create table class_form (
  programme_id bigint not null references programme,
  mode_code text not null references study_mode,
  size_from integer not null constraint class_form_size_from check (size_from between 1 and 5000),
  size_to integer not null,
  weeks integer not null constraint class_form_weeks check (weeks between 1 and 200),
  every_weeks integer not null default 1 constraint class_form_every check (every_weeks between 1 and 26),
  seat text not null constraint class_form_seat check (seat in ('room', 'host')),
  cost_dong bigint not null default 0 constraint class_form_cost check (cost_dong between 0 and 9000000000000000),
  may_run_over boolean not null default false,
  version integer not null default 1,
  primary key (programme_id, mode_code),
  constraint class_form_sizes check (size_to between size_from and 5000)
);
comment on table class_form is 'Khuôn lớp của một chương trình và hệ: sĩ số, số tuần dạy, nhịp học, nơi học, kinh phí một lớp';
comment on column class_form.every_weeks is '1: học mọi tuần; 4: bốn tuần học một tuần (vừa làm vừa học)';
comment on column class_form.seat is 'room: phòng của trường; host: mở tại đơn vị';
comment on column class_form.may_run_over is 'Được kéo sang năm sau';

create table scenario (
  id bigint generated always as identity primary key,
  name text not null constraint scenario_name_length check (length(name) between 1 and 200),
  year integer not null constraint scenario_year check (year between 1990 and 2100),
  parameters jsonb not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  made_by bigint references account,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  -- What the lists show, of the answer.
  points double precision,
  bound double precision,
  classes integer,
  seats integer,
  heads integer,
  cost_dong bigint,
  -- Hard rules that the answer breaks, by the independent checker: always 0 where an answer is shown.
  violations integer,
  version integer not null default 1,
  constraint scenario_ended check ((state in ('done', 'failed', 'cancelled')) = (ended_at is not null)),
  constraint scenario_checked check (state <> 'done' or violations = 0)
);
comment on table scenario is 'Phương án lớp của một năm: đề bài chụp lại lúc lập, lời giải do máy tìm và máy khác kiểm';
create index scenario_year on scenario (year, id);

-- Question and answer themselves, and how far the search is: written many times, and computed, so not under the record.
create table scenario_work (
  scenario_id bigint primary key references scenario,
  instance jsonb not null,
  missing jsonb not null,
  progress jsonb,
  answer jsonb,
  -- Of the process that solves it; an old one means that the process is gone, and another takes it up.
  beat_at timestamptz
);
comment on table scenario_work is 'Đề bài, lời giải và tiến độ của phương án';

call audit('class_form', 'programme_id');
call audit('scenario');

alter table class_form enable row level security;
alter table scenario enable row level security;
alter table scenario_work enable row level security;
create policy whole_school on class_form using ((select app_sees_all()));
create policy whole_school on scenario using ((select app_sees_all()));
create policy whole_school on scenario_work using ((select app_sees_all()));
