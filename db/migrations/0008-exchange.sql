-- Files that come in. Always two steps: a run reads and checks everything, then writes all or nothing.

create table import_run (
  id bigint generated always as identity primary key,
  kind text not null constraint import_kind_length check (length(kind) between 1 and 40),
  file_name text not null constraint import_file_name_length check (length(file_name) between 1 and 255),
  sha256 text not null,
  size_bytes integer not null,
  -- What the person said besides the file: the year.
  options jsonb not null,
  state text not null default 'checked' constraint import_state check (state in ('checked', 'applied', 'withdrawn')),
  -- Where the table was found, the titles that nobody asked for, and the checks over the whole file.
  sheet_name text not null,
  header_row integer not null,
  unknown_columns jsonb not null,
  checks jsonb not null,
  -- How many rows: { add, change, drop, same, wrong, skipped, doubtful }.
  counts jsonb not null,
  -- Over all rows: whether a second look at the same file finds the same.
  digest text not null,
  made_by bigint not null references account,
  made_at timestamptz not null default now(),
  applied_by bigint references account,
  applied_at timestamptz,
  -- The last look at the file, and when it was put aside.
  checked_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  -- Files hold personal data: their content goes some time after it was needed, run and report stay.
  file_deleted_on date,
  constraint import_applied check ((state = 'applied') = (applied_at is not null)),
  constraint import_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null)),
  constraint import_file_needed check (state <> 'checked' or file_deleted_on is null)
);
comment on table import_run is 'Một lần nhập tệp: kiểm tra trước, ghi sau, hoặc bỏ';
create index import_run_made on import_run (made_at desc);

-- The file itself and the report's rows stay out of the record: the file's sha256 stands there.
create table import_file (
  run_id bigint primary key references import_run,
  bytes bytea not null
);
comment on table import_file is 'Tệp đã gửi, nguyên văn; xóa sau một thời hạn, khi lần nhập đã ghi hoặc đã bỏ';
grant delete on import_file to nhip_app;

create table import_row (
  run_id bigint not null references import_run,
  -- The order in the report; a file may name a row twice.
  place integer not null,
  -- As the spreadsheet shows it; 0: what the file no longer has.
  row_number integer not null,
  action text not null constraint import_row_action check (action in ('add', 'change', 'drop', 'same', 'wrong', 'skipped')),
  understood text not null,
  -- [{ column, code, params, isError }]
  problems jsonb not null,
  -- Of a change: [{ column, before, after }]
  changes jsonb not null,
  primary key (run_id, place)
);
comment on table import_row is 'Báo cáo kiểm tra của từng dòng trong tệp';
grant delete on import_row to nhip_app;

call audit('import_run');

-- What was imported is read by who sees the whole school; nobody else imports.
alter table import_run enable row level security;
alter table import_file enable row level security;
alter table import_row enable row level security;
create policy whole_school on import_run using ((select app_sees_all()));
create policy whole_school on import_file using ((select app_sees_all()));
create policy whole_school on import_row using ((select app_sees_all()));
