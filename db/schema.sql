-- Generated from the catalogue after all migrations, for reading. The truth is db/migrations.

-- Đơn xin nghỉ của học viên, hoặc đơn vị gọi học viên về: ai, vì sao, văn bản nào, từ buổi nào đến buổi nào
table absence
  id bigint not null generated always as identity
  enrolment_id bigint not null
  class_id bigint not null
  kind text not null
  cause text not null
  from_on date not null
  from_part text not null
  last_on date not null
  last_part text not null
  called_by text not null default ''::text
  reason text not null
  document_number text not null default ''::text
  cost_sessions integer not null default 0
  cost_hours integer not null default 0
  state text not null default 'asked'::text
  asked_by bigint not null
  asked_at timestamp with time zone not null default now()
  decided_by bigint
  decided_at timestamp with time zone
  decision_note text not null default ''::text
  version integer not null default 1
  constraint absence_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id)
  constraint absence_called_by_length CHECK ((length(called_by) <= 200))
  constraint absence_cause_check CHECK ((cause = ANY (ARRAY['excused'::text, 'ill'::text, 'recalled'::text, 'other'::text])))
  constraint absence_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint absence_decided CHECK (((state <> ALL (ARRAY['agreed'::text, 'refused'::text])) OR (decided_at IS NOT NULL)))
  constraint absence_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
  constraint absence_document_length CHECK ((length(document_number) <= 100))
  constraint absence_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment(id)
  constraint absence_from_part_check CHECK ((from_part = ANY (ARRAY['morning'::text, 'afternoon'::text, 'evening'::text])))
  constraint absence_kind_check CHECK ((kind = ANY (ARRAY['leave'::text, 'recall'::text])))
  constraint absence_last_part_check CHECK ((last_part = ANY (ARRAY['morning'::text, 'afternoon'::text, 'evening'::text])))
  constraint absence_note_length CHECK ((length(decision_note) <= 1000))
  constraint absence_period CHECK (((last_on >= from_on) AND (last_on < (from_on + 120))))
  constraint absence_pkey PRIMARY KEY (id)
  constraint absence_reason_length CHECK (((length(reason) >= 5) AND (length(reason) <= 1000)))
  constraint absence_recall CHECK (((kind = 'recall'::text) = (cause = 'recalled'::text)))
  constraint absence_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'agreed'::text, 'refused'::text, 'withdrawn'::text])))
  CREATE INDEX absence_class ON public.absence USING btree (class_id)
  CREATE INDEX absence_enrolment ON public.absence USING btree (enrolment_id, from_on)
  CREATE INDEX absence_open ON public.absence USING btree (from_on) WHERE (state = 'asked'::text)
  CREATE TRIGGER absence_explains AFTER INSERT OR UPDATE OF state ON public.absence FOR EACH ROW EXECUTE FUNCTION absence_explains()
  CREATE TRIGGER absence_guard BEFORE INSERT OR UPDATE ON public.absence FOR EACH ROW EXECUTE FUNCTION absence_guard()
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.absence FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy at_units using ((EXISTS ( SELECT
   FROM enrolment e
  WHERE ((e.id = absence.enrolment_id) AND (e.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))))
  policy of_head using ((class_id = ANY (( SELECT headed_classes() AS headed_classes)::bigint[])))
  policy own using ((enrolment_id = ANY (( SELECT own_enrolments() AS own_enrolments)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

table account
  id bigint not null generated always as identity
  auth_user_id text
  name text not null
  email text not null
  search_key text not null
  sort_key text collate "C" not null
  person_id bigint
  is_disabled boolean not null default false
  created_by bigint
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint account_auth_user_id_fkey FOREIGN KEY (auth_user_id) REFERENCES auth."user"(id)
  constraint account_auth_user_id_key UNIQUE (auth_user_id)
  constraint account_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id)
  constraint account_email_once UNIQUE (email)
  constraint account_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint account_person FOREIGN KEY (person_id) REFERENCES person(id)
  constraint account_person_id_key UNIQUE (person_id)
  constraint account_pkey PRIMARY KEY (id)
  CREATE TRIGGER account_person_kept BEFORE UPDATE OF person_id ON public.account FOR EACH ROW WHEN ((old.person_id IS DISTINCT FROM new.person_id)) EXECUTE FUNCTION access_keep_person()
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.account FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy at_units for r using ((EXISTS ( SELECT
   FROM role_grant g
  WHERE ((g.account_id = account.id) AND (g.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))))
  policy governed for w using (access_governs(id))
  policy made_by_me for r using ((created_by = ( SELECT app_account() AS app_account)))
  policy made_by_me_only for a with check (((created_by = ( SELECT app_account() AS app_account)) AND (person_id IS NULL)))
  policy own for r using ((id = ( SELECT app_account() AS app_account)))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Thông báo chiêu sinh của một lớp
table admission_notice
  id bigint not null generated always as identity
  class_id bigint not null
  deadline_on date not null
  sends_on date not null -- Ngày cử đi học dự kiến: quyết định bộ quy định, tuổi và hai năm xếp loại
  seats integer
  standards text not null default ''::text
  note text not null default ''::text
  state text not null default 'draft'::text
  made_by bigint
  made_at timestamp with time zone not null default now()
  issued_at timestamp with time zone
  closed_at timestamp with time zone
  version integer not null default 1
  constraint admission_notice_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint admission_notice_closed CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL)))
  constraint admission_notice_days CHECK ((deadline_on <= sends_on))
  constraint admission_notice_issued CHECK (((state = 'draft'::text) OR (issued_at IS NOT NULL)))
  constraint admission_notice_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint admission_notice_note_length CHECK ((length(note) <= 4000))
  constraint admission_notice_pkey PRIMARY KEY (id)
  constraint admission_notice_seats CHECK (((seats >= 1) AND (seats <= 5000)))
  constraint admission_notice_standards_length CHECK ((length(standards) <= 8000))
  constraint admission_notice_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'closed'::text])))
  CREATE INDEX admission_notice_deadline ON public.admission_notice USING btree (deadline_on)
  CREATE UNIQUE INDEX admission_notice_open_once ON public.admission_notice USING btree (class_id) WHERE (state <> 'closed'::text)
  CREATE TRIGGER admission_notice_guard BEFORE UPDATE ON public.admission_notice FOR EACH ROW EXECUTE FUNCTION admission_notice_guard()
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.admission_notice FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy asked for r using (((state <> 'draft'::text) AND (EXISTS ( SELECT
   FROM admission_quota q
  WHERE ((q.notice_id = admission_notice.id) AND (q.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Chỉ tiêu của từng đơn vị trong một thông báo chiêu sinh
table admission_quota
  id bigint not null generated always as identity
  notice_id bigint not null
  unit_id bigint not null
  seats integer not null
  constraint admission_quota_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES admission_notice(id)
  constraint admission_quota_once UNIQUE (notice_id, unit_id)
  constraint admission_quota_pkey PRIMARY KEY (id)
  constraint admission_quota_seats CHECK (((seats >= 1) AND (seats <= 2000)))
  constraint admission_quota_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX admission_quota_unit ON public.admission_quota USING btree (unit_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.admission_quota FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy asked for r using (((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])) AND admission_notice_is_out(notice_id)))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

table api_token
  id bigint not null generated always as identity
  account_id bigint not null
  name text not null
  hash bytea not null
  rights text[] not null
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  constraint api_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint api_token_hash_key UNIQUE (hash)
  constraint api_token_name_length CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  constraint api_token_pkey PRIMARY KEY (id)
  CREATE INDEX api_token_account ON public.api_token USING btree (account_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE ON public.api_token FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER audit_revoked AFTER UPDATE OF revoked_at ON public.api_token FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy own using ((account_id = ( SELECT app_account() AS app_account)))
  row level security

-- Điểm danh một học viên ở một buổi: có mặt, hoặc vắng mấy tiết và vì sao
table attendance_mark
  id bigint not null generated always as identity
  session_id bigint not null
  enrolment_id bigint not null
  class_id bigint not null
  status text not null
  missed_hours integer
  cause text
  absence_id bigint
  version integer not null default 1
  constraint attendance_mark_absence_id_fkey FOREIGN KEY (absence_id) REFERENCES absence(id)
  constraint attendance_mark_cause CHECK ((cause = ANY (ARRAY['excused'::text, 'unexcused'::text, 'recalled'::text, 'ill'::text, 'other'::text])))
  constraint attendance_mark_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment(id)
  constraint attendance_mark_missed CHECK (((missed_hours >= 1) AND (missed_hours <= 12)))
  constraint attendance_mark_of_absent CHECK (((status = 'absent'::text) OR ((missed_hours IS NULL) AND (cause IS NULL) AND (absence_id IS NULL))))
  constraint attendance_mark_once UNIQUE (session_id, enrolment_id)
  constraint attendance_mark_pkey PRIMARY KEY (id)
  constraint attendance_mark_session_id_fkey FOREIGN KEY (session_id) REFERENCES attendance_roll(session_id)
  constraint attendance_mark_status_check CHECK ((status = ANY (ARRAY['present'::text, 'absent'::text])))
  CREATE INDEX attendance_mark_absence ON public.attendance_mark USING btree (absence_id) WHERE (absence_id IS NOT NULL)
  CREATE INDEX attendance_mark_class ON public.attendance_mark USING btree (class_id, session_id)
  CREATE INDEX attendance_mark_enrolment ON public.attendance_mark USING btree (enrolment_id)
  CREATE TRIGGER attendance_mark_guard BEFORE INSERT OR UPDATE ON public.attendance_mark FOR EACH ROW EXECUTE FUNCTION attendance_mark_guard()
  CREATE TRIGGER audit AFTER INSERT ON public.attendance_mark REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'values')
  CREATE TRIGGER audit_changed AFTER UPDATE ON public.attendance_mark REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'values')
  CREATE TRIGGER sums_insert AFTER INSERT ON public.attendance_mark REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION attendance_sums_marks()
  CREATE TRIGGER sums_update AFTER UPDATE ON public.attendance_mark REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION attendance_sums_marks()
  policy at_units for r using ((EXISTS ( SELECT
   FROM enrolment e
  WHERE ((e.id = attendance_mark.enrolment_id) AND (e.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))))
  policy of_head using ((class_id = ANY (( SELECT headed_classes() AS headed_classes)::bigint[])))
  policy of_monitor using ((class_id = ANY (( SELECT monitored_classes() AS monitored_classes)::bigint[])))
  policy own for r using ((enrolment_id = ANY (( SELECT own_enrolments() AS own_enrolments)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Buổi học đã điểm danh: ai ghi, lúc nào
table attendance_roll
  session_id bigint not null
  class_id bigint not null
  recorded_by bigint
  recorded_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint attendance_roll_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint attendance_roll_pkey PRIMARY KEY (session_id)
  constraint attendance_roll_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id)
  constraint attendance_roll_session_id_fkey FOREIGN KEY (session_id) REFERENCES class_session(id)
  CREATE INDEX attendance_roll_class ON public.attendance_roll USING btree (class_id)
  CREATE TRIGGER attendance_roll_guard BEFORE INSERT OR UPDATE ON public.attendance_roll FOR EACH ROW EXECUTE FUNCTION attendance_roll_guard()
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.attendance_roll FOR EACH ROW EXECUTE FUNCTION audit_change('session_id')
  policy of_head using ((class_id = ANY (( SELECT headed_classes() AS headed_classes)::bigint[])))
  policy of_monitor using ((class_id = ANY (( SELECT monitored_classes() AS monitored_classes)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  policy with_enrolment for r using ((EXISTS ( SELECT
   FROM enrolment e
  WHERE (e.class_id = attendance_roll.class_id))))
  row level security

-- Số tiết đã điểm danh và số tiết vắng của từng học viên, từng tháng; do cơ sở dữ liệu giữ
table attendance_sum
  enrolment_id bigint not null
  month date not null
  class_id bigint not null
  sessions integer not null
  recorded_hours integer not null
  missed_hours integer not null
  excused_hours integer not null
  unexcused_hours integer not null
  recalled_hours integer not null
  ill_hours integer not null
  other_hours integer not null
  constraint attendance_sum_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint attendance_sum_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment(id)
  constraint attendance_sum_pkey PRIMARY KEY (enrolment_id, month)
  CREATE INDEX attendance_sum_class ON public.attendance_sum USING btree (class_id, month)
  CREATE INDEX attendance_sum_month ON public.attendance_sum USING btree (month, class_id) INCLUDE (recorded_hours, missed_hours, recalled_hours)
  policy at_units for r using ((EXISTS ( SELECT
   FROM enrolment e
  WHERE ((e.id = attendance_sum.enrolment_id) AND (e.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))))
  policy of_head for r using ((class_id = ANY (( SELECT headed_classes() AS headed_classes)::bigint[])))
  policy own for r using ((enrolment_id = ANY (( SELECT own_enrolments() AS own_enrolments)::bigint[])))
  policy whole_school for r using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Nhật ký thay đổi: chỉ thêm, không sửa, không xóa
table audit_line
  id bigint not null generated always as identity
  transaction_id uuid not null
  made_at timestamp with time zone not null default clock_timestamp()
  account_id bigint
  procedure text not null
  request_id text not null
  reason text
  table_name text not null
  row_id text not null
  action text not null
  before jsonb
  after jsonb
  hash bytea not null
  constraint audit_line_action_check CHECK ((action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text, 'read'::text])))
  constraint audit_line_pkey PRIMARY KEY (id)
  CREATE INDEX audit_line_account ON public.audit_line USING btree (account_id, id)
  CREATE INDEX audit_line_row ON public.audit_line USING btree (table_name, row_id, id)
  CREATE INDEX audit_line_transaction ON public.audit_line USING btree (transaction_id, id)
  CREATE TRIGGER audit_line_append_only BEFORE DELETE OR UPDATE ON public.audit_line FOR EACH ROW EXECUTE FUNCTION audit_refuse()
  CREATE TRIGGER audit_line_no_truncate BEFORE TRUNCATE ON public.audit_line FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()
  policy own for r using ((account_id = ( SELECT app_account() AS app_account)))
  policy whole_school for r using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Mỗi giao dịch một niêm phong: hash = sha256(hash trước ‖ số ‖ hash các dòng)
table audit_seal
  transaction_id uuid not null
  number bigint
  sealed_at timestamp with time zone
  lines integer
  previous_hash bytea
  hash bytea
  constraint audit_seal_number_key UNIQUE (number)
  constraint audit_seal_pkey PRIMARY KEY (transaction_id)
  CREATE CONSTRAINT TRIGGER audit_seal_close AFTER INSERT ON public.audit_seal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_close()
  CREATE TRIGGER audit_seal_append_only BEFORE DELETE OR UPDATE ON public.audit_seal FOR EACH ROW EXECUTE FUNCTION audit_refuse()
  CREATE TRIGGER audit_seal_no_truncate BEFORE TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()
  policy whole_school for r using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Lịch: ngày lễ, đại hội, kỳ họp, nghỉ của trường, thời gian bận của đơn vị
table calendar_entry
  id bigint not null generated always as identity
  kind text not null
  title text not null
  search_key text not null
  during daterange not null
  stops_teaching boolean not null default false -- Những ngày này trường không lên lớp
  unit_id bigint
  source text not null default ''::text
  needs_confirmation boolean not null default false -- Số ngày nghỉ cần nhà trường xác nhận
  holiday_key text
  version integer not null default 1
  constraint calendar_entry_busy_unit CHECK (((kind <> 'busy'::text) OR (unit_id IS NOT NULL)))
  constraint calendar_entry_during CHECK (((NOT isempty(during)) AND (lower(during) IS NOT NULL) AND (upper(during) IS NOT NULL) AND ((upper(during) - lower(during)) <= 400)))
  constraint calendar_entry_holiday_once UNIQUE (holiday_key)
  constraint calendar_entry_kind CHECK ((kind = ANY (ARRAY['holiday'::text, 'congress'::text, 'session'::text, 'break'::text, 'busy'::text])))
  constraint calendar_entry_pkey PRIMARY KEY (id)
  constraint calendar_entry_source_length CHECK ((length(source) <= 300))
  constraint calendar_entry_title_length CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  constraint calendar_entry_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint calendar_entry_unit_never_stops CHECK (((unit_id IS NULL) OR (NOT stops_teaching)))
  CREATE INDEX calendar_entry_during ON public.calendar_entry USING gist (during)
  CREATE INDEX calendar_entry_unit ON public.calendar_entry USING btree (unit_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.calendar_entry FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy for_everybody for r using (((( SELECT app_account() AS app_account) IS NOT NULL) AND (unit_id IS NULL)))
  policy own_unit using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))) with check ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Địa chỉ lịch riêng (iCal) của một tài khoản, thu hồi được
table calendar_feed
  id bigint not null generated always as identity
  account_id bigint not null
  hash bytea not null
  made_at timestamp with time zone not null default now()
  revoked_at timestamp with time zone
  constraint calendar_feed_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint calendar_feed_hash_once UNIQUE (hash)
  constraint calendar_feed_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX calendar_feed_one ON public.calendar_feed USING btree (account_id) WHERE (revoked_at IS NULL)
  CREATE TRIGGER audit AFTER INSERT OR DELETE ON public.calendar_feed FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER audit_revoked AFTER UPDATE OF revoked_at ON public.calendar_feed FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy own using ((account_id = ( SELECT app_account() AS app_account)))
  row level security

-- Khuôn lớp của một chương trình và hệ: sĩ số, số tuần dạy, nhịp học, nơi học, kinh phí một lớp
table class_form
  programme_id bigint not null
  mode_code text not null
  size_from integer not null
  size_to integer not null
  weeks integer not null
  every_weeks integer not null default 1 -- 1: học mọi tuần; 4: bốn tuần học một tuần (vừa làm vừa học)
  seat text not null -- room: phòng của trường; host: mở tại đơn vị
  cost_dong bigint not null default 0
  may_run_over boolean not null default false -- Được kéo sang năm sau
  version integer not null default 1
  constraint class_form_cost CHECK (((cost_dong >= 0) AND (cost_dong <= '9000000000000000'::bigint)))
  constraint class_form_every CHECK (((every_weeks >= 1) AND (every_weeks <= 26)))
  constraint class_form_mode_code_fkey FOREIGN KEY (mode_code) REFERENCES study_mode(code)
  constraint class_form_pkey PRIMARY KEY (programme_id, mode_code)
  constraint class_form_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id)
  constraint class_form_seat CHECK ((seat = ANY (ARRAY['room'::text, 'host'::text])))
  constraint class_form_size_from CHECK (((size_from >= 1) AND (size_from <= 5000)))
  constraint class_form_sizes CHECK (((size_to >= size_from) AND (size_to <= 5000)))
  constraint class_form_weeks CHECK (((weeks >= 1) AND (weeks <= 200)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.class_form FOR EACH ROW EXECUTE FUNCTION audit_change('programme_id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Chủ nhiệm lớp, theo thời gian
table class_head
  id bigint not null generated always as identity
  class_id bigint not null
  account_id bigint not null
  name text not null
  from_on date not null
  until_on date
  decision_number text not null default ''::text
  version integer not null default 1
  constraint class_head_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint class_head_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint class_head_decision_length CHECK ((length(decision_number) <= 100))
  constraint class_head_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint class_head_one EXCLUDE USING gist (class_id WITH =, daterange(from_on, until_on) WITH &&)
  constraint class_head_period CHECK (((until_on IS NULL) OR (until_on > from_on)))
  constraint class_head_pkey PRIMARY KEY (id)
  CREATE INDEX class_head_account ON public.class_head USING btree (account_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.class_head FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy own for r using ((account_id = ( SELECT app_account() AS app_account)))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  policy with_enrolment for r using ((EXISTS ( SELECT
   FROM enrolment e
  WHERE (e.class_id = class_head.class_id))))
  row level security

-- Giảng viên lên lớp của lớp nào, chuyên môn nào, trong những ngày nào
table class_lecturer
  id bigint not null generated always as identity
  class_id bigint not null
  lecturer_id bigint not null
  field_code text not null
  during daterange not null
  constraint class_lecturer_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint class_lecturer_during CHECK (((NOT isempty(during)) AND (lower(during) IS NOT NULL) AND (upper(during) IS NOT NULL)))
  constraint class_lecturer_field_code_fkey FOREIGN KEY (field_code) REFERENCES teaching_field(code)
  constraint class_lecturer_free EXCLUDE USING gist (lecturer_id WITH =, during WITH &&) DEFERRABLE
  constraint class_lecturer_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint class_lecturer_pkey PRIMARY KEY (id)
  CREATE INDEX class_lecturer_class ON public.class_lecturer USING btree (class_id)
  CREATE INDEX class_lecturer_of ON public.class_lecturer USING btree (lecturer_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.class_lecturer FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER class_session_in_the_way AFTER INSERT OR UPDATE OF lecturer_id, class_id, during ON public.class_lecturer FOR EACH ROW EXECUTE FUNCTION class_session_in_the_way('lecturer')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Ban cán sự lớp: lớp trưởng, lớp phó, bí thư chi bộ
table class_monitor
  id bigint not null generated always as identity
  class_id bigint not null
  enrolment_id bigint not null
  post text not null
  from_on date not null
  until_on date
  decision_number text not null default ''::text
  version integer not null default 1
  constraint class_monitor_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint class_monitor_decision_length CHECK ((length(decision_number) <= 100))
  constraint class_monitor_enrolment_id_fkey FOREIGN KEY (enrolment_id) REFERENCES enrolment(id)
  constraint class_monitor_once EXCLUDE USING gist (enrolment_id WITH =, post WITH =, daterange(from_on, until_on) WITH &&)
  constraint class_monitor_period CHECK (((until_on IS NULL) OR (until_on > from_on)))
  constraint class_monitor_pkey PRIMARY KEY (id)
  constraint class_monitor_post_check CHECK ((post = ANY (ARRAY['monitor'::text, 'deputy'::text, 'secretary'::text])))
  CREATE INDEX class_monitor_class ON public.class_monitor USING btree (class_id)
  CREATE INDEX class_monitor_enrolment ON public.class_monitor USING btree (enrolment_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.class_monitor FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  policy with_enrolment for r using ((EXISTS ( SELECT
   FROM enrolment e
  WHERE (e.id = class_monitor.enrolment_id))))
  row level security

-- Lớp học ở phòng nào, trong những ngày nào
table class_room
  id bigint not null generated always as identity
  class_id bigint not null
  room_id bigint not null
  during daterange not null
  constraint class_room_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint class_room_during CHECK (((NOT isempty(during)) AND (lower(during) IS NOT NULL) AND (upper(during) IS NOT NULL)))
  constraint class_room_free EXCLUDE USING gist (room_id WITH =, during WITH &&) DEFERRABLE
  constraint class_room_pkey PRIMARY KEY (id)
  constraint class_room_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id)
  CREATE INDEX class_room_class ON public.class_room USING btree (class_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.class_room FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER class_session_in_the_way AFTER INSERT OR UPDATE OF room_id, class_id, during ON public.class_room FOR EACH ROW EXECUTE FUNCTION class_session_in_the_way('room')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Buổi học của lớp: ngày, buổi, chuyên đề, số tiết, giảng viên, phòng
table class_session
  id bigint not null generated always as identity
  class_id bigint not null
  item_id bigint
  title text not null
  on_day date not null
  part text not null
  hours integer not null -- Số tiết
  kind text not null
  room_id bigint
  place text not null default ''::text
  lecturer_id bigint
  state text not null default 'planned'::text
  note text not null default ''::text
  confirmed_by bigint
  confirmed_at timestamp with time zone
  version integer not null default 1
  constraint class_session_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint class_session_class_once EXCLUDE USING btree (class_id WITH =, on_day WITH =, part WITH =) WHERE ((state <> ALL (ARRAY['cancelled'::text, 'notTaught'::text]))) DEFERRABLE
  constraint class_session_confirmed CHECK (((state <> ALL (ARRAY['taught'::text, 'changed'::text, 'notTaught'::text])) OR (confirmed_at IS NOT NULL)))
  constraint class_session_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES account(id)
  constraint class_session_hours CHECK (((hours >= 1) AND (hours <= 12)))
  constraint class_session_item_id_fkey FOREIGN KEY (item_id) REFERENCES curriculum_item(id)
  constraint class_session_kind CHECK ((kind = ANY (ARRAY['theory'::text, 'discussion'::text, 'practice'::text, 'field'::text, 'selfStudy'::text, 'report'::text, 'exam'::text])))
  constraint class_session_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint class_session_lecturer_once EXCLUDE USING btree (lecturer_id WITH =, on_day WITH =, part WITH =) WHERE ((state <> ALL (ARRAY['cancelled'::text, 'notTaught'::text]))) DEFERRABLE
  constraint class_session_note_length CHECK ((length(note) <= 500))
  constraint class_session_part CHECK ((part = ANY (ARRAY['morning'::text, 'afternoon'::text, 'evening'::text])))
  constraint class_session_pkey PRIMARY KEY (id)
  constraint class_session_place_length CHECK ((length(place) <= 300))
  constraint class_session_room_id_fkey FOREIGN KEY (room_id) REFERENCES room(id)
  constraint class_session_room_once EXCLUDE USING btree (room_id WITH =, on_day WITH =, part WITH =) WHERE ((state <> ALL (ARRAY['cancelled'::text, 'notTaught'::text]))) DEFERRABLE
  constraint class_session_state CHECK ((state = ANY (ARRAY['planned'::text, 'taught'::text, 'changed'::text, 'notTaught'::text, 'cancelled'::text])))
  constraint class_session_title_length CHECK (((length(title) >= 1) AND (length(title) <= 500)))
  CREATE INDEX class_session_class ON public.class_session USING btree (class_id, on_day)
  CREATE INDEX class_session_day ON public.class_session USING btree (on_day)
  CREATE INDEX class_session_item ON public.class_session USING btree (item_id)
  CREATE INDEX class_session_lecturer ON public.class_session USING btree (lecturer_id, on_day)
  CREATE INDEX class_session_of ON public.class_session USING btree (lecturer_id, class_id, on_day) WHERE (state <> ALL (ARRAY['cancelled'::text, 'notTaught'::text]))
  CREATE INDEX class_session_room ON public.class_session USING btree (room_id, on_day)
  CREATE TRIGGER "0_class_session_guard" AFTER INSERT OR UPDATE ON public.class_session FOR EACH ROW EXECUTE FUNCTION class_session_guard()
  CREATE TRIGGER attendance_sums AFTER UPDATE ON public.class_session REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION attendance_sums_sessions()
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.class_session FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER teaching_load_delete AFTER DELETE ON public.class_session REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION teaching_load_keep()
  CREATE TRIGGER teaching_load_insert AFTER INSERT ON public.class_session REFERENCING NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION teaching_load_keep()
  CREATE TRIGGER teaching_load_update AFTER UPDATE ON public.class_session REFERENCING OLD TABLE AS was NEW TABLE AS becomes FOR EACH STATEMENT EXECUTE FUNCTION teaching_load_keep()
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Điều chỉnh có lý do: trong năm đó lớp được tính là khai giảng, chuyển tiếp hay không tính, khác với ngày tháng
table class_year_correction
  id bigint not null generated always as identity
  class_id bigint not null
  year integer not null
  counts_as text not null
  reason text not null
  made_by bigint
  made_at timestamp with time zone not null default now()
  constraint class_correction_once UNIQUE (class_id, year)
  constraint class_correction_reason CHECK (((length(reason) >= 5) AND (length(reason) <= 1000)))
  constraint class_correction_word CHECK ((counts_as = ANY (ARRAY['opened'::text, 'carriedOver'::text, 'notCounted'::text, 'byDates'::text])))
  constraint class_correction_year CHECK (((year >= 1990) AND (year <= 2100)))
  constraint class_year_correction_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint class_year_correction_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint class_year_correction_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX class_opened_once ON public.class_year_correction USING btree (class_id) WHERE (counts_as = 'opened'::text)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.class_year_correction FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy changed_by_school for w using (( SELECT app_sees_all() AS app_sees_all))
  policy made_by_school for a with check (( SELECT app_sees_all() AS app_sees_all))
  policy seen_by_school for r using (( SELECT app_sees_all() AS app_sees_all))
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  row level security

-- Một cam kết có hạn ngày: chưa làm, đã làm (đúng hạn hay muộn), không thực hiện, được miễn
table commitment
  id bigint not null generated always as identity
  unit_id bigint not null
  from_unit_id bigint
  year integer not null
  plan_id bigint not null
  item_key uuid not null
  template_code text
  period text not null
  side text not null
  title text not null
  evidence text
  due_on date not null
  fulfilled_by text
  state text not null default 'open'::text
  done_on date
  note text
  document_number text
  link text
  reason text
  settled_by bigint
  settled_at timestamp with time zone
  version integer not null default 1
  constraint commitment_document_length CHECK ((length(document_number) <= 100))
  constraint commitment_done CHECK (((state = 'kept'::text) = (done_on IS NOT NULL)))
  constraint commitment_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id)
  constraint commitment_fulfilled_by_check CHECK ((fulfilled_by = 'needAnswer'::text))
  constraint commitment_link_length CHECK ((length(link) <= 300))
  constraint commitment_note_length CHECK ((length(note) <= 1000))
  constraint commitment_once UNIQUE (item_key, period)
  constraint commitment_pkey PRIMARY KEY (id)
  constraint commitment_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES coordination_plan(id)
  constraint commitment_reason_length CHECK (((length(reason) >= 5) AND (length(reason) <= 1000)))
  constraint commitment_reasoned CHECK (((state <> ALL (ARRAY['broken'::text, 'waived'::text, 'dropped'::text])) OR (reason IS NOT NULL)))
  constraint commitment_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES account(id)
  constraint commitment_side_check CHECK ((side = ANY (ARRAY['unit'::text, 'school'::text])))
  constraint commitment_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'broken'::text, 'waived'::text, 'dropped'::text])))
  constraint commitment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX commitment_due ON public.commitment USING btree (due_on) WHERE (state = 'open'::text)
  CREATE INDEX commitment_plan ON public.commitment USING btree (plan_id)
  CREATE INDEX commitment_unit ON public.commitment USING btree (unit_id, due_on)
  CREATE INDEX commitment_year ON public.commitment USING btree (year)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.commitment FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy at_units using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Diễn biến của một cam kết, chỉ thêm
table commitment_event
  id bigint not null generated always as identity
  commitment_id bigint not null
  kind text not null
  note text
  made_by bigint
  made_at timestamp with time zone not null default now()
  constraint commitment_event_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(id)
  constraint commitment_event_kind_check CHECK ((kind = ANY (ARRAY['kept'::text, 'broken'::text, 'waived'::text, 'reopened'::text, 'moved'::text, 'passedOn'::text, 'dropped'::text])))
  constraint commitment_event_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint commitment_event_pkey PRIMARY KEY (id)
  CREATE INDEX commitment_event_commitment ON public.commitment_event USING btree (commitment_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.commitment_event FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy with_commitment for r using ((EXISTS ( SELECT
   FROM commitment c
  WHERE (c.id = commitment_event.commitment_id))))
  policy with_commitment_made for a with check ((EXISTS ( SELECT
   FROM commitment c
  WHERE (c.id = commitment_event.commitment_id))))
  row level security

-- Mẫu cam kết phối hợp: ai làm, hạn theo quy tắc nào, minh chứng gì
table commitment_template
  id bigint not null generated always as identity
  code text not null
  side text not null
  title text not null
  detail text
  evidence text
  due_kind text not null
  due_month integer
  due_day integer
  offset_days integer not null default 0
  fulfilled_by text
  is_used boolean not null default true
  needs_confirmation boolean not null default false -- Giá trị mặc định, cần nhà trường xác nhận
  sort_order integer not null default 100
  version integer not null default 1
  constraint commitment_template_code_length CHECK (((length(code) >= 1) AND (length(code) <= 40)))
  constraint commitment_template_code_once UNIQUE (code)
  constraint commitment_template_day CHECK ((((due_kind = 'fixed'::text) = (due_month IS NOT NULL)) AND ((due_kind = 'fixed'::text) = (due_day IS NOT NULL))))
  constraint commitment_template_detail_length CHECK ((length(detail) <= 1000))
  constraint commitment_template_due_day_check CHECK (((due_day >= 1) AND (due_day <= 31)))
  constraint commitment_template_due_kind_check CHECK ((due_kind = ANY (ARRAY['fixed'::text, 'monthly'::text, 'quarterly'::text, 'halfYearly'::text, 'needRound'::text, 'classOpens'::text])))
  constraint commitment_template_due_month_check CHECK (((due_month >= 1) AND (due_month <= 12)))
  constraint commitment_template_evidence_length CHECK ((length(evidence) <= 300))
  constraint commitment_template_fulfilled_by_check CHECK ((fulfilled_by = 'needAnswer'::text))
  constraint commitment_template_offset CHECK (((offset_days >= '-180'::integer) AND (offset_days <= 180)))
  constraint commitment_template_pkey PRIMARY KEY (id)
  constraint commitment_template_side_check CHECK ((side = ANY (ARRAY['unit'::text, 'school'::text])))
  constraint commitment_template_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.commitment_template FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Một cam kết trong kế hoạch phối hợp, kèm quy tắc về hạn
table coordination_item
  id bigint not null generated always as identity
  plan_id bigint not null
  item_key uuid not null default gen_random_uuid()
  template_code text
  side text not null
  title text not null
  detail text
  evidence text
  due_kind text not null
  due_month integer
  due_day integer
  offset_days integer not null default 0
  fulfilled_by text
  sort_order integer not null
  constraint coordination_item_day CHECK ((((due_kind = 'fixed'::text) = (due_month IS NOT NULL)) AND ((due_kind = 'fixed'::text) = (due_day IS NOT NULL))))
  constraint coordination_item_detail_length CHECK ((length(detail) <= 1000))
  constraint coordination_item_due_day_check CHECK (((due_day >= 1) AND (due_day <= 31)))
  constraint coordination_item_due_kind_check CHECK ((due_kind = ANY (ARRAY['fixed'::text, 'monthly'::text, 'quarterly'::text, 'halfYearly'::text, 'needRound'::text, 'classOpens'::text])))
  constraint coordination_item_due_month_check CHECK (((due_month >= 1) AND (due_month <= 12)))
  constraint coordination_item_evidence_length CHECK ((length(evidence) <= 300))
  constraint coordination_item_fulfilled_by_check CHECK ((fulfilled_by = 'needAnswer'::text))
  constraint coordination_item_offset CHECK (((offset_days >= '-180'::integer) AND (offset_days <= 180)))
  constraint coordination_item_once UNIQUE (plan_id, item_key)
  constraint coordination_item_pkey PRIMARY KEY (id)
  constraint coordination_item_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES coordination_plan(id)
  constraint coordination_item_side_check CHECK ((side = ANY (ARRAY['unit'::text, 'school'::text])))
  constraint coordination_item_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.coordination_item FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy at_units for r using ((EXISTS ( SELECT
   FROM coordination_plan p
  WHERE ((p.id = coordination_item.plan_id) AND (p.state <> 'draft'::text) AND (p.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Kế hoạch phối hợp của nhà trường với một đơn vị trong một năm, có hiệu lực khi hai bên đồng ý
table coordination_plan
  id bigint not null generated always as identity
  unit_id bigint not null
  year integer not null
  number integer not null default 1
  state text not null default 'draft'::text
  drawn_by bigint
  drawn_at timestamp with time zone not null default now()
  offered_by bigint
  offered_at timestamp with time zone
  accepted_by bigint
  accepted_at timestamp with time zone
  return_reason text
  version integer not null default 1
  constraint coordination_plan_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES account(id)
  constraint coordination_plan_both CHECK (((state <> ALL (ARRAY['accepted'::text, 'replaced'::text])) OR ((offered_at IS NOT NULL) AND (accepted_at IS NOT NULL))))
  constraint coordination_plan_drawn_by_fkey FOREIGN KEY (drawn_by) REFERENCES account(id)
  constraint coordination_plan_number_once UNIQUE (unit_id, year, number)
  constraint coordination_plan_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES account(id)
  constraint coordination_plan_pkey PRIMARY KEY (id)
  constraint coordination_plan_return_reason CHECK (((length(return_reason) >= 5) AND (length(return_reason) <= 1000)))
  constraint coordination_plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'offered'::text, 'returned'::text, 'accepted'::text, 'replaced'::text])))
  constraint coordination_plan_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint coordination_plan_year CHECK (((year >= 1990) AND (year <= 2100)))
  CREATE INDEX coordination_plan_year ON public.coordination_plan USING btree (year, state)
  CREATE UNIQUE INDEX coordination_plan_one_accepted ON public.coordination_plan USING btree (unit_id, year) WHERE (state = 'accepted'::text)
  CREATE UNIQUE INDEX coordination_plan_one_open ON public.coordination_plan USING btree (unit_id, year) WHERE (state = ANY (ARRAY['draft'::text, 'offered'::text, 'returned'::text]))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.coordination_plan FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy answered_at_units for w using (((state = ANY (ARRAY['offered'::text, 'accepted'::text])) AND (unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))) with check (((state = ANY (ARRAY['returned'::text, 'accepted'::text, 'replaced'::text])) AND (unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))
  policy at_units for r using (((state <> 'draft'::text) AND (unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Báo trước hạn phê duyệt bao nhiêu ngày; mời giảng người chưa có phê duyệt: cảnh báo hay không cho; cần nhà trường xác nhận
table corps_setting
  id boolean not null default true
  warn_days integer not null default 60
  without_approval text not null default 'warn'::text
  version integer not null default 1
  constraint corps_setting_one CHECK (id)
  constraint corps_setting_pkey PRIMARY KEY (id)
  constraint corps_setting_warn_days CHECK (((warn_days >= 1) AND (warn_days <= 366)))
  constraint corps_setting_without CHECK ((without_approval = ANY (ARRAY['warn'::text, 'refuse'::text])))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.corps_setting FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Phiên bản chương trình: chương trình khung của Học viện hoặc chương trình của trường; đã duyệt thì không ai sửa được
table curriculum
  id bigint not null generated always as identity
  programme_id bigint not null
  kind text not null
  number integer not null
  title text not null
  frame_id bigint
  starts_from_id bigint
  state text not null default 'draft'::text
  goals text not null default ''::text
  source text not null default ''::text
  needs_confirmation boolean not null default false -- Nội dung mặc định, cần nhà trường xác nhận
  made_by bigint
  made_at timestamp with time zone not null default now()
  submitted_by bigint
  submitted_at timestamp with time zone
  decided_by bigint
  decided_at timestamp with time zone
  return_reason text
  document_number text
  document_on date
  document_by text
  from_on date
  until_on date
  version integer not null default 1
  constraint curriculum_decided CHECK (((state <> ALL (ARRAY['returned'::text, 'approved'::text, 'retired'::text])) OR ((decided_at IS NOT NULL) AND (decided_by IS NOT NULL))))
  constraint curriculum_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
  constraint curriculum_document CHECK (((state = ANY (ARRAY['approved'::text, 'retired'::text])) = ((document_number IS NOT NULL) AND (document_on IS NOT NULL) AND (document_by IS NOT NULL) AND (from_on IS NOT NULL))))
  constraint curriculum_document_by_length CHECK (((length(document_by) >= 1) AND (length(document_by) <= 200)))
  constraint curriculum_document_length CHECK (((length(document_number) >= 1) AND (length(document_number) <= 100)))
  constraint curriculum_frame_id_fkey FOREIGN KEY (frame_id) REFERENCES curriculum(id)
  constraint curriculum_frame_of_school CHECK (((frame_id IS NULL) OR (kind = 'school'::text)))
  constraint curriculum_goals_length CHECK ((length(goals) <= 5000))
  constraint curriculum_kind CHECK ((kind = ANY (ARRAY['frame'::text, 'school'::text])))
  constraint curriculum_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint curriculum_number_check CHECK ((number > 0))
  constraint curriculum_number_once UNIQUE (programme_id, kind, number)
  constraint curriculum_period CHECK (((until_on IS NULL) OR (until_on > from_on)))
  constraint curriculum_pkey PRIMARY KEY (id)
  constraint curriculum_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id)
  constraint curriculum_retired CHECK (((state = 'retired'::text) = (until_on IS NOT NULL)))
  constraint curriculum_returned CHECK (((state <> 'returned'::text) OR (return_reason IS NOT NULL)))
  constraint curriculum_second_person CHECK (((kind = 'frame'::text) OR (state <> ALL (ARRAY['approved'::text, 'retired'::text])) OR (decided_by <> submitted_by)))
  constraint curriculum_source_length CHECK ((length(source) <= 500))
  constraint curriculum_starts_from_id_fkey FOREIGN KEY (starts_from_id) REFERENCES curriculum(id)
  constraint curriculum_state CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text, 'retired'::text])))
  constraint curriculum_submitted CHECK (((state = 'draft'::text) OR (kind = 'frame'::text) OR ((submitted_at IS NOT NULL) AND (submitted_by IS NOT NULL))))
  constraint curriculum_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES account(id)
  constraint curriculum_title_length CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  CREATE INDEX curriculum_frame ON public.curriculum USING btree (frame_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.curriculum FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER curriculum_concluded BEFORE UPDATE OF state ON public.curriculum FOR EACH ROW EXECUTE FUNCTION curriculum_concluded()
  CREATE TRIGGER curriculum_guard BEFORE INSERT OR DELETE OR UPDATE ON public.curriculum FOR EACH ROW EXECUTE FUNCTION curriculum_guard()
  CREATE TRIGGER curriculum_no_truncate BEFORE TRUNCATE ON public.curriculum FOR EACH STATEMENT EXECUTE FUNCTION curriculum_refuse_truncate()
  policy approved for r using (((( SELECT app_account() AS app_account) IS NOT NULL) AND (state = ANY (ARRAY['approved'::text, 'retired'::text]))))
  policy invited for r using (curriculum_is_invited(id, false))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Thẩm định một phiên bản: hội đồng, ý kiến, kết luận; mỗi lần trình một lần thẩm định
table curriculum_appraisal
  id bigint not null generated always as identity
  curriculum_id bigint not null
  round integer not null
  council_number text
  council_on date
  meets_on date
  place text not null default ''::text
  conclusion text not null default ''::text
  result text
  version integer not null default 1
  constraint curriculum_appraisal_conclusion_length CHECK ((length(conclusion) <= 5000))
  constraint curriculum_appraisal_council_length CHECK (((length(council_number) >= 1) AND (length(council_number) <= 100)))
  constraint curriculum_appraisal_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id)
  constraint curriculum_appraisal_once UNIQUE (curriculum_id, round)
  constraint curriculum_appraisal_pkey PRIMARY KEY (id)
  constraint curriculum_appraisal_place_length CHECK ((length(place) <= 300))
  constraint curriculum_appraisal_result CHECK ((result = ANY (ARRAY['pass'::text, 'passWithChanges'::text, 'fail'::text])))
  constraint curriculum_appraisal_round_check CHECK ((round > 0))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.curriculum_appraisal FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER curriculum_appraisal_guard BEFORE INSERT OR DELETE OR UPDATE ON public.curriculum_appraisal FOR EACH ROW EXECUTE FUNCTION curriculum_appraisal_guard()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Thay đổi của phiên bản và lý do: kết quả khảo sát, đánh giá sau khóa học, quy định mới, nhu cầu
table curriculum_change
  id bigint not null generated always as identity
  curriculum_id bigint not null
  lineage_id bigint
  act text not null
  reason_kind text
  reason text not null default ''::text
  transaction_id uuid
  made_by bigint
  made_at timestamp with time zone not null default now()
  constraint curriculum_change_act CHECK ((act = ANY (ARRAY['add'::text, 'edit'::text, 'move'::text, 'remove'::text, 'import'::text, 'about'::text, 'accept'::text, 'limit'::text])))
  constraint curriculum_change_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id)
  constraint curriculum_change_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint curriculum_change_pkey PRIMARY KEY (id)
  constraint curriculum_change_reason_kind CHECK ((reason_kind = ANY (ARRAY['survey'::text, 'outcome'::text, 'regulation'::text, 'need'::text, 'other'::text])))
  constraint curriculum_change_reason_length CHECK ((length(reason) <= 1000))
  CREATE INDEX curriculum_change_of ON public.curriculum_change USING btree (curriculum_id, id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.curriculum_change FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy invited for r using (curriculum_is_invited(curriculum_id, false))
  policy invited_makes for a with check ((curriculum_is_invited(curriculum_id, true) AND (made_by = ( SELECT app_account() AS app_account))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Đơn vị được mời cùng soạn một phiên bản: sửa, hoặc chỉ góp ý và đề nghị
table curriculum_collaborator
  id bigint not null generated always as identity
  curriculum_id bigint not null
  unit_id bigint not null
  may_edit boolean not null
  made_by bigint
  made_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint curriculum_collaborator_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id)
  constraint curriculum_collaborator_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint curriculum_collaborator_once UNIQUE (curriculum_id, unit_id)
  constraint curriculum_collaborator_pkey PRIMARY KEY (id)
  constraint curriculum_collaborator_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX curriculum_collaborator_unit ON public.curriculum_collaborator USING btree (unit_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.curriculum_collaborator FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy own_invitation for r using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Góp ý tại một mục của dự thảo; đã giải quyết hay chưa
table curriculum_comment
  id bigint not null generated always as identity
  curriculum_id bigint not null
  lineage_id bigint
  thread_id bigint
  text text not null
  made_by bigint not null
  made_at timestamp with time zone not null default now()
  resolved_by bigint
  resolved_at timestamp with time zone
  version integer not null default 1
  constraint curriculum_comment_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id)
  constraint curriculum_comment_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint curriculum_comment_pkey PRIMARY KEY (id)
  constraint curriculum_comment_resolved CHECK (((resolved_by IS NULL) = (resolved_at IS NULL)))
  constraint curriculum_comment_resolved_by_fkey FOREIGN KEY (resolved_by) REFERENCES account(id)
  constraint curriculum_comment_text CHECK (((length(text) >= 1) AND (length(text) <= 2000)))
  constraint curriculum_comment_thread CHECK (((thread_id IS NULL) OR (resolved_by IS NULL)))
  constraint curriculum_comment_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES curriculum_comment(id)
  CREATE INDEX curriculum_comment_of ON public.curriculum_comment USING btree (curriculum_id, lineage_id)
  CREATE INDEX curriculum_comment_thread_of ON public.curriculum_comment USING btree (thread_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.curriculum_comment FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy invited for r using (curriculum_is_invited(curriculum_id, false))
  policy invited_makes for a with check ((curriculum_is_invited(curriculum_id, false) AND (made_by = ( SELECT app_account() AS app_account))))
  policy invited_resolves for w using (curriculum_is_invited(curriculum_id, false))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Thành viên hội đồng thẩm định và ý kiến của từng người
table curriculum_council_member
  id bigint not null generated always as identity
  appraisal_id bigint not null
  name text not null
  post text not null default ''::text
  role text not null
  account_id bigint
  verdict text
  opinion text not null default ''::text
  version integer not null default 1
  constraint curriculum_council_member_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint curriculum_council_member_appraisal_id_fkey FOREIGN KEY (appraisal_id) REFERENCES curriculum_appraisal(id)
  constraint curriculum_council_member_pkey PRIMARY KEY (id)
  constraint curriculum_council_name CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint curriculum_council_once UNIQUE (appraisal_id, name)
  constraint curriculum_council_opinion CHECK ((length(opinion) <= 5000))
  constraint curriculum_council_post CHECK ((length(post) <= 300))
  constraint curriculum_council_role CHECK ((role = ANY (ARRAY['chair'::text, 'reviewer'::text, 'secretary'::text, 'member'::text])))
  constraint curriculum_council_verdict CHECK ((verdict = ANY (ARRAY['agree'::text, 'agreeWithChanges'::text, 'disagree'::text])))
  CREATE UNIQUE INDEX curriculum_council_account_once ON public.curriculum_council_member USING btree (appraisal_id, account_id) WHERE (account_id IS NOT NULL)
  CREATE UNIQUE INDEX curriculum_council_chair ON public.curriculum_council_member USING btree (appraisal_id) WHERE (role = 'chair'::text)
  CREATE UNIQUE INDEX curriculum_council_secretary ON public.curriculum_council_member USING btree (appraisal_id) WHERE (role = 'secretary'::text)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.curriculum_council_member FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER curriculum_council_guard BEFORE INSERT OR DELETE OR UPDATE ON public.curriculum_council_member FOR EACH ROW EXECUTE FUNCTION curriculum_appraisal_guard()
  CREATE TRIGGER curriculum_council_own BEFORE INSERT OR UPDATE ON public.curriculum_council_member FOR EACH ROW EXECUTE FUNCTION curriculum_council_own()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Khối, học phần, chuyên đề của một phiên bản; số tiết theo hình thức; thứ tự trong mục cha
table curriculum_item
  id bigint not null generated always as identity
  curriculum_id bigint not null
  parent_id bigint
  kind text not null
  position integer not null
  title text not null
  outcomes text not null default ''::text
  field_code text
  theory_hours integer not null default 0
  discussion_hours integer not null default 0
  practice_hours integer not null default 0
  field_hours integer not null default 0
  self_study_hours integer not null default 0
  report_hours integer not null default 0
  exam_hours integer not null default 0
  lineage_id bigint not null -- Cùng một mục qua các phiên bản
  version integer not null default 1
  constraint curriculum_item_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id)
  constraint curriculum_item_discussion CHECK (((discussion_hours >= 0) AND (discussion_hours <= 5000)))
  constraint curriculum_item_exam CHECK (((exam_hours >= 0) AND (exam_hours <= 5000)))
  constraint curriculum_item_field CHECK (((field_hours >= 0) AND (field_hours <= 5000)))
  constraint curriculum_item_field_code_fkey FOREIGN KEY (field_code) REFERENCES teaching_field(code)
  constraint curriculum_item_in UNIQUE (id, curriculum_id)
  constraint curriculum_item_kind CHECK ((kind = ANY (ARRAY['part'::text, 'module'::text, 'topic'::text])))
  constraint curriculum_item_lineage_once UNIQUE (curriculum_id, lineage_id)
  constraint curriculum_item_outcomes_length CHECK ((length(outcomes) <= 5000))
  constraint curriculum_item_parent FOREIGN KEY (parent_id, curriculum_id) REFERENCES curriculum_item(id, curriculum_id)
  constraint curriculum_item_pkey PRIMARY KEY (id)
  constraint curriculum_item_place_once UNIQUE NULLS NOT DISTINCT (curriculum_id, parent_id, "position") DEFERRABLE INITIALLY DEFERRED
  constraint curriculum_item_position CHECK (("position" > 0))
  constraint curriculum_item_practice CHECK (((practice_hours >= 0) AND (practice_hours <= 5000)))
  constraint curriculum_item_report CHECK (((report_hours >= 0) AND (report_hours <= 5000)))
  constraint curriculum_item_self_study CHECK (((self_study_hours >= 0) AND (self_study_hours <= 5000)))
  constraint curriculum_item_theory CHECK (((theory_hours >= 0) AND (theory_hours <= 5000)))
  constraint curriculum_item_title_length CHECK (((length(title) >= 1) AND (length(title) <= 500)))
  CREATE INDEX curriculum_item_lineage ON public.curriculum_item USING btree (lineage_id)
  CREATE INDEX curriculum_item_parent_of ON public.curriculum_item USING btree (parent_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.curriculum_item FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER curriculum_item_guard BEFORE INSERT OR DELETE OR UPDATE ON public.curriculum_item FOR EACH ROW EXECUTE FUNCTION curriculum_item_guard()
  CREATE TRIGGER curriculum_item_no_truncate BEFORE TRUNCATE ON public.curriculum_item FOR EACH STATEMENT EXECUTE FUNCTION curriculum_refuse_truncate()
  policy invited for a with check (curriculum_is_invited(curriculum_id, true))
  policy invited_edits for w using (curriculum_is_invited(curriculum_id, true))
  policy invited_removes for d using (curriculum_is_invited(curriculum_id, true))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  policy with_curriculum for r using ((EXISTS ( SELECT
   FROM curriculum c
  WHERE (c.id = curriculum_item.curriculum_id))))
  row level security

-- Giới hạn của chương trình khung: được bỏ, thêm, đổi tên, chuyển, xê dịch số tiết đến đâu; có nguồn
table curriculum_limit
  id bigint not null generated always as identity
  curriculum_id bigint not null
  kind text not null
  lineage_id bigint
  allows boolean
  minimum integer
  maximum integer
  source text not null
  needs_confirmation boolean not null default true
  version integer not null default 1
  constraint curriculum_limit_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id)
  constraint curriculum_limit_kind CHECK ((kind = ANY (ARRAY['drop'::text, 'add'::text, 'rename'::text, 'move'::text, 'hours'::text, 'practice'::text, 'total'::text])))
  constraint curriculum_limit_maximum CHECK (((maximum >= 0) AND (maximum <= 100000)))
  constraint curriculum_limit_minimum CHECK (((minimum >= 0) AND (minimum <= 100000)))
  constraint curriculum_limit_once UNIQUE NULLS NOT DISTINCT (curriculum_id, kind, lineage_id)
  constraint curriculum_limit_pkey PRIMARY KEY (id)
  constraint curriculum_limit_says CHECK (
CASE
    WHEN (kind = ANY (ARRAY['drop'::text, 'add'::text, 'rename'::text, 'move'::text])) THEN ((allows IS NOT NULL) AND (minimum IS NULL) AND (maximum IS NULL))
    WHEN (kind = 'hours'::text) THEN ((allows IS NULL) AND (minimum IS NULL) AND (maximum IS NOT NULL))
    WHEN (kind = 'practice'::text) THEN ((allows IS NULL) AND (lineage_id IS NULL) AND ((minimum >= 0) AND (minimum <= 100)) AND (maximum IS NULL))
    ELSE ((allows IS NULL) AND (lineage_id IS NULL) AND ((minimum IS NOT NULL) OR (maximum IS NOT NULL)) AND COALESCE((minimum <= maximum), true))
END)
  constraint curriculum_limit_source CHECK (((length(source) >= 1) AND (length(source) <= 500)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.curriculum_limit FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER curriculum_limit_guard BEFORE INSERT OR DELETE OR UPDATE ON public.curriculum_limit FOR EACH ROW EXECUTE FUNCTION curriculum_limit_guard()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  policy with_curriculum for r using ((EXISTS ( SELECT
   FROM curriculum c
  WHERE (c.id = curriculum_limit.curriculum_id))))
  row level security

-- Đề nghị sửa một mục của dự thảo, được nhận hoặc không nhận có lý do
table curriculum_proposal
  id bigint not null generated always as identity
  curriculum_id bigint not null
  lineage_id bigint not null
  base jsonb not null
  proposed jsonb not null
  reason_kind text
  reason text not null default ''::text
  unit_id bigint
  made_by bigint not null
  made_at timestamp with time zone not null default now()
  state text not null default 'open'::text
  decided_by bigint
  decided_at timestamp with time zone
  answer text
  version integer not null default 1
  constraint curriculum_proposal_answer_length CHECK (((length(answer) >= 1) AND (length(answer) <= 1000)))
  constraint curriculum_proposal_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id)
  constraint curriculum_proposal_decided CHECK ((((state = 'open'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_at IS NULL))))
  constraint curriculum_proposal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
  constraint curriculum_proposal_declined CHECK (((state <> 'declined'::text) OR (answer IS NOT NULL)))
  constraint curriculum_proposal_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint curriculum_proposal_pkey PRIMARY KEY (id)
  constraint curriculum_proposal_reason_kind CHECK ((reason_kind = ANY (ARRAY['survey'::text, 'outcome'::text, 'regulation'::text, 'need'::text, 'other'::text])))
  constraint curriculum_proposal_reason_length CHECK ((length(reason) <= 1000))
  constraint curriculum_proposal_state CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
  constraint curriculum_proposal_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX curriculum_proposal_of ON public.curriculum_proposal USING btree (curriculum_id, lineage_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.curriculum_proposal FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy invited for r using (curriculum_is_invited(curriculum_id, false))
  policy invited_makes for a with check ((curriculum_is_invited(curriculum_id, false) AND (made_by = ( SELECT app_account() AS app_account)) AND (unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))
  policy invited_withdraws for w using (((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])) AND curriculum_is_invited(curriculum_id, false)))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Mẫu Word của trường cho tờ trình, kế hoạch; bản mới nhất được dùng, bản cũ được giữ
table document_template
  id bigint not null generated always as identity
  kind text not null
  layout text not null
  number integer not null
  content bytea
  file_name text
  made_by bigint not null
  made_at timestamp with time zone not null default now()
  constraint document_template_kind CHECK ((kind ~ '^[a-zA-Z]{1,40}$'::text))
  constraint document_template_layout CHECK ((layout = ANY (ARRAY['state'::text, 'party'::text])))
  constraint document_template_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint document_template_name_length CHECK (((length(file_name) >= 1) AND (length(file_name) <= 300)))
  constraint document_template_named CHECK (((content IS NULL) = (file_name IS NULL)))
  constraint document_template_number_check CHECK ((number > 0))
  constraint document_template_number_once UNIQUE (kind, layout, number)
  constraint document_template_pkey PRIMARY KEY (id)
  constraint document_template_size CHECK (((length(content) >= 1) AND (length(content) <= 2000000)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.document_template FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER document_template_guard BEFORE DELETE OR UPDATE ON public.document_template FOR EACH ROW EXECUTE FUNCTION document_template_guard()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Học viên của lớp: đơn vị cử, số thứ tự trong danh sách, quyết định, ngày và lý do thôi học
table enrolment
  id bigint not null generated always as identity
  class_id bigint not null
  person_id bigint not null
  unit_id bigint not null
  number integer not null
  full_name text not null default ''::text
  sort_key text collate "C" not null default ''::text
  search_key text not null default ''::text
  born text not null default ''::text
  post_title text not null default ''::text
  enrolled_on date not null
  decision_number text not null default ''::text
  decision_on date
  decision_by text not null default ''::text
  overlap_reason text
  left_on date
  left_cause text
  left_document text not null default ''::text
  left_reason text
  rule_set text -- Quy chế học tập theo ngày khai giảng của lớp, không đổi
  made_by bigint
  made_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint enrolment_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint enrolment_decision_by_length CHECK ((length(decision_by) <= 200))
  constraint enrolment_decision_number_length CHECK ((length(decision_number) <= 100))
  constraint enrolment_left CHECK ((((left_on IS NULL) = (left_cause IS NULL)) AND ((left_on IS NULL) = (left_reason IS NULL))))
  constraint enrolment_left_cause CHECK ((left_cause = ANY (ARRAY['withdrawn'::text, 'transferred'::text, 'dismissed'::text, 'died'::text, 'other'::text])))
  constraint enrolment_left_document_length CHECK ((length(left_document) <= 200))
  constraint enrolment_left_reason_length CHECK (((length(left_reason) >= 5) AND (length(left_reason) <= 1000)))
  constraint enrolment_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint enrolment_number CHECK (((number >= 1) AND (number <= 100000)))
  constraint enrolment_number_once UNIQUE (class_id, number)
  constraint enrolment_overlap_reason_length CHECK (((length(overlap_reason) >= 5) AND (length(overlap_reason) <= 1000)))
  constraint enrolment_period CHECK (((left_on IS NULL) OR (left_on >= enrolled_on)))
  constraint enrolment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint enrolment_pkey PRIMARY KEY (id)
  constraint enrolment_rule_set_length CHECK (((length(rule_set) >= 1) AND (length(rule_set) <= 40)))
  constraint enrolment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX enrolment_class ON public.enrolment USING btree (class_id, sort_key, id)
  CREATE INDEX enrolment_person ON public.enrolment USING btree (person_id)
  CREATE INDEX enrolment_unit ON public.enrolment USING btree (unit_id, class_id)
  CREATE UNIQUE INDEX enrolment_once ON public.enrolment USING btree (class_id, person_id) WHERE (left_on IS NULL)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.enrolment FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER enrolment_guard BEFORE UPDATE ON public.enrolment FOR EACH ROW EXECUTE FUNCTION enrolment_guard()
  CREATE TRIGGER enrolment_named BEFORE INSERT ON public.enrolment FOR EACH ROW EXECUTE FUNCTION enrolment_named()
  policy at_units for r using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy of_head for r using ((class_id = ANY (( SELECT headed_classes() AS headed_classes)::bigint[])))
  policy of_monitor for r using ((class_id = ANY (( SELECT monitored_classes() AS monitored_classes)::bigint[])))
  policy own for r using ((person_id = ( SELECT app_person() AS app_person)))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Chuyến nghiên cứu thực tế, trao đổi kinh nghiệm của một lớp
table field_study
  id bigint not null generated always as identity
  class_id bigint not null
  host_id bigint not null
  kind text not null
  title text not null
  during daterange not null
  people integer not null
  programme text not null default ''::text
  leader_id bigint
  leader text not null default ''::text
  state text not null default 'draft'::text
  asked_at timestamp with time zone
  answer_by date
  answered_at timestamp with time zone
  answered_by bigint
  answer_note text not null default ''::text
  other_days daterange
  received_by text not null default ''::text
  papers_by date
  report text not null default ''::text
  school_remark text not null default ''::text
  host_remark text not null default ''::text
  cancelled_reason text
  made_by bigint not null
  made_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint field_study_answer_length CHECK ((length(answer_note) <= 1000))
  constraint field_study_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id)
  constraint field_study_cancelled CHECK (((state = 'cancelled'::text) = (cancelled_reason IS NOT NULL)))
  constraint field_study_cancelled_length CHECK (((length(cancelled_reason) >= 1) AND (length(cancelled_reason) <= 1000)))
  constraint field_study_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint field_study_class_once EXCLUDE USING gist (class_id WITH =, during WITH &&) WHERE ((state = ANY (ARRAY['asked'::text, 'agreed'::text, 'held'::text])))
  constraint field_study_during CHECK (((NOT isempty(during)) AND (lower(during) IS NOT NULL) AND (upper(during) IS NOT NULL) AND ((upper(during) - lower(during)) <= 60)))
  constraint field_study_host_free EXCLUDE USING gist (host_id WITH =, during WITH &&) WHERE ((state = ANY (ARRAY['agreed'::text, 'held'::text])))
  constraint field_study_host_id_fkey FOREIGN KEY (host_id) REFERENCES study_host(id)
  constraint field_study_host_remark_length CHECK ((length(host_remark) <= 4000))
  constraint field_study_kind_check CHECK ((kind = ANY (ARRAY['study'::text, 'exchange'::text])))
  constraint field_study_leader_id_fkey FOREIGN KEY (leader_id) REFERENCES lecturer(id)
  constraint field_study_leader_length CHECK ((length(leader) <= 200))
  constraint field_study_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint field_study_other_days CHECK (((other_days IS NULL) OR ((NOT isempty(other_days)) AND ((upper(other_days) - lower(other_days)) <= 60))))
  constraint field_study_papers CHECK (((papers_by IS NULL) OR (papers_by >= lower(during))))
  constraint field_study_people CHECK (((people >= 1) AND (people <= 2000)))
  constraint field_study_pkey PRIMARY KEY (id)
  constraint field_study_programme_length CHECK ((length(programme) <= 8000))
  constraint field_study_received_length CHECK ((length(received_by) <= 200))
  constraint field_study_report_length CHECK ((length(report) <= 20000))
  constraint field_study_school_remark_length CHECK ((length(school_remark) <= 4000))
  constraint field_study_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'asked'::text, 'agreed'::text, 'declined'::text, 'held'::text, 'cancelled'::text])))
  constraint field_study_title_length CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  CREATE INDEX field_study_begins ON public.field_study USING btree (lower(during))
  CREATE INDEX field_study_class ON public.field_study USING btree (class_id)
  CREATE INDEX field_study_host ON public.field_study USING btree (host_id)
  CREATE INDEX field_study_leader ON public.field_study USING btree (leader_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.field_study FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER field_study_guard BEFORE UPDATE ON public.field_study FOR EACH ROW EXECUTE FUNCTION field_study_guard()
  policy at_own_host_answered for w using (((asked_at IS NOT NULL) AND (EXISTS ( SELECT
   FROM study_host h
  WHERE ((h.id = field_study.host_id) AND (h.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))))))
  policy at_own_host_read for r using (((asked_at IS NOT NULL) AND (EXISTS ( SELECT
   FROM study_host h
  WHERE ((h.id = field_study.host_id) AND (h.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Kinh phí của một chuyến: dự toán và thực chi, từng khoản
table field_study_cost
  id bigint not null generated always as identity
  field_study_id bigint not null
  sort_order integer not null
  item text not null
  planned_dong bigint
  spent_dong bigint
  source text not null default ''::text
  constraint field_study_cost_field_study_id_fkey FOREIGN KEY (field_study_id) REFERENCES field_study(id)
  constraint field_study_cost_item_length CHECK (((length(item) >= 1) AND (length(item) <= 200)))
  constraint field_study_cost_pkey PRIMARY KEY (id)
  constraint field_study_cost_planned CHECK (((planned_dong >= 0) AND (planned_dong <= '100000000000'::bigint)))
  constraint field_study_cost_source_length CHECK ((length(source) <= 200))
  constraint field_study_cost_spent CHECK (((spent_dong >= 0) AND (spent_dong <= '100000000000'::bigint)))
  CREATE INDEX field_study_cost_of ON public.field_study_cost USING btree (field_study_id, sort_order)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.field_study_cost FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Tệp đã gửi, nguyên văn; xóa sau một thời hạn, khi lần nhập đã ghi hoặc đã bỏ
table import_file
  run_id bigint not null
  bytes bytea not null
  constraint import_file_pkey PRIMARY KEY (run_id)
  constraint import_file_run_id_fkey FOREIGN KEY (run_id) REFERENCES import_run(id)
  policy own using ((EXISTS ( SELECT
   FROM import_run r
  WHERE ((r.id = import_file.run_id) AND (r.made_by = ( SELECT app_account() AS app_account))))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Báo cáo kiểm tra của từng dòng trong tệp
table import_row
  run_id bigint not null
  place integer not null
  row_number integer not null
  action text not null
  understood text not null
  problems jsonb not null
  changes jsonb not null
  constraint import_row_action CHECK ((action = ANY (ARRAY['add'::text, 'change'::text, 'drop'::text, 'same'::text, 'wrong'::text, 'skipped'::text])))
  constraint import_row_pkey PRIMARY KEY (run_id, place)
  constraint import_row_run_id_fkey FOREIGN KEY (run_id) REFERENCES import_run(id)
  policy own using ((EXISTS ( SELECT
   FROM import_run r
  WHERE ((r.id = import_row.run_id) AND (r.made_by = ( SELECT app_account() AS app_account))))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Một lần nhập tệp: kiểm tra trước, ghi sau, hoặc bỏ
table import_run
  id bigint not null generated always as identity
  kind text not null
  file_name text not null
  sha256 text not null
  size_bytes integer not null
  options jsonb not null
  state text not null default 'checked'::text
  sheet_name text not null
  header_row integer not null
  unknown_columns jsonb not null
  checks jsonb not null
  counts jsonb not null
  digest text not null
  made_by bigint not null
  made_at timestamp with time zone not null default now()
  applied_by bigint
  applied_at timestamp with time zone
  checked_at timestamp with time zone not null default now()
  withdrawn_at timestamp with time zone
  file_deleted_on date
  constraint import_applied CHECK (((state = 'applied'::text) = (applied_at IS NOT NULL)))
  constraint import_file_name_length CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255)))
  constraint import_file_needed CHECK (((state <> 'checked'::text) OR (file_deleted_on IS NULL)))
  constraint import_kind_length CHECK (((length(kind) >= 1) AND (length(kind) <= 40)))
  constraint import_run_applied_by_fkey FOREIGN KEY (applied_by) REFERENCES account(id)
  constraint import_run_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint import_run_pkey PRIMARY KEY (id)
  constraint import_state CHECK ((state = ANY (ARRAY['checked'::text, 'applied'::text, 'withdrawn'::text])))
  constraint import_withdrawn CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)))
  CREATE INDEX import_run_made ON public.import_run USING btree (made_at DESC)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.import_run FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy own using ((made_by = ( SELECT app_account() AS app_account))) with check ((made_by = ( SELECT app_account() AS app_account)))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

table installation
  id boolean not null default true
  school_name text not null
  province_name text not null default ''::text
  is_sample boolean not null default false
  created_at timestamp with time zone not null default now()
  constraint installation_id_check CHECK (id)
  constraint installation_pkey PRIMARY KEY (id)
  constraint installation_school_name_length CHECK (((length(school_name) >= 1) AND (length(school_name) <= 200)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.installation FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy everybody for r using (true)
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Nội dung của tệp, nguyên văn; nhật ký giữ sha256 ở kept_file, không chép nội dung
table kept_content
  file_id bigint not null
  bytes bytea not null
  constraint kept_content_file_id_fkey FOREIGN KEY (file_id) REFERENCES kept_file(id)
  constraint kept_content_pkey PRIMARY KEY (file_id)
  policy with_file for r using ((EXISTS ( SELECT
   FROM kept_file f
  WHERE (f.id = kept_content.file_id))))
  policy with_file_made for a with check ((EXISTS ( SELECT
   FROM kept_file f
  WHERE ((f.id = kept_content.file_id) AND (f.made_by = ( SELECT app_account() AS app_account))))))
  row level security

-- Tệp kèm theo một việc (hướng dẫn của đợt nhu cầu); bỏ thì ghi lại ai, lúc nào
table kept_file
  id bigint not null generated always as identity
  subject_kind text not null
  subject_id bigint not null
  name text not null
  type text not null
  size_bytes integer not null
  sha256 text not null
  made_by bigint not null
  made_at timestamp with time zone not null default now()
  removed_by bigint
  removed_at timestamp with time zone
  constraint kept_file_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint kept_file_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint kept_file_pkey PRIMARY KEY (id)
  constraint kept_file_removed CHECK (((removed_by IS NULL) = (removed_at IS NULL)))
  constraint kept_file_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES account(id)
  constraint kept_file_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  constraint kept_file_size CHECK (((size_bytes >= 1) AND (size_bytes <= 20000000)))
  constraint kept_file_subject CHECK ((subject_kind = ANY (ARRAY['needRound'::text, 'situation'::text, 'lecturer'::text, 'fieldStudy'::text, 'learnerCase'::text])))
  constraint kept_file_type CHECK ((type = ANY (ARRAY['pdf'::text, 'docx'::text, 'xlsx'::text, 'pptx'::text, 'doc'::text, 'xls'::text, 'ppt'::text, 'png'::text, 'jpeg'::text])))
  CREATE INDEX kept_file_of ON public.kept_file USING btree (subject_kind, subject_id)
  CREATE UNIQUE INDEX kept_file_once ON public.kept_file USING btree (subject_kind, subject_id, sha256) WHERE (removed_at IS NULL)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.kept_file FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER kept_file_guard BEFORE UPDATE ON public.kept_file FOR EACH ROW EXECUTE FUNCTION kept_file_guard()
  policy of_field_study for r using (((subject_kind = 'fieldStudy'::text) AND (removed_at IS NULL) AND (EXISTS ( SELECT
   FROM field_study s
  WHERE (s.id = kept_file.subject_id)))))
  policy of_learner_case for r using (((subject_kind = 'learnerCase'::text) AND (removed_at IS NULL) AND (EXISTS ( SELECT
   FROM learner_case c
  WHERE (c.id = kept_file.subject_id)))))
  policy of_learner_case_made for a with check (((subject_kind = 'learnerCase'::text) AND (made_by = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT
   FROM learner_case c
  WHERE (c.id = kept_file.subject_id)))))
  policy of_learner_case_removed for w using (((subject_kind = 'learnerCase'::text) AND (made_by = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT
   FROM learner_case c
  WHERE (c.id = kept_file.subject_id)))))
  policy of_need_round for r using (((subject_kind = 'needRound'::text) AND (removed_at IS NULL) AND (EXISTS ( SELECT
   FROM need_answer a
  WHERE ((a.round_id = kept_file.subject_id) AND (a.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))))))
  policy of_own_situation for r using (((subject_kind = 'situation'::text) AND (EXISTS ( SELECT
   FROM situation s
  WHERE ((s.id = kept_file.subject_id) AND (s.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))))))
  policy of_situation for r using (((subject_kind = 'situation'::text) AND (removed_at IS NULL) AND (EXISTS ( SELECT
   FROM situation s
  WHERE (s.id = kept_file.subject_id)))))
  policy of_situation_made for a with check (((subject_kind = 'situation'::text) AND (made_by = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT
   FROM situation s
  WHERE ((s.id = kept_file.subject_id) AND (s.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))))))
  policy of_situation_removed for w using (((subject_kind = 'situation'::text) AND (EXISTS ( SELECT
   FROM situation s
  WHERE ((s.id = kept_file.subject_id) AND (s.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))))))
  policy shut_with_learner_case using (((subject_kind <> 'learnerCase'::text) OR (EXISTS ( SELECT
   FROM learner_case c
  WHERE (c.id = kept_file.subject_id)))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Vụ việc của học viên: khó khăn, vướng mắc được nêu, giải quyết giữa trường và đơn vị
table learner_case
  id bigint not null generated always as identity
  person_id bigint not null
  learner_name text not null
  unit_id bigint not null
  class_id bigint
  kind text not null
  title text not null
  search_key text not null
  is_sensitive boolean not null default false -- Nhạy cảm: chỉ người được nêu tên trong vụ việc được xem
  learner_sees boolean not null default true
  raised_by bigint not null
  raised_side text not null
  raised_at timestamp with time zone not null default now()
  owner_id bigint
  owner_name text
  due_on date not null
  state text not null default 'open'::text
  answered_at timestamp with time zone
  decided_at timestamp with time zone
  solved_at timestamp with time zone
  version integer not null default 1
  constraint learner_case_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint learner_case_kind_check CHECK ((kind = ANY (ARRAY['schedule'::text, 'recall'::text, 'results'::text, 'conduct'::text, 'health'::text, 'policy'::text, 'living'::text, 'other'::text])))
  constraint learner_case_order CHECK (((answered_at >= raised_at) AND (solved_at >= raised_at)))
  constraint learner_case_owned CHECK (((owner_id IS NULL) = (owner_name IS NULL)))
  constraint learner_case_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES account(id)
  constraint learner_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint learner_case_pkey PRIMARY KEY (id)
  constraint learner_case_raised_by_fkey FOREIGN KEY (raised_by) REFERENCES account(id)
  constraint learner_case_raised_side_check CHECK ((raised_side = ANY (ARRAY['school'::text, 'unit'::text, 'learner'::text, 'committee'::text])))
  constraint learner_case_solved CHECK (((state = ANY (ARRAY['solved'::text, 'withdrawn'::text])) = (solved_at IS NOT NULL)))
  constraint learner_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'decided'::text, 'solved'::text, 'withdrawn'::text])))
  constraint learner_case_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  constraint learner_case_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX learner_case_class ON public.learner_case USING btree (class_id) WHERE (class_id IS NOT NULL)
  CREATE INDEX learner_case_open ON public.learner_case USING btree (due_on) WHERE (state = ANY (ARRAY['open'::text, 'decided'::text]))
  CREATE INDEX learner_case_owner ON public.learner_case USING btree (owner_id) WHERE (state = ANY (ARRAY['open'::text, 'decided'::text]))
  CREATE INDEX learner_case_person ON public.learner_case USING btree (person_id)
  CREATE INDEX learner_case_raised ON public.learner_case USING btree (raised_at DESC)
  CREATE INDEX learner_case_search ON public.learner_case USING gin (search_key gin_trgm_ops)
  CREATE INDEX learner_case_unit ON public.learner_case USING btree (unit_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.learner_case FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy ordinary_of_learner using (((NOT is_sensitive) AND learner_sees AND (person_id = ( SELECT app_person() AS app_person))))
  policy ordinary_of_school using (((NOT is_sensitive) AND ( SELECT app_sees_all() AS app_sees_all)))
  policy ordinary_of_unit using (((NOT is_sensitive) AND (unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))
  policy raised_in_own_name for a with check ((raised_by = ( SELECT app_account() AS app_account)))
  policy sensitive_of_named using ((is_sensitive AND learner_case_names_me(id)))
  row level security

-- Diễn biến của một vụ việc: trao đổi, đề xuất, quyết định, giao người, đổi hạn
table learner_case_entry
  id bigint not null generated always as identity
  case_id bigint not null
  kind text not null
  text text not null default ''::text
  side text not null
  made_by bigint not null
  made_by_name text not null
  made_at timestamp with time zone not null default now()
  to_name text
  due_on date
  constraint learner_case_entry_case_id_fkey FOREIGN KEY (case_id) REFERENCES learner_case(id)
  constraint learner_case_entry_kind_check CHECK ((kind = ANY (ARRAY['raised'::text, 'message'::text, 'proposal'::text, 'owner'::text, 'due'::text, 'decision'::text, 'solved'::text, 'reopened'::text, 'withdrawn'::text, 'sensitive'::text, 'ordinary'::text, 'named'::text, 'unnamed'::text])))
  constraint learner_case_entry_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint learner_case_entry_pkey PRIMARY KEY (id)
  constraint learner_case_entry_text_length CHECK ((length(text) <= 4000))
  CREATE INDEX learner_case_entry_case ON public.learner_case_entry USING btree (case_id, id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.learner_case_entry FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER learner_case_entry_guard BEFORE DELETE OR UPDATE ON public.learner_case_entry FOR EACH ROW EXECUTE FUNCTION learner_case_entry_guard()
  policy of_case using ((EXISTS ( SELECT
   FROM learner_case c
  WHERE (c.id = learner_case_entry.case_id))))
  row level security

-- Người được nêu tên trong vụ việc nhạy cảm
table learner_case_member
  id bigint not null generated always as identity
  case_id bigint not null
  account_id bigint not null
  name text not null
  named_at timestamp with time zone not null default now()
  constraint learner_case_member_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint learner_case_member_case_id_fkey FOREIGN KEY (case_id) REFERENCES learner_case(id)
  constraint learner_case_member_once UNIQUE (case_id, account_id)
  constraint learner_case_member_pkey PRIMARY KEY (id)
  CREATE INDEX learner_case_member_account ON public.learner_case_member USING btree (account_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.learner_case_member FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy of_case using ((EXISTS ( SELECT
   FROM learner_case c
  WHERE (c.id = learner_case_member.case_id))))
  row level security

-- Giảng viên cơ hữu và giảng viên mời (thỉnh giảng)
table lecturer
  id bigint not null generated always as identity
  code text not null
  name text not null
  search_key text not null
  sort_key text collate "C" not null
  is_guest boolean not null default false
  workplace text not null default ''::text
  weekly_hours integer not null default 16 -- Số tiết lên lớp nhiều nhất trong một tuần, để lập kế hoạch; nhà trường xác nhận
  from_on date
  until_on date
  account_id bigint
  person_id bigint
  note text not null default ''::text
  version integer not null default 1
  category_code text
  monthly_hours integer -- Số tiết nhiều nhất trong một tháng; trống: không giới hạn ngoài số tiết mỗi tuần
  travel text not null default 'province'::text -- Đi giảng được tới đâu: tại trường, trong bán kính, ở các đơn vị đã chọn, trong toàn tỉnh
  travel_km integer
  constraint lecturer_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint lecturer_account_once UNIQUE (account_id)
  constraint lecturer_category_code_fkey FOREIGN KEY (category_code) REFERENCES lecturer_category(code)
  constraint lecturer_code_length CHECK (((length(code) >= 1) AND (length(code) <= 40)))
  constraint lecturer_code_once UNIQUE (code)
  constraint lecturer_monthly_hours_range CHECK (((monthly_hours >= 1) AND (monthly_hours <= 240)))
  constraint lecturer_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint lecturer_note_length CHECK ((length(note) <= 1000))
  constraint lecturer_period CHECK ((until_on > from_on))
  constraint lecturer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint lecturer_person_once UNIQUE (person_id)
  constraint lecturer_pkey PRIMARY KEY (id)
  constraint lecturer_travel CHECK ((travel = ANY (ARRAY['school'::text, 'distance'::text, 'units'::text, 'province'::text])))
  constraint lecturer_travel_km_range CHECK (((travel_km >= 1) AND (travel_km <= 1000)))
  constraint lecturer_travel_says CHECK (((travel = 'distance'::text) = (travel_km IS NOT NULL)))
  constraint lecturer_weekly_hours_range CHECK (((weekly_hours >= 1) AND (weekly_hours <= 60)))
  constraint lecturer_workplace_length CHECK ((length(workplace) <= 300))
  CREATE INDEX lecturer_category_of ON public.lecturer USING btree (category_code)
  CREATE INDEX lecturer_search ON public.lecturer USING gin (search_key gin_trgm_ops)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Thời gian giảng viên không lên lớp được
table lecturer_absence
  id bigint not null generated always as identity
  lecturer_id bigint not null
  during daterange not null
  reason text not null
  constraint lecturer_absence_during CHECK (((NOT isempty(during)) AND (lower(during) IS NOT NULL) AND (upper(during) IS NOT NULL) AND ((upper(during) - lower(during)) <= 1500)))
  constraint lecturer_absence_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint lecturer_absence_once EXCLUDE USING gist (lecturer_id WITH =, during WITH &&)
  constraint lecturer_absence_pkey PRIMARY KEY (id)
  constraint lecturer_absence_reason_length CHECK (((length(reason) >= 1) AND (length(reason) <= 300)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_absence FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER class_session_in_the_way AFTER INSERT OR UPDATE OF lecturer_id, during ON public.lecturer_absence FOR EACH ROW EXECUTE FUNCTION class_session_in_the_way('absence')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Phê duyệt từng giảng viên thỉnh giảng: đang trình, đồng ý có thời hạn, không đồng ý; gia hạn là một dòng mới
table lecturer_approval
  id bigint not null generated always as identity
  lecturer_id bigint not null
  dossier_id bigint
  proposal_id bigint
  wish_from_on date not null
  wish_until_on date not null
  remark text not null default ''::text
  post_id bigint
  post_title text not null default ''::text
  person_post_id bigint
  decision text
  reason text
  document_number text
  document_on date
  signed_by text
  from_on date
  until_on date -- Ngày đầu tiên không còn hiệu lực
  decided_by bigint
  decided_at timestamp with time zone
  constraint lecturer_approval_approved CHECK ((((decision IS NOT NULL) AND (decision = 'approved'::text)) = ((from_on IS NOT NULL) AND (until_on IS NOT NULL))))
  constraint lecturer_approval_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
  constraint lecturer_approval_decision CHECK ((decision = ANY (ARRAY['approved'::text, 'refused'::text])))
  constraint lecturer_approval_document CHECK (((decision IS NULL) = ((document_number IS NULL) OR (document_on IS NULL) OR (signed_by IS NULL) OR (decided_at IS NULL))))
  constraint lecturer_approval_document_length CHECK (((length(document_number) >= 1) AND (length(document_number) <= 100)))
  constraint lecturer_approval_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES lecturer_dossier(id)
  constraint lecturer_approval_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint lecturer_approval_once UNIQUE (dossier_id, lecturer_id)
  constraint lecturer_approval_period CHECK (((until_on > from_on) AND (until_on <= (from_on + 3660))))
  constraint lecturer_approval_person_post_id_fkey FOREIGN KEY (person_post_id) REFERENCES person_post(id)
  constraint lecturer_approval_pkey PRIMARY KEY (id)
  constraint lecturer_approval_post_id_fkey FOREIGN KEY (post_id) REFERENCES lecturer_post(id)
  constraint lecturer_approval_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES lecturer_proposal(id)
  constraint lecturer_approval_reason_length CHECK ((length(reason) <= 500))
  constraint lecturer_approval_remark_length CHECK ((length(remark) <= 500))
  constraint lecturer_approval_signed_by_length CHECK (((length(signed_by) >= 1) AND (length(signed_by) <= 200)))
  constraint lecturer_approval_wish CHECK ((wish_until_on > wish_from_on))
  CREATE INDEX lecturer_approval_of ON public.lecturer_approval USING btree (lecturer_id, until_on)
  CREATE INDEX lecturer_approval_open ON public.lecturer_approval USING btree (lecturer_id) WHERE (decision IS NULL)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_approval FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER lecturer_approval_guard BEFORE INSERT OR DELETE OR UPDATE ON public.lecturer_approval FOR EACH ROW EXECUTE FUNCTION lecturer_approval_guard()
  CREATE TRIGGER lecturer_approval_no_truncate BEFORE TRUNCATE ON public.lecturer_approval FOR EACH STATEMENT EXECUTE FUNCTION lecturer_frozen()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Trả lời «phê duyệt còn phù hợp không»: còn phù hợp (lý do), hoặc thôi từ ngày
table lecturer_approval_answer
  id bigint not null generated always as identity
  approval_id bigint not null
  cause text not null
  cause_id bigint not null default 0
  ends_on date
  reason text not null
  made_by bigint
  made_at timestamp with time zone not null default now()
  constraint lecturer_approval_answer_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES lecturer_approval(id)
  constraint lecturer_approval_answer_cause CHECK ((cause = ANY (ARRAY['post'::text, 'personPost'::text, 'unit'::text, 'other'::text])))
  constraint lecturer_approval_answer_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint lecturer_approval_answer_pkey PRIMARY KEY (id)
  constraint lecturer_approval_answer_reason_length CHECK (((length(reason) >= 5) AND (length(reason) <= 1000)))
  CREATE INDEX lecturer_approval_answer_of ON public.lecturer_approval_answer USING btree (approval_id)
  CREATE UNIQUE INDEX lecturer_approval_answer_once ON public.lecturer_approval_answer USING btree (approval_id, cause, cause_id) WHERE (cause <> 'other'::text)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_approval_answer FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER lecturer_approval_answer_guard BEFORE DELETE OR UPDATE ON public.lecturer_approval_answer FOR EACH ROW EXECUTE FUNCTION lecturer_frozen()
  CREATE TRIGGER lecturer_approval_answer_no_truncate BEFORE TRUNCATE ON public.lecturer_approval_answer FOR EACH STATEMENT EXECUTE FUNCTION lecturer_frozen()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Nhóm giảng viên: cơ hữu, kiêm chức, ủy viên ban thường vụ, trưởng phó ban Đảng, sở ngành …; cần nhà trường xác nhận
table lecturer_category
  code text not null
  name text not null
  name_en text not null
  is_guest boolean not null
  needs_approval boolean not null
  sort_order integer not null default 0
  is_used boolean not null default true
  version integer not null default 1
  constraint lecturer_category_code_form CHECK ((code ~ '^[A-Za-z][A-Za-z0-9-]{0,29}$'::text))
  constraint lecturer_category_name_en_length CHECK (((length(name_en) >= 1) AND (length(name_en) <= 120)))
  constraint lecturer_category_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint lecturer_category_own CHECK ((is_guest OR (NOT needs_approval)))
  constraint lecturer_category_pkey PRIMARY KEY (code)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_category FOR EACH ROW EXECUTE FUNCTION audit_change('code')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Điện thoại, thư điện tử để mời giảng; chỉ hiện dạng che, mở xem được ghi lại
table lecturer_contact
  lecturer_id bigint not null
  phone text
  email text
  phone_mask text generated always as (('•••'::text || "right"(phone, 3))) stored
  email_mask text generated always as ((("left"(email, 1) || '•••@'::text) || split_part(email, '@'::text, 2))) stored
  salt uuid not null default gen_random_uuid()
  constraint lecturer_contact_email_form CHECK (((length(email) <= 200) AND (email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'::text)))
  constraint lecturer_contact_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint lecturer_contact_phone_form CHECK ((phone ~ '^[0-9+ .()-]{6,20}$'::text))
  constraint lecturer_contact_pkey PRIMARY KEY (lecturer_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_contact FOR EACH ROW EXECUTE FUNCTION lecturer_contact_audit()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Học vị, học hàm, ngạch (hạng), chứng chỉ của giảng viên: gì, ngành nào, khi nào, nơi cấp
table lecturer_degree
  id bigint not null generated always as identity
  lecturer_id bigint not null
  kind text not null
  name text not null
  field text
  granted_on date
  granted_by text
  made_at timestamp with time zone not null default now()
  withdrawn_at timestamp with time zone
  constraint lecturer_degree_field_length CHECK (((length(field) >= 1) AND (length(field) <= 200)))
  constraint lecturer_degree_granted_by_length CHECK (((length(granted_by) >= 1) AND (length(granted_by) <= 200)))
  constraint lecturer_degree_kind CHECK ((kind = ANY (ARRAY['degree'::text, 'title'::text, 'grade'::text, 'certificate'::text])))
  constraint lecturer_degree_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint lecturer_degree_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint lecturer_degree_pkey PRIMARY KEY (id)
  CREATE INDEX lecturer_degree_of ON public.lecturer_degree USING btree (lecturer_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_degree FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Ngân hàng tài liệu của giảng viên: bài giảng, giáo án, trình chiếu, tài liệu; thuộc chuyên đề nào
table lecturer_document
  file_id bigint not null
  lecturer_id bigint not null
  title text not null
  kind text not null
  lineage_id bigint
  constraint lecturer_document_file_id_fkey FOREIGN KEY (file_id) REFERENCES kept_file(id)
  constraint lecturer_document_kind CHECK ((kind = ANY (ARRAY['lecture'::text, 'lessonPlan'::text, 'slides'::text, 'reading'::text, 'other'::text])))
  constraint lecturer_document_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint lecturer_document_pkey PRIMARY KEY (file_id)
  constraint lecturer_document_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CREATE INDEX lecturer_document_of ON public.lecturer_document USING btree (lecturer_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_document FOR EACH ROW EXECUTE FUNCTION audit_change('file_id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Hồ sơ trình cấp có thẩm quyền phê duyệt giảng viên thỉnh giảng: một tờ trình kèm danh sách nhiều người
table lecturer_dossier
  id bigint not null generated always as identity
  title text not null
  addressee text not null
  state text not null default 'draft'::text
  letter_number text
  letter_on date
  made_by bigint
  made_at timestamp with time zone not null default now()
  submitted_by bigint
  submitted_at timestamp with time zone
  decided_by bigint
  decided_at timestamp with time zone
  is_paper boolean not null default false
  return_reason text
  document_number text
  document_on date
  signed_by text
  version integer not null default 1
  constraint lecturer_dossier_addressee_length CHECK (((length(addressee) >= 1) AND (length(addressee) <= 200)))
  constraint lecturer_dossier_decided CHECK (((state = 'decided'::text) = ((document_number IS NOT NULL) AND (document_on IS NOT NULL) AND (signed_by IS NOT NULL))))
  constraint lecturer_dossier_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
  constraint lecturer_dossier_document_length CHECK (((length(document_number) >= 1) AND (length(document_number) <= 100)))
  constraint lecturer_dossier_letter_length CHECK (((length(letter_number) >= 1) AND (length(letter_number) <= 100)))
  constraint lecturer_dossier_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint lecturer_dossier_pkey PRIMARY KEY (id)
  constraint lecturer_dossier_reason_length CHECK ((length(return_reason) <= 1000))
  constraint lecturer_dossier_returned CHECK (((state <> 'returned'::text) OR (return_reason IS NOT NULL)))
  constraint lecturer_dossier_second_person CHECK (((state <> ALL (ARRAY['returned'::text, 'decided'::text])) OR is_paper OR (decided_by <> submitted_by)))
  constraint lecturer_dossier_signed_by_length CHECK (((length(signed_by) >= 1) AND (length(signed_by) <= 200)))
  constraint lecturer_dossier_state CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'decided'::text])))
  constraint lecturer_dossier_submitted CHECK (((state = 'draft'::text) OR ((submitted_at IS NOT NULL) AND (submitted_by IS NOT NULL))))
  constraint lecturer_dossier_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES account(id)
  constraint lecturer_dossier_title_length CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_dossier FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER lecturer_dossier_guard BEFORE INSERT OR DELETE OR UPDATE ON public.lecturer_dossier FOR EACH ROW EXECUTE FUNCTION lecturer_dossier_guard()
  CREATE TRIGGER lecturer_dossier_no_truncate BEFORE TRUNCATE ON public.lecturer_dossier FOR EACH STATEMENT EXECUTE FUNCTION lecturer_frozen()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Giảng viên dạy được những chuyên môn nào
table lecturer_field
  lecturer_id bigint not null
  field_code text not null
  constraint lecturer_field_field_code_fkey FOREIGN KEY (field_code) REFERENCES teaching_field(code)
  constraint lecturer_field_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint lecturer_field_pkey PRIMARY KEY (lecturer_id, field_code)
  CREATE INDEX lecturer_field_field ON public.lecturer_field USING btree (field_code)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_field FOR EACH ROW EXECUTE FUNCTION audit_change('lecturer_id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Chức vụ của giảng viên theo thời gian; mỗi lúc chỉ một chức vụ chính
table lecturer_post
  id bigint not null generated always as identity
  lecturer_id bigint not null
  title text not null
  unit_id bigint
  workplace text
  is_main boolean not null default true
  from_on date not null
  until_on date
  document text
  made_by bigint
  made_at timestamp with time zone not null default now()
  withdrawn_at timestamp with time zone
  withdrawn_reason text
  constraint lecturer_post_document_length CHECK ((length(document) <= 300))
  constraint lecturer_post_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint lecturer_post_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint lecturer_post_one_main EXCLUDE USING gist (lecturer_id WITH =, daterange(from_on, until_on) WITH &&) WHERE ((is_main AND (withdrawn_at IS NULL)))
  constraint lecturer_post_period CHECK ((until_on > from_on))
  constraint lecturer_post_pkey PRIMARY KEY (id)
  constraint lecturer_post_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  constraint lecturer_post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint lecturer_post_where CHECK (((unit_id IS NULL) <> (workplace IS NULL)))
  constraint lecturer_post_withdrawn CHECK (((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))
  constraint lecturer_post_workplace_length CHECK (((length(workplace) >= 1) AND (length(workplace) <= 300)))
  CREATE INDEX lecturer_post_of ON public.lecturer_post USING btree (lecturer_id, from_on)
  CREATE INDEX lecturer_post_unit ON public.lecturer_post USING btree (unit_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_post FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER lecturer_post_guard BEFORE UPDATE ON public.lecturer_post FOR EACH ROW EXECUTE FUNCTION lecturer_post_guard()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Đơn vị đề nghị người tham gia thỉnh giảng: đã gửi, trả lại, rút, đã tiếp nhận
table lecturer_proposal
  id bigint not null generated always as identity
  unit_id bigint not null
  lecturer_id bigint
  name text not null
  search_key text not null
  category_code text not null
  title text not null
  title_from_on date not null
  fields text[] not null
  topics text not null default ''::text
  degrees text not null default ''::text
  grounds text not null
  state text not null default 'sent'::text
  sent_by bigint
  sent_at timestamp with time zone not null default now()
  answered_by bigint
  answered_at timestamp with time zone
  answer text
  version integer not null default 1
  constraint lecturer_proposal_answer_length CHECK ((length(answer) <= 1000))
  constraint lecturer_proposal_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id)
  constraint lecturer_proposal_category_code_fkey FOREIGN KEY (category_code) REFERENCES lecturer_category(code)
  constraint lecturer_proposal_degrees_length CHECK ((length(degrees) <= 300))
  constraint lecturer_proposal_grounds_length CHECK (((length(grounds) >= 1) AND (length(grounds) <= 1000)))
  constraint lecturer_proposal_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint lecturer_proposal_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint lecturer_proposal_pkey PRIMARY KEY (id)
  constraint lecturer_proposal_returned CHECK (((state <> 'returned'::text) OR ((answer IS NOT NULL) AND (answered_by IS NOT NULL))))
  constraint lecturer_proposal_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES account(id)
  constraint lecturer_proposal_state CHECK ((state = ANY (ARRAY['sent'::text, 'returned'::text, 'withdrawn'::text, 'taken'::text])))
  constraint lecturer_proposal_taken CHECK (((state <> 'taken'::text) OR ((lecturer_id IS NOT NULL) AND (answered_by IS NOT NULL))))
  constraint lecturer_proposal_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  constraint lecturer_proposal_topics_length CHECK ((length(topics) <= 1000))
  constraint lecturer_proposal_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX lecturer_proposal_lecturer ON public.lecturer_proposal USING btree (lecturer_id)
  CREATE INDEX lecturer_proposal_unit ON public.lecturer_proposal USING btree (unit_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_proposal FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER lecturer_proposal_guard BEFORE UPDATE ON public.lecturer_proposal FOR EACH ROW EXECUTE FUNCTION lecturer_proposal_guard()
  policy at_units using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Chuyên đề giảng viên dạy được; không ghi thì theo chuyên môn
table lecturer_topic
  lecturer_id bigint not null
  lineage_id bigint not null
  constraint lecturer_topic_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint lecturer_topic_pkey PRIMARY KEY (lecturer_id, lineage_id)
  CREATE INDEX lecturer_topic_lineage ON public.lecturer_topic USING btree (lineage_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_topic FOR EACH ROW EXECUTE FUNCTION audit_change('lecturer_id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Giảng viên nhận đi giảng ở những đơn vị nào
table lecturer_travel_unit
  lecturer_id bigint not null
  unit_id bigint not null
  constraint lecturer_travel_unit_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint lecturer_travel_unit_pkey PRIMARY KEY (lecturer_id, unit_id)
  constraint lecturer_travel_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.lecturer_travel_unit FOR EACH ROW EXECUTE FUNCTION audit_change('lecturer_id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Dòng nhu cầu: chương trình, hệ, số người, đối tượng, chức danh, thời gian, nơi học, lý do, ưu tiên
table need
  id bigint not null generated always as identity
  answer_id bigint not null
  round_id bigint not null
  unit_id bigint not null
  programme_id bigint not null
  mode_code text not null
  heads integer not null
  target_group text not null
  post_title text
  months integer[] not null default '{}'::integer[]
  place text
  reason text
  priority smallint not null default 2 -- 1 cao, 2 thường, 3 thấp
  version integer not null default 1
  constraint need_first_says_why CHECK (((priority > 1) OR (length(COALESCE(reason, ''::text)) > 0)))
  constraint need_heads CHECK (((heads >= 1) AND (heads <= 10000)))
  constraint need_key UNIQUE (id, round_id, unit_id)
  constraint need_mode_code_fkey FOREIGN KEY (mode_code) REFERENCES study_mode(code)
  constraint need_months CHECK ((months <@ ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))
  constraint need_of_answer FOREIGN KEY (answer_id, round_id, unit_id) REFERENCES need_answer(id, round_id, unit_id)
  constraint need_pkey PRIMARY KEY (id)
  constraint need_place_length CHECK ((length(place) <= 200))
  constraint need_post_length CHECK ((length(post_title) <= 200))
  constraint need_priority CHECK (((priority >= 1) AND (priority <= 3)))
  constraint need_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id)
  constraint need_reason_length CHECK ((length(reason) <= 1000))
  constraint need_target_group CHECK (((length(target_group) >= 1) AND (length(target_group) <= 40)))
  CREATE INDEX need_of_round ON public.need USING btree (round_id, programme_id, unit_id)
  CREATE INDEX need_of_unit ON public.need USING btree (unit_id)
  CREATE UNIQUE INDEX need_line_once ON public.need USING btree (answer_id, programme_id, mode_code, target_group, lower(COALESCE(post_title, ''::text)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.need FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER need_guard BEFORE INSERT OR DELETE OR UPDATE ON public.need FOR EACH ROW EXECUTE FUNCTION need_guard()
  policy at_units using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Phiếu trả lời của một đơn vị trong một đợt
table need_answer
  id bigint not null generated always as identity
  round_id bigint not null
  unit_id bigint not null
  state text not null default 'asked'::text
  no_need boolean not null default false
  note text
  opened_at timestamp with time zone -- Lúc đơn vị mở phiếu lần đầu
  opened_by bigint
  submitted_at timestamp with time zone
  submitted_by bigint
  confirmed_at timestamp with time zone
  confirmed_by bigint
  returned_at timestamp with time zone
  returned_by bigint
  returned_from text
  return_reason text
  version integer not null default 1
  constraint need_answer_confirmed CHECK (((state <> 'confirmed'::text) OR ((confirmed_at IS NOT NULL) AND (confirmed_by IS NOT NULL))))
  constraint need_answer_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES account(id)
  constraint need_answer_key UNIQUE (id, round_id, unit_id)
  constraint need_answer_note_length CHECK ((length(note) <= 2000))
  constraint need_answer_once UNIQUE (round_id, unit_id)
  constraint need_answer_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES account(id)
  constraint need_answer_pkey PRIMARY KEY (id)
  constraint need_answer_reason CHECK (((length(return_reason) >= 5) AND (length(return_reason) <= 1000)))
  constraint need_answer_returned CHECK (((state <> 'returned'::text) OR ((returned_at IS NOT NULL) AND (returned_from IS NOT NULL) AND (return_reason IS NOT NULL))))
  constraint need_answer_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES account(id)
  constraint need_answer_returned_from_check CHECK ((returned_from = ANY (ARRAY['head'::text, 'school'::text])))
  constraint need_answer_round_id_fkey FOREIGN KEY (round_id) REFERENCES need_round(id)
  constraint need_answer_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'draft'::text, 'submitted'::text, 'confirmed'::text, 'returned'::text])))
  constraint need_answer_submitted CHECK (((state <> ALL (ARRAY['submitted'::text, 'confirmed'::text])) OR ((submitted_at IS NOT NULL) AND (submitted_by IS NOT NULL))))
  constraint need_answer_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES account(id)
  constraint need_answer_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX need_answer_unit ON public.need_answer USING btree (unit_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.need_answer FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER need_answer_guard BEFORE INSERT OR UPDATE ON public.need_answer FOR EACH ROW EXECUTE FUNCTION need_answer_guard()
  policy answered_at_units for w using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy read_at_units for r using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Lần lùi hạn của đợt, có lý do
table need_extension
  id bigint not null generated always as identity
  round_id bigint not null
  before_on date not null
  after_on date not null
  reason text not null
  made_by bigint
  made_at timestamp with time zone not null default now()
  constraint need_extension_later CHECK ((after_on > before_on))
  constraint need_extension_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint need_extension_pkey PRIMARY KEY (id)
  constraint need_extension_reason CHECK (((length(reason) >= 5) AND (length(reason) <= 1000)))
  constraint need_extension_round_id_fkey FOREIGN KEY (round_id) REFERENCES need_round(id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.need_extension FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy announced for r using ((EXISTS ( SELECT
   FROM need_round r
  WHERE ((r.id = need_extension.round_id) AND (r.state <> 'draft'::text)))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Người được nêu tên trong một dòng nhu cầu
table need_person
  id bigint not null generated always as identity
  need_id bigint not null
  round_id bigint not null
  unit_id bigint not null
  person_id bigint not null
  constraint need_person_of_need FOREIGN KEY (need_id, round_id, unit_id) REFERENCES need(id, round_id, unit_id)
  constraint need_person_once UNIQUE (need_id, person_id)
  constraint need_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint need_person_pkey PRIMARY KEY (id)
  CREATE INDEX need_person_person ON public.need_person USING btree (person_id, round_id)
  CREATE INDEX need_person_round ON public.need_person USING btree (round_id, person_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.need_person FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER need_person_guard BEFORE INSERT OR DELETE OR UPDATE ON public.need_person FOR EACH ROW EXECUTE FUNCTION need_person_guard()
  policy at_units using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Nhu cầu của đơn vị đã chia tách: quyết định chuyển về đơn vị nào
table need_placement
  need_id bigint not null
  unit_id bigint not null
  decided_by bigint
  decided_at timestamp with time zone not null default now()
  constraint need_placement_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
  constraint need_placement_need_id_fkey FOREIGN KEY (need_id) REFERENCES need(id)
  constraint need_placement_pkey PRIMARY KEY (need_id)
  constraint need_placement_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.need_placement FOR EACH ROW EXECUTE FUNCTION audit_change('need_id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Đợt đăng ký nhu cầu: dự thảo, đang mở, đã đóng
table need_round
  id bigint not null generated always as identity
  title text not null
  year integer not null
  until_year integer
  guide text
  opens_on date not null
  closes_on date not null -- Hạn trả lời (tính cả ngày này); chỉ được lùi, có lý do
  asks text not null default 'all'::text
  state text not null default 'draft'::text
  made_by bigint
  made_at timestamp with time zone not null default now()
  opened_at timestamp with time zone
  closed_at timestamp with time zone
  version integer not null default 1
  constraint need_round_asks_check CHECK ((asks = ANY (ARRAY['all'::text, 'chosen'::text])))
  constraint need_round_closed CHECK (((state = 'closed'::text) = (closed_at IS NOT NULL)))
  constraint need_round_guide_length CHECK ((length(guide) <= 10000))
  constraint need_round_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint need_round_opened CHECK (((state = 'draft'::text) OR (opened_at IS NOT NULL)))
  constraint need_round_period CHECK ((opens_on <= closes_on))
  constraint need_round_pkey PRIMARY KEY (id)
  constraint need_round_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text])))
  constraint need_round_title_length CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  constraint need_round_until_year CHECK (((until_year >= 1990) AND (until_year <= 2100)))
  constraint need_round_year CHECK (((year >= 1990) AND (year <= 2100)))
  constraint need_round_years CHECK (((until_year IS NULL) OR (until_year > year)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.need_round FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER need_round_guard BEFORE INSERT OR UPDATE ON public.need_round FOR EACH ROW EXECUTE FUNCTION need_round_guard()
  policy announced for r using (((( SELECT app_account() AS app_account) IS NOT NULL) AND (state <> 'draft'::text)))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Chương trình được đăng ký trong đợt
table need_round_programme
  round_id bigint not null
  programme_id bigint not null
  constraint need_round_programme_pkey PRIMARY KEY (round_id, programme_id)
  constraint need_round_programme_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id)
  constraint need_round_programme_round_id_fkey FOREIGN KEY (round_id) REFERENCES need_round(id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.need_round_programme FOR EACH ROW EXECUTE FUNCTION audit_change('round_id')
  policy announced for r using ((EXISTS ( SELECT
   FROM need_round r
  WHERE ((r.id = need_round_programme.round_id) AND (r.state <> 'draft'::text)))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Đơn vị được hỏi, khi đợt không hỏi tất cả
table need_round_unit
  round_id bigint not null
  unit_id bigint not null
  constraint need_round_unit_pkey PRIMARY KEY (round_id, unit_id)
  constraint need_round_unit_round_id_fkey FOREIGN KEY (round_id) REFERENCES need_round(id)
  constraint need_round_unit_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.need_round_unit FOR EACH ROW EXECUTE FUNCTION audit_change('round_id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Cử học viên: một người do một đơn vị cử vào một lớp
table nomination
  id bigint not null generated always as identity
  notice_id bigint not null
  class_id bigint not null
  unit_id bigint not null
  person_id bigint not null
  full_name text not null
  sort_key text collate "C" not null
  search_key text not null
  post_title text not null default ''::text
  basis text not null
  post_id bigint
  sent_on date not null -- Ngày cử đi học, theo đó xét đối tượng, tiêu chuẩn
  is_foreign boolean not null default false
  note text not null default ''::text
  state text not null default 'draft'::text
  overall text
  proposal text
  check_id bigint
  commitment text
  signed_by bigint
  signed_at timestamp with time zone
  answer_reason text
  opinion text
  opinion_reason text
  opinion_by bigint
  opinion_at timestamp with time zone
  wait_order integer
  waits_since timestamp with time zone
  replaces_id bigint
  enrolled_at timestamp with time zone
  made_by bigint not null
  made_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint nomination_answer_length CHECK ((length(answer_reason) <= 1000))
  constraint nomination_basis_check CHECK ((basis = ANY (ARRAY['held'::text, 'planned'::text])))
  constraint nomination_check_id_fkey FOREIGN KEY (check_id) REFERENCES nomination_check(id)
  constraint nomination_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint nomination_commitment_length CHECK (((length(commitment) >= 5) AND (length(commitment) <= 1000)))
  constraint nomination_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint nomination_note_length CHECK ((length(note) <= 1000))
  constraint nomination_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES admission_notice(id)
  constraint nomination_objects CHECK (((opinion IS DISTINCT FROM 'objects'::text) OR (length(opinion_reason) >= 5)))
  constraint nomination_opinion_by_fkey FOREIGN KEY (opinion_by) REFERENCES account(id)
  constraint nomination_opinion_check CHECK ((opinion = ANY (ARRAY['agrees'::text, 'objects'::text])))
  constraint nomination_opinion_length CHECK ((length(opinion_reason) <= 1000))
  constraint nomination_overall_check CHECK ((overall = ANY (ARRAY['met'::text, 'unmet'::text, 'unknown'::text, 'notJudged'::text])))
  constraint nomination_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint nomination_pkey PRIMARY KEY (id)
  constraint nomination_post_id_fkey FOREIGN KEY (post_id) REFERENCES person_post(id)
  constraint nomination_proposal_check CHECK ((proposal = 'fullTime'::text))
  constraint nomination_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES nomination(id)
  constraint nomination_returned CHECK (((state <> ALL (ARRAY['returned'::text, 'refused'::text, 'withdrawn'::text])) OR (length(answer_reason) >= 5)))
  constraint nomination_signed CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR ((signed_by IS NOT NULL) AND (signed_at IS NOT NULL) AND (commitment IS NOT NULL))))
  constraint nomination_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES account(id)
  constraint nomination_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'checked'::text, 'admitted'::text, 'waiting'::text, 'refused'::text, 'withdrawn'::text])))
  constraint nomination_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX nomination_class ON public.nomination USING btree (class_id, state)
  CREATE INDEX nomination_notice ON public.nomination USING btree (notice_id, sort_key)
  CREATE INDEX nomination_person ON public.nomination USING btree (person_id)
  CREATE INDEX nomination_unit ON public.nomination USING btree (unit_id, state)
  CREATE UNIQUE INDEX nomination_once ON public.nomination USING btree (class_id, person_id) WHERE (state <> ALL (ARRAY['refused'::text, 'withdrawn'::text]))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.nomination FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER nomination_guard BEFORE INSERT OR UPDATE ON public.nomination FOR EACH ROW EXECUTE FUNCTION nomination_guard()
  policy at_units using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Quy tắc đã dùng để xếp danh sách chờ và thứ tự có được
table nomination_allocation
  id bigint not null generated always as identity
  notice_id bigint not null
  rule text not null
  criteria text[] not null default '{}'::text[]
  seed text not null default ''::text
  places jsonb not null
  made_by bigint
  made_at timestamp with time zone not null default now()
  constraint nomination_allocation_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint nomination_allocation_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES admission_notice(id)
  constraint nomination_allocation_pkey PRIMARY KEY (id)
  constraint nomination_allocation_rule_check CHECK ((rule = ANY (ARRAY['rank'::text, 'lot'::text])))
  constraint nomination_allocation_says CHECK (
CASE rule
    WHEN 'rank'::text THEN (cardinality(criteria) > 0)
    ELSE (length(seed) > 0)
END)
  constraint nomination_allocation_seed CHECK ((length(seed) <= 100))
  CREATE INDEX nomination_allocation_notice ON public.nomination_allocation USING btree (notice_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.nomination_allocation FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER nomination_kept BEFORE DELETE OR UPDATE ON public.nomination_allocation FOR EACH ROW EXECUTE FUNCTION nomination_kept()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Một lần xét một người được cử: kết luận từng tiêu chí, không đổi về sau
table nomination_check
  id bigint not null generated always as identity
  nomination_id bigint not null
  made_at timestamp with time zone not null default now()
  made_by bigint
  cause text not null
  rule_set text
  rule_hash text
  verdicts jsonb not null
  overall text not null
  proposal text
  constraint nomination_check_cause_check CHECK ((cause = ANY (ARRAY['made'::text, 'submitted'::text, 'facts'::text, 'pressed'::text, 'exception'::text])))
  constraint nomination_check_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint nomination_check_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nomination(id)
  constraint nomination_check_overall_check CHECK ((overall = ANY (ARRAY['met'::text, 'unmet'::text, 'unknown'::text, 'notJudged'::text])))
  constraint nomination_check_pkey PRIMARY KEY (id)
  constraint nomination_check_proposal_check CHECK ((proposal = 'fullTime'::text))
  constraint nomination_check_rule_hash_fkey FOREIGN KEY (rule_hash) REFERENCES nomination_rule_set(hash)
  CREATE INDEX nomination_check_of ON public.nomination_check USING btree (nomination_id, id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.nomination_check FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER nomination_kept BEFORE DELETE OR UPDATE ON public.nomination_check FOR EACH ROW EXECUTE FUNCTION nomination_kept()
  policy of_nomination using ((EXISTS ( SELECT
   FROM nomination m
  WHERE (m.id = nomination_check.nomination_id))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Ngoại lệ cho một tiêu chí: quyết định số, ngày, cấp quyết định, lý do
table nomination_exception
  id bigint not null generated always as identity
  nomination_id bigint not null
  criterion text not null
  document_number text not null
  document_on date not null
  issuer text not null
  reason text not null
  made_by bigint
  made_at timestamp with time zone not null default now()
  constraint nomination_exception_issuer CHECK (((length(issuer) >= 1) AND (length(issuer) <= 300)))
  constraint nomination_exception_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint nomination_exception_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nomination(id)
  constraint nomination_exception_number CHECK (((length(document_number) >= 1) AND (length(document_number) <= 100)))
  constraint nomination_exception_once UNIQUE (nomination_id, criterion)
  constraint nomination_exception_pkey PRIMARY KEY (id)
  constraint nomination_exception_reason CHECK (((length(reason) >= 5) AND (length(reason) <= 1000)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.nomination_exception FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER nomination_kept BEFORE DELETE OR UPDATE ON public.nomination_exception FOR EACH ROW EXECUTE FUNCTION nomination_kept()
  policy of_nomination for r using ((EXISTS ( SELECT
   FROM nomination m
  WHERE (m.id = nomination_exception.nomination_id))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Căn cứ của một lần xét, đóng băng: dữ liệu nhạy cảm
table nomination_fact
  id bigint not null generated always as identity
  check_id bigint not null
  person_id bigint not null
  facts jsonb not null
  verdicts jsonb not null
  salt uuid not null default gen_random_uuid()
  constraint nomination_fact_check_id_fkey FOREIGN KEY (check_id) REFERENCES nomination_check(id)
  constraint nomination_fact_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint nomination_fact_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX nomination_fact_of ON public.nomination_fact USING btree (check_id)
  CREATE TRIGGER audit AFTER INSERT ON public.nomination_fact REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'digest')
  CREATE TRIGGER audit_erased AFTER DELETE ON public.nomination_fact REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'digest')
  CREATE TRIGGER nomination_kept BEFORE DELETE OR UPDATE ON public.nomination_fact FOR EACH ROW EXECUTE FUNCTION nomination_kept()
  row level security

-- Bộ quy định như lúc xét, giữ nguyên để xét lại được
table nomination_rule_set
  hash text not null
  set_id text not null
  content jsonb not null
  kept_at timestamp with time zone not null default now()
  constraint nomination_rule_set_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
  constraint nomination_rule_set_pkey PRIMARY KEY (hash)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.nomination_rule_set FOR EACH ROW EXECUTE FUNCTION audit_change('hash')
  CREATE TRIGGER nomination_kept BEFORE DELETE OR UPDATE ON public.nomination_rule_set FOR EACH ROW EXECUTE FUNCTION nomination_kept()
  policy kept for a with check ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  row level security

-- Cảnh báo khi cử người và lời cam kết mẫu
table nomination_setting
  id integer not null default 1
  forbids_two_courses boolean not null default false
  unit_load_percent integer
  commitment text not null
  version integer not null default 1
  constraint nomination_setting_commitment CHECK (((length(commitment) >= 5) AND (length(commitment) <= 1000)))
  constraint nomination_setting_id_check CHECK ((id = 1))
  constraint nomination_setting_load CHECK (((unit_load_percent >= 1) AND (unit_load_percent <= 100)))
  constraint nomination_setting_pkey PRIMARY KEY (id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.nomination_setting FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school for w using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Các bước đã qua của một lượt cử, ai làm, lúc nào, lý do
table nomination_step
  id bigint not null generated always as identity
  nomination_id bigint not null
  at timestamp with time zone not null default now()
  made_by bigint
  kind text not null
  reason text
  constraint nomination_step_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint nomination_step_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nomination(id)
  constraint nomination_step_pkey PRIMARY KEY (id)
  constraint nomination_step_reason CHECK ((length(reason) <= 1000))
  CREATE INDEX nomination_step_of ON public.nomination_step USING btree (nomination_id, id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.nomination_step FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER nomination_kept BEFORE DELETE OR UPDATE ON public.nomination_step FOR EACH ROW EXECUTE FUNCTION nomination_kept()
  policy of_nomination using ((EXISTS ( SELECT
   FROM nomination m
  WHERE (m.id = nomination_step.nomination_id))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Hồ sơ cán bộ: họ tên như đã ghi, ngày sinh với độ chính xác, đơn vị hiện tại
table person
  id bigint not null generated always as identity
  code text collate "C"
  full_name text not null
  given_name_override text -- Tên gọi để xếp thứ tự khi không phải từ cuối của họ tên
  sort_key text collate "C" not null
  search_key text not null
  sex text
  birth_precision text not null default 'unknown'::text
  born_on date
  born_year smallint
  born_month smallint
  born_text text -- Ngày sinh như tệp hay người nhập đã ghi, kể cả khi không đọc được
  born_from date generated always as (COALESCE(born_on, make_date((born_year)::integer, COALESCE((born_month)::integer, 1), 1))) stored
  cadre_number text collate "C"
  source text
  unit_id bigint -- Đơn vị của chức vụ chính hiện tại (hoặc gần nhất); do phân hệ cán bộ giữ, dùng cho phạm vi
  post_id bigint -- Chức vụ chính hiện tại (hoặc gần nhất); do phân hệ cán bộ giữ
  rank smallint
  is_party_member boolean not null default false
  is_planned boolean not null default false
  made_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint person_birth CHECK (
CASE birth_precision
    WHEN 'day'::text THEN ((born_on IS NOT NULL) AND ((born_year)::numeric = EXTRACT(year FROM born_on)) AND ((born_month)::numeric = EXTRACT(month FROM born_on)))
    WHEN 'month'::text THEN ((born_on IS NULL) AND (born_year IS NOT NULL) AND (born_month IS NOT NULL))
    WHEN 'year'::text THEN ((born_on IS NULL) AND (born_year IS NOT NULL) AND (born_month IS NULL))
    ELSE ((born_on IS NULL) AND (born_year IS NULL) AND (born_month IS NULL))
END)
  constraint person_birth_precision_check CHECK ((birth_precision = ANY (ARRAY['day'::text, 'month'::text, 'year'::text, 'unknown'::text])))
  constraint person_born_month CHECK (((born_month >= 1) AND (born_month <= 12)))
  constraint person_born_text_length CHECK ((length(born_text) <= 60))
  constraint person_born_year CHECK (((born_year >= 1900) AND (born_year <= 2199)))
  constraint person_cadre_number_length CHECK (((length(cadre_number) >= 1) AND (length(cadre_number) <= 40)))
  constraint person_code_length CHECK (((length(code) >= 1) AND (length(code) <= 40)))
  constraint person_code_once UNIQUE (code) INCLUDE (id, unit_id)
  constraint person_full_name_length CHECK (((length(full_name) >= 1) AND (length(full_name) <= 120)))
  constraint person_given_name_length CHECK (((length(given_name_override) >= 1) AND (length(given_name_override) <= 60)))
  constraint person_pkey PRIMARY KEY (id)
  constraint person_sex_check CHECK ((sex = ANY (ARRAY['female'::text, 'male'::text])))
  constraint person_source_length CHECK ((length(source) <= 100))
  constraint person_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX person_by_birth ON public.person USING btree (born_from, id) INCLUDE (unit_id)
  CREATE INDEX person_by_birth_year ON public.person USING btree (born_year, sex) INCLUDE (rank, unit_id, id)
  CREATE INDEX person_by_cadre_number ON public.person USING btree (cadre_number) WHERE (cadre_number IS NOT NULL)
  CREATE INDEX person_by_name ON public.person USING btree (sort_key, id) INCLUDE (unit_id)
  CREATE INDEX person_by_unit ON public.person USING btree (unit_id, sort_key, id)
  CREATE INDEX person_search ON public.person USING gin (((' '::text || search_key)) gin_trgm_ops)
  CREATE TRIGGER audit AFTER INSERT ON public.person REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{is_party_member,is_planned,born_from,unit_id,post_id,rank}', 'values')
  CREATE TRIGGER audit_changed AFTER UPDATE ON public.person REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{is_party_member,is_planned,born_from,unit_id,post_id,rank}', 'values')
  CREATE TRIGGER audit_erased AFTER DELETE ON public.person REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{is_party_member,is_planned,born_from,unit_id,post_id,rank}', 'values')
  CREATE TRIGGER enrolment_follows AFTER UPDATE OF full_name, sort_key, search_key, birth_precision, born_on, born_year, born_month ON public.person FOR EACH ROW WHEN (((((((old.full_name IS DISTINCT FROM new.full_name) OR (old.sort_key IS DISTINCT FROM new.sort_key)) OR (old.birth_precision IS DISTINCT FROM new.birth_precision)) OR (old.born_on IS DISTINCT FROM new.born_on)) OR (old.born_year IS DISTINCT FROM new.born_year)) OR (old.born_month IS DISTINCT FROM new.born_month))) EXECUTE FUNCTION enrolment_follows_person()
  CREATE TRIGGER tally_delete AFTER DELETE ON public.person REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION people_tally()
  CREATE TRIGGER tally_insert AFTER INSERT ON public.person REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_tally()
  CREATE TRIGGER tally_update AFTER UPDATE ON public.person REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_tally()
  policy at_units using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy own for r using ((id = ( SELECT app_person() AS app_person)))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Hai hồ sơ đã được xác nhận là hai người khác nhau
table person_distinct
  id bigint not null generated always as identity
  person_id bigint not null
  other_id bigint not null
  decided_by bigint
  decided_at timestamp with time zone not null default now()
  constraint person_distinct_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
  constraint person_distinct_once UNIQUE (person_id, other_id)
  constraint person_distinct_order CHECK ((person_id < other_id))
  constraint person_distinct_other_id_fkey FOREIGN KEY (other_id) REFERENCES person(id)
  constraint person_distinct_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint person_distinct_pkey PRIMARY KEY (id)
  CREATE INDEX person_distinct_other ON public.person_distinct USING btree (other_id)
  CREATE TRIGGER audit AFTER INSERT ON public.person_distinct REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'values')
  CREATE TRIGGER audit_changed AFTER UPDATE ON public.person_distinct REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'values')
  CREATE TRIGGER audit_erased AFTER DELETE ON public.person_distinct REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'values')
  policy of_both using (((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = person_distinct.person_id))) AND (EXISTS ( SELECT
   FROM person p
  WHERE (p.id = person_distinct.other_id)))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Trình độ: chuyên môn (trình độ, ngành) và lý luận chính trị
table person_education
  id bigint not null generated always as identity
  person_id bigint not null
  kind text not null
  level text
  field text
  granted_on date
  source text
  entered_at timestamp with time zone not null default now()
  withdrawn_at timestamp with time zone
  constraint person_education_field_length CHECK ((length(field) <= 100))
  constraint person_education_kind_check CHECK ((kind = ANY (ARRAY['speciality'::text, 'politicalTheory'::text])))
  constraint person_education_level_length CHECK ((length(level) <= 60))
  constraint person_education_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint person_education_pkey PRIMARY KEY (id)
  constraint person_education_says CHECK (((level IS NOT NULL) OR (field IS NOT NULL)))
  constraint person_education_source_length CHECK ((length(source) <= 100))
  CREATE INDEX person_education_of_person ON public.person_education USING btree (person_id)
  CREATE TRIGGER audit AFTER INSERT ON public.person_education REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'values')
  CREATE TRIGGER audit_changed AFTER UPDATE ON public.person_education REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'values')
  CREATE TRIGGER audit_erased AFTER DELETE ON public.person_education REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'values')
  policy at_units using ((EXISTS ( SELECT
   FROM person p
  WHERE ((p.id = person_education.person_id) AND (p.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))))
  policy of_person for r using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = person_education.person_id))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Quy hoạch: nhiệm kỳ, chức danh, có hiệu lực từ ngày quyết định đưa vào
table person_planning
  id bigint not null generated always as identity
  person_id bigint not null
  term text not null
  post text not null
  decided_on date not null
  removed_on date
  document text
  source text not null default ''::text
  entered_at timestamp with time zone not null default now()
  salt uuid not null default gen_random_uuid()
  constraint person_planning_document_length CHECK ((length(document) <= 300))
  constraint person_planning_once UNIQUE (person_id, term, post, decided_on, source)
  constraint person_planning_period CHECK ((removed_on >= decided_on))
  constraint person_planning_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint person_planning_pkey PRIMARY KEY (id)
  constraint person_planning_post_length CHECK (((length(post) >= 1) AND (length(post) <= 200)))
  constraint person_planning_term_length CHECK (((length(term) >= 1) AND (length(term) <= 40)))
  CREATE TRIGGER audit AFTER INSERT ON public.person_planning REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'digest')
  CREATE TRIGGER audit_changed AFTER UPDATE ON public.person_planning REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'digest')
  CREATE TRIGGER audit_erased AFTER DELETE ON public.person_planning REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'digest')
  row level security

-- Chức vụ của cán bộ theo thời gian; mỗi lúc chỉ một chức vụ chính
table person_post
  id bigint not null generated always as identity
  person_id bigint not null
  unit_id bigint not null
  title text not null
  rank smallint -- Bậc chức vụ: 0 chuyên viên, 1 cấp phó, 2 cấp trưởng, 3 lãnh đạo chủ chốt
  work_field text
  is_main boolean not null default true
  from_on date -- Ngày bắt đầu; trống: từ trước khi có sổ
  until_on date
  cause text not null
  end_cause text
  document text
  change_id bigint
  placement text not null default 'decided'::text
  constraint person_post_cause_check CHECK ((cause = ANY (ARRAY['start'::text, 'appointment'::text, 'reappointment'::text, 'election'::text, 'transfer'::text, 'rotation'::text, 'secondment'::text, 'reorganisation'::text, 'other'::text])))
  constraint person_post_change_id_fkey FOREIGN KEY (change_id) REFERENCES unit_change(id)
  constraint person_post_document_length CHECK ((length(document) <= 300))
  constraint person_post_end_cause_check CHECK ((end_cause = ANY (ARRAY['next'::text, 'retirement'::text, 'reorganisation'::text, 'resignation'::text, 'dismissal'::text, 'death'::text, 'left'::text, 'other'::text])))
  constraint person_post_one_main EXCLUDE USING gist (person_id WITH =, daterange(from_on, until_on) WITH &&) WHERE (is_main)
  constraint person_post_period CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (from_on < until_on)))
  constraint person_post_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint person_post_pkey PRIMARY KEY (id)
  constraint person_post_placement_check CHECK ((placement = ANY (ARRAY['decided'::text, 'proposed'::text])))
  constraint person_post_rank CHECK (((rank >= 0) AND (rank <= 3)))
  constraint person_post_title_length CHECK ((length(title) <= 200))
  constraint person_post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  constraint person_post_work_field_length CHECK ((length(work_field) <= 100))
  CREATE INDEX person_post_of_person ON public.person_post USING btree (person_id, from_on)
  CREATE INDEX person_post_of_unit ON public.person_post USING btree (unit_id)
  CREATE INDEX person_post_proposed ON public.person_post USING btree (unit_id) WHERE (placement = 'proposed'::text)
  CREATE TRIGGER audit AFTER INSERT ON public.person_post REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'values')
  CREATE TRIGGER audit_changed AFTER UPDATE ON public.person_post REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'values')
  CREATE TRIGGER audit_erased AFTER DELETE ON public.person_post REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'values')
  policy at_units using ((EXISTS ( SELECT
   FROM person p
  WHERE ((p.id = person_post.person_id) AND (p.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))))
  policy of_person for r using ((EXISTS ( SELECT
   FROM person p
  WHERE (p.id = person_post.person_id))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Dữ liệu nhạy cảm của cán bộ: ngày vào Đảng, dân tộc, tôn giáo, số định danh
table person_private
  id bigint not null generated always as identity
  person_id bigint not null
  party_admitted_on date
  party_official_on date
  party_text text
  ethnicity text
  religion text
  citizen_id text
  source text
  entered_at timestamp with time zone not null default now()
  superseded_at timestamp with time zone
  salt uuid not null default gen_random_uuid()
  constraint person_private_citizen_id_length CHECK ((length(citizen_id) <= 20))
  constraint person_private_ethnicity_length CHECK ((length(ethnicity) <= 60))
  constraint person_private_party_order CHECK ((party_official_on >= party_admitted_on))
  constraint person_private_party_text_length CHECK ((length(party_text) <= 60))
  constraint person_private_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint person_private_pkey PRIMARY KEY (id)
  constraint person_private_religion_length CHECK ((length(religion) <= 60))
  CREATE UNIQUE INDEX person_private_current ON public.person_private USING btree (person_id) WHERE (superseded_at IS NULL)
  CREATE TRIGGER audit AFTER INSERT ON public.person_private REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'digest')
  CREATE TRIGGER audit_changed AFTER UPDATE ON public.person_private REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'digest')
  CREATE TRIGGER audit_erased AFTER DELETE ON public.person_private REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'digest')
  row level security

-- Xếp loại hằng năm: 4 xuất sắc, 3 tốt, 2 hoàn thành, 1 không hoàn thành; nhiều nguồn song song
table person_rating
  id bigint not null generated always as identity
  person_id bigint not null
  year smallint not null
  level smallint not null
  source text not null default ''::text
  document text
  entered_at timestamp with time zone not null default now()
  superseded_at timestamp with time zone
  salt uuid not null default gen_random_uuid()
  constraint person_rating_document_length CHECK ((length(document) <= 300))
  constraint person_rating_level CHECK (((level >= 1) AND (level <= 4)))
  constraint person_rating_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
  constraint person_rating_pkey PRIMARY KEY (id)
  constraint person_rating_year CHECK (((year >= 1990) AND (year <= 2100)))
  CREATE UNIQUE INDEX person_rating_current ON public.person_rating USING btree (person_id, year, source) WHERE (superseded_at IS NULL)
  CREATE TRIGGER audit AFTER INSERT ON public.person_rating REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'digest')
  CREATE TRIGGER audit_changed AFTER UPDATE ON public.person_rating REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'digest')
  CREATE TRIGGER audit_erased AFTER DELETE ON public.person_rating REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION people_audit('{}', 'digest')
  row level security

-- Số hồ sơ của từng đơn vị, cộng dồn; do cơ sở dữ liệu giữ
table person_tally
  id bigint not null generated always as identity
  unit_id bigint
  people bigint not null
  constraint person_tally_pkey PRIMARY KEY (id)
  constraint person_tally_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX person_tally_of_unit ON public.person_tally USING btree (unit_id)
  policy at_units for r using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school for r using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Kế hoạch đào tạo, bồi dưỡng của một năm; nội dung nằm ở các phiên bản
table plan
  id bigint not null generated always as identity
  year integer -- Năm của kế hoạch năm; trống khi là kế hoạch giai đoạn
  title text not null
  assigned_by text -- Cơ quan giao, «Thường trực Tỉnh ủy»
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  from_year integer
  until_year integer -- Năm cuối của giai đoạn, tính cả năm đó
  constraint plan_assigned_by_length CHECK ((length(assigned_by) <= 200))
  constraint plan_period CHECK ((((from_year >= 1990) AND (from_year <= 2100)) AND ((until_year >= (from_year + 1)) AND (until_year <= (from_year + 19)))))
  constraint plan_period_once UNIQUE (from_year, until_year)
  constraint plan_pkey PRIMARY KEY (id)
  constraint plan_title_length CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  constraint plan_year_once UNIQUE (year)
  constraint plan_year_or_period CHECK (((year IS NULL) = ((from_year IS NOT NULL) AND (until_year IS NOT NULL))))
  constraint plan_year_range CHECK (((year >= 1990) AND (year <= 2100)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.plan FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER plan_guard BEFORE DELETE OR UPDATE ON public.plan FOR EACH ROW EXECUTE FUNCTION plan_guard()
  CREATE TRIGGER plan_no_truncate BEFORE TRUNCATE ON public.plan FOR EACH STATEMENT EXECUTE FUNCTION plan_refuse_truncate()
  policy published for r using (((( SELECT app_account() AS app_account) IS NOT NULL) AND (EXISTS ( SELECT
   FROM plan_version v
  WHERE ((v.plan_id = plan.id) AND (v.state = ANY (ARRAY['submitted'::text, 'approved'::text])))))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Đề xuất điều chỉnh kế hoạch trong năm: bổ sung, bỏ, dời thời gian, đổi quy mô, ghép, tách
table plan_change
  id bigint not null generated always as identity
  plan_id bigint not null
  kind text not null
  state text not null default 'proposed'::text
  reason text not null
  proposer_unit_id bigint
  proposed_by bigint not null
  proposed_at timestamp with time zone not null default now()
  letter_number text -- Văn bản đề xuất
  letter_on date
  decided_by bigint
  decided_at timestamp with time zone
  document_number text -- Văn bản quyết định
  document_on date
  answer text
  applied_to_id bigint
  version integer not null default 1
  constraint plan_change_answer CHECK (((length(answer) >= 5) AND (length(answer) <= 1000)))
  constraint plan_change_answered CHECK (((state <> ALL (ARRAY['refused'::text, 'withdrawn'::text])) OR (answer IS NOT NULL)))
  constraint plan_change_applied CHECK (((state = 'approved'::text) OR (applied_to_id IS NULL)))
  constraint plan_change_applied_to_id_fkey FOREIGN KEY (applied_to_id) REFERENCES plan_version(id)
  constraint plan_change_approved CHECK (((state <> 'approved'::text) OR ((applied_to_id IS NOT NULL) AND (document_number IS NOT NULL) AND (document_on IS NOT NULL))))
  constraint plan_change_decided CHECK ((((state = 'proposed'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL))))
  constraint plan_change_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
  constraint plan_change_document_length CHECK (((length(document_number) >= 1) AND (length(document_number) <= 100)))
  constraint plan_change_kind CHECK ((kind = ANY (ARRAY['add'::text, 'drop'::text, 'move'::text, 'resize'::text, 'merge'::text, 'split'::text])))
  constraint plan_change_letter_length CHECK (((length(letter_number) >= 1) AND (length(letter_number) <= 100)))
  constraint plan_change_pkey PRIMARY KEY (id)
  constraint plan_change_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
  constraint plan_change_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES account(id)
  constraint plan_change_proposer_unit_id_fkey FOREIGN KEY (proposer_unit_id) REFERENCES unit(id)
  constraint plan_change_reason CHECK (((length(reason) >= 5) AND (length(reason) <= 1000)))
  constraint plan_change_second_person CHECK (((state <> ALL (ARRAY['approved'::text, 'refused'::text])) OR (decided_by <> proposed_by)))
  constraint plan_change_state CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
  CREATE INDEX plan_change_applied ON public.plan_change USING btree (applied_to_id) WHERE (applied_to_id IS NOT NULL)
  CREATE INDEX plan_change_plan ON public.plan_change USING btree (plan_id, state)
  CREATE INDEX plan_change_proposer ON public.plan_change USING btree (proposer_unit_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.plan_change FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER plan_change_guard BEFORE DELETE OR UPDATE ON public.plan_change FOR EACH ROW EXECUTE FUNCTION plan_change_guard()
  CREATE TRIGGER plan_change_no_truncate BEFORE TRUNCATE ON public.plan_change FOR EACH STATEMENT EXECUTE FUNCTION plan_refuse_truncate()
  policy own_unit for r using ((proposer_unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy proposed_by_unit for a with check (((proposer_unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])) AND (state = 'proposed'::text)))
  policy published for r using (((( SELECT app_account() AS app_account) IS NOT NULL) AND (state = 'approved'::text)))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  policy withdrawn_by_unit for w using ((proposer_unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))) with check (((proposer_unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])) AND (state = 'withdrawn'::text)))
  row level security

-- Nội dung điều chỉnh của từng dòng: trước và sau
table plan_change_line
  id bigint not null generated always as identity
  change_id bigint not null
  line_key uuid not null default gen_random_uuid()
  is_new boolean not null default false
  opened_before integer not null
  opened integer not null
  learners_before integer
  learners integer
  months_before integer[] not null default '{}'::integer[]
  months integer[] not null default '{}'::integer[]
  group_code text
  programme_id bigint
  title text
  mode_code text
  bloc text
  partner_unit_id bigint
  partner_text text
  place text
  budget_dong bigint
  note text
  constraint plan_change_line_bloc_check CHECK ((bloc = ANY (ARRAY['party'::text, 'state'::text, 'front'::text])))
  constraint plan_change_line_budget_range CHECK (((budget_dong >= 0) AND (budget_dong <= '9000000000000000'::bigint)))
  constraint plan_change_line_change_id_fkey FOREIGN KEY (change_id) REFERENCES plan_change(id)
  constraint plan_change_line_group_code_fkey FOREIGN KEY (group_code) REFERENCES programme_group(code)
  constraint plan_change_line_learners_range CHECK (((learners >= 0) AND (learners <= 10000000)))
  constraint plan_change_line_mode_code_fkey FOREIGN KEY (mode_code) REFERENCES study_mode(code)
  constraint plan_change_line_months CHECK ((months <@ ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))
  constraint plan_change_line_new CHECK ((is_new = ((group_code IS NOT NULL) AND (title IS NOT NULL) AND (mode_code IS NOT NULL))))
  constraint plan_change_line_note_length CHECK ((length(note) <= 1000))
  constraint plan_change_line_once UNIQUE (change_id, line_key)
  constraint plan_change_line_opened_range CHECK (((opened >= 0) AND (opened <= 10000)))
  constraint plan_change_line_partner_length CHECK ((length(partner_text) <= 300))
  constraint plan_change_line_partner_unit_id_fkey FOREIGN KEY (partner_unit_id) REFERENCES unit(id)
  constraint plan_change_line_pkey PRIMARY KEY (id)
  constraint plan_change_line_place_length CHECK ((length(place) <= 300))
  constraint plan_change_line_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id)
  constraint plan_change_line_title_length CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  CREATE INDEX plan_change_line_key ON public.plan_change_line USING btree (line_key)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.plan_change_line FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER plan_change_line_guard BEFORE INSERT OR DELETE OR UPDATE ON public.plan_change_line FOR EACH ROW EXECUTE FUNCTION plan_change_line_guard()
  CREATE TRIGGER plan_change_line_no_truncate BEFORE TRUNCATE ON public.plan_change_line FOR EACH STATEMENT EXECUTE FUNCTION plan_refuse_truncate()
  policy with_its_change using ((EXISTS ( SELECT
   FROM plan_change c
  WHERE (c.id = plan_change_line.change_id)))) with check ((( SELECT app_sees_all() AS app_sees_all) OR (EXISTS ( SELECT
   FROM plan_change c
  WHERE ((c.id = plan_change_line.change_id) AND (c.proposer_unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))))))
  row level security

-- Dòng kế hoạch: số lớp = chuyển tiếp + mở mới
table plan_line
  id bigint not null generated always as identity
  version_id bigint not null
  line_key uuid not null default gen_random_uuid()
  group_code text not null
  programme_id bigint
  title text not null
  mode_code text not null default 'none'::text
  bloc text
  carried_over integer not null default 0
  opened integer not null default 0
  classes integer not null generated always as ((carried_over + opened)) stored
  learners integer -- Số học viên dự kiến (lượt)
  partner_unit_id bigint
  partner_text text -- Đơn vị phối hợp như đã ghi, khi không ứng với một đơn vị nào
  place text
  months integer[] not null default '{}'::integer[]
  budget_dong bigint
  note text
  sort_order integer not null
  version integer not null default 1
  opened_by_year integer[] -- Kế hoạch giai đoạn: số lớp mở mới của từng năm, cộng lại bằng cả giai đoạn; trống khi chỉ có chỉ tiêu cả giai đoạn
  constraint plan_line_bloc_check CHECK ((bloc = ANY (ARRAY['party'::text, 'state'::text, 'front'::text])))
  constraint plan_line_budget_range CHECK (((budget_dong >= 0) AND (budget_dong <= '9000000000000000'::bigint)))
  constraint plan_line_carried_over_range CHECK (((carried_over >= 0) AND (carried_over <= 10000)))
  constraint plan_line_group_code_fkey FOREIGN KEY (group_code) REFERENCES programme_group(code)
  constraint plan_line_key_once UNIQUE (version_id, line_key)
  constraint plan_line_learners_range CHECK (((learners >= 0) AND (learners <= 10000000)))
  constraint plan_line_mode_code_fkey FOREIGN KEY (mode_code) REFERENCES study_mode(code)
  constraint plan_line_months CHECK ((months <@ ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))
  constraint plan_line_note_length CHECK ((length(note) <= 1000))
  constraint plan_line_opened_by_year CHECK (((opened_by_year IS NULL) OR ((sum_of(opened_by_year) = opened) AND (0 <= ALL (opened_by_year)))))
  constraint plan_line_opened_range CHECK (((opened >= 0) AND (opened <= 10000)))
  constraint plan_line_partner_length CHECK ((length(partner_text) <= 300))
  constraint plan_line_partner_unit_id_fkey FOREIGN KEY (partner_unit_id) REFERENCES unit(id)
  constraint plan_line_pkey PRIMARY KEY (id)
  constraint plan_line_place_length CHECK ((length(place) <= 300))
  constraint plan_line_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id)
  constraint plan_line_some_class CHECK ((classes > 0))
  constraint plan_line_title_length CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  constraint plan_line_version_id_fkey FOREIGN KEY (version_id) REFERENCES plan_version(id)
  CREATE INDEX plan_line_partner ON public.plan_line USING btree (partner_unit_id)
  CREATE INDEX plan_line_programme ON public.plan_line USING btree (programme_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.plan_line FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER plan_line_guard BEFORE INSERT OR DELETE OR UPDATE ON public.plan_line FOR EACH ROW EXECUTE FUNCTION plan_line_guard()
  CREATE TRIGGER plan_line_no_truncate BEFORE TRUNCATE ON public.plan_line FOR EACH STATEMENT EXECUTE FUNCTION plan_refuse_truncate()
  policy published for r using (((( SELECT app_account() AS app_account) IS NOT NULL) AND (EXISTS ( SELECT
   FROM plan_version v
  WHERE ((v.id = plan_line.version_id) AND (v.state = ANY (ARRAY['submitted'::text, 'approved'::text])))))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Phiên bản kế hoạch: dự thảo, đã trình, trả lại, đã duyệt; đã duyệt thì không ai sửa được
table plan_version
  id bigint not null generated always as identity
  plan_id bigint not null
  number integer not null
  state text not null default 'draft'::text
  copied_from_id bigint
  made_by bigint
  made_at timestamp with time zone not null default now()
  submitted_by bigint
  submitted_at timestamp with time zone
  decided_by bigint
  decided_at timestamp with time zone -- Lần quyết định gần nhất: trả lại hoặc duyệt
  document_number text
  document_on date
  return_reason text
  version integer not null default 1
  constraint plan_version_copied_from_id_fkey FOREIGN KEY (copied_from_id) REFERENCES plan_version(id)
  constraint plan_version_decided CHECK (((state <> ALL (ARRAY['returned'::text, 'approved'::text])) OR ((decided_at IS NOT NULL) AND (decided_by IS NOT NULL))))
  constraint plan_version_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
  constraint plan_version_document CHECK (((state = 'approved'::text) = ((document_number IS NOT NULL) AND (document_on IS NOT NULL))))
  constraint plan_version_document_length CHECK (((length(document_number) >= 1) AND (length(document_number) <= 100)))
  constraint plan_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint plan_version_number_check CHECK ((number > 0))
  constraint plan_version_number_once UNIQUE (plan_id, number)
  constraint plan_version_pkey PRIMARY KEY (id)
  constraint plan_version_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
  constraint plan_version_returned CHECK (((state <> 'returned'::text) OR (return_reason IS NOT NULL)))
  constraint plan_version_second_person CHECK (((state <> ALL (ARRAY['returned'::text, 'approved'::text])) OR (decided_by <> submitted_by)))
  constraint plan_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text])))
  constraint plan_version_submitted CHECK (((state = 'draft'::text) OR ((submitted_at IS NOT NULL) AND (submitted_by IS NOT NULL))))
  constraint plan_version_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES account(id)
  CREATE UNIQUE INDEX plan_version_one_open ON public.plan_version USING btree (plan_id) WHERE (state <> 'approved'::text)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.plan_version FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER plan_version_guard BEFORE INSERT OR DELETE OR UPDATE ON public.plan_version FOR EACH ROW EXECUTE FUNCTION plan_version_guard()
  CREATE TRIGGER plan_version_no_truncate BEFORE TRUNCATE ON public.plan_version FOR EACH STATEMENT EXECUTE FUNCTION plan_refuse_truncate()
  policy published for r using (((( SELECT app_account() AS app_account) IS NOT NULL) AND (state = ANY (ARRAY['submitted'::text, 'approved'::text]))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Điểm 0–3 mà hội đồng cho một nhu cầu theo tiêu chí không tính được từ sổ, kèm lý do
table priority_mark
  id bigint not null generated always as identity
  sheet_id bigint not null
  programme_id bigint not null
  mode_code text not null
  criterion text not null
  mark smallint not null
  reason text not null
  made_by bigint
  made_at timestamp with time zone not null default now()
  constraint priority_mark_criterion CHECK ((criterion = ANY (ARRAY['directive'::text, 'termOfOffice'::text])))
  constraint priority_mark_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint priority_mark_mode_code_fkey FOREIGN KEY (mode_code) REFERENCES study_mode(code)
  constraint priority_mark_once UNIQUE (sheet_id, programme_id, mode_code, criterion)
  constraint priority_mark_pkey PRIMARY KEY (id)
  constraint priority_mark_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id)
  constraint priority_mark_range CHECK (((mark >= 0) AND (mark <= 3)))
  constraint priority_mark_reason CHECK (((length(reason) >= 5) AND (length(reason) <= 1000)))
  constraint priority_mark_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES priority_sheet(id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.priority_mark FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER priority_mark_guard BEFORE INSERT OR DELETE OR UPDATE ON public.priority_mark FOR EACH ROW EXECUTE FUNCTION priority_guard()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Bảng ưu tiên của một năm: trọng số các tiêu chí và thứ tự đã thống nhất
table priority_sheet
  id bigint not null generated always as identity
  year integer not null
  state text not null default 'draft'::text
  legal_duty smallint not null
  planned_post smallint not null
  years_waited smallint not null
  unit_balance smallint not null
  unit_urgency smallint not null
  directive smallint not null
  term_of_office smallint not null
  made_by bigint
  made_at timestamp with time zone not null default now()
  agreed_by bigint
  agreed_at timestamp with time zone
  document_number text
  document_on date
  agreed_subjects jsonb -- Số liệu của từng nhu cầu tại thời điểm thống nhất
  version integer not null default 1
  constraint priority_sheet_agreed CHECK (((state = 'agreed'::text) = ((agreed_by IS NOT NULL) AND (agreed_at IS NOT NULL) AND (document_number IS NOT NULL) AND (document_on IS NOT NULL) AND (agreed_subjects IS NOT NULL))))
  constraint priority_sheet_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES account(id)
  constraint priority_sheet_document_length CHECK (((length(document_number) >= 1) AND (length(document_number) <= 100)))
  constraint priority_sheet_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint priority_sheet_pkey PRIMARY KEY (id)
  constraint priority_sheet_state CHECK ((state = ANY (ARRAY['draft'::text, 'agreed'::text])))
  constraint priority_sheet_year CHECK (((year >= 1990) AND (year <= 2100)))
  constraint priority_weight_directive CHECK (((directive >= 0) AND (directive <= 10)))
  constraint priority_weight_legal_duty CHECK (((legal_duty >= 0) AND (legal_duty <= 10)))
  constraint priority_weight_planned_post CHECK (((planned_post >= 0) AND (planned_post <= 10)))
  constraint priority_weight_term_of_office CHECK (((term_of_office >= 0) AND (term_of_office <= 10)))
  constraint priority_weight_unit_balance CHECK (((unit_balance >= 0) AND (unit_balance <= 10)))
  constraint priority_weight_unit_urgency CHECK (((unit_urgency >= 0) AND (unit_urgency <= 10)))
  constraint priority_weight_years_waited CHECK (((years_waited >= 0) AND (years_waited <= 10)))
  CREATE UNIQUE INDEX priority_sheet_one_draft ON public.priority_sheet USING btree (year) WHERE (state = 'draft'::text)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.priority_sheet FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER priority_sheet_guard BEFORE DELETE OR UPDATE ON public.priority_sheet FOR EACH ROW EXECUTE FUNCTION priority_guard()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Chương trình đào tạo, bồi dưỡng; mã không đổi, hết dùng thì đặt ngày, không xóa
table programme
  id bigint not null generated always as identity
  code text not null
  name text not null
  search_key text not null
  sort_key text collate "C" not null
  group_code text not null
  kind text not null
  level text -- Trình độ lý luận chính trị mà chương trình đào tạo; trống: không phải chương trình lý luận chính trị ba cấp
  bloc text
  modes text[] not null
  lesson_hours integer -- Số tiết
  months integer
  scheme text -- Mã bộ quy định xếp đối tượng (UPD-164, UPD-145)
  from_on date
  until_on date -- Ngày hết dùng (không tính ngày này); trống: đang dùng
  source text not null default ''::text
  synonyms text[] not null default '{}'::text[]
  version integer not null default 1
  constraint programme_bloc_check CHECK ((bloc = ANY (ARRAY['party'::text, 'state'::text, 'front'::text])))
  constraint programme_code_form CHECK ((code ~ '^[A-ZĐ0-9][A-ZĐ0-9.-]{1,29}$'::text))
  constraint programme_code_once UNIQUE (code)
  constraint programme_group_code_fkey FOREIGN KEY (group_code) REFERENCES programme_group(code)
  constraint programme_hours_positive CHECK ((lesson_hours > 0))
  constraint programme_kind_check CHECK ((kind = ANY (ARRAY['training'::text, 'fostering'::text, 'knowledgeUpdate'::text, 'briefing'::text])))
  constraint programme_level_check CHECK ((level = ANY (ARRAY['elementary'::text, 'intermediate'::text, 'advanced'::text])))
  constraint programme_modes_some CHECK ((cardinality(modes) > 0))
  constraint programme_months_positive CHECK ((months > 0))
  constraint programme_name_length CHECK (((length(name) >= 1) AND (length(name) <= 300)))
  constraint programme_period CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (from_on < until_on)))
  constraint programme_pkey PRIMARY KEY (id)
  CREATE INDEX programme_group_of ON public.programme USING btree (group_code)
  CREATE INDEX programme_search ON public.programme USING gin (search_key gin_trgm_ops)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.programme FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER programme_code_kept BEFORE UPDATE OF code ON public.programme FOR EACH ROW WHEN ((old.code IS DISTINCT FROM new.code)) EXECUTE FUNCTION programme_keep_code()
  CREATE TRIGGER programme_not_deleted BEFORE DELETE ON public.programme FOR EACH ROW EXECUTE FUNCTION programme_keep_code()
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Nhóm chương trình: hàng của báo cáo kế hoạch và kết quả; trường thêm được
table programme_group
  code text not null
  name text not null
  name_en text not null
  synonyms text[] not null default '{}'::text[]
  sort_order integer not null
  version integer not null default 1
  constraint programme_group_code_form CHECK ((code ~ '^[a-z][A-Za-z0-9]{1,29}$'::text))
  constraint programme_group_name_en_length CHECK (((length(name_en) >= 1) AND (length(name_en) <= 120)))
  constraint programme_group_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint programme_group_pkey PRIMARY KEY (code)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.programme_group FOR EACH ROW EXECUTE FUNCTION audit_change('code')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Số tiết của chương trình theo từng chuyên môn
table programme_teaching
  programme_id bigint not null
  field_code text not null
  hours integer not null
  constraint programme_teaching_field_code_fkey FOREIGN KEY (field_code) REFERENCES teaching_field(code)
  constraint programme_teaching_hours_range CHECK (((hours >= 1) AND (hours <= 20000)))
  constraint programme_teaching_pkey PRIMARY KEY (programme_id, field_code)
  constraint programme_teaching_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.programme_teaching FOR EACH ROW EXECUTE FUNCTION audit_change('programme_id')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Một lần nhắc: một nấc, một việc, một hạn, một người nhận; không bao giờ hai lần
table reminder
  id bigint not null generated always as identity
  rule_id bigint not null
  step_id bigint not null
  subject_kind text not null
  subject_id bigint not null
  period date not null
  recipient_id bigint not null
  unit_id bigint not null
  audience text not null
  title text not null
  made_on date not null
  made_at timestamp with time zone not null default now()
  mail text not null default 'none'::text
  seen_at timestamp with time zone
  recalled_at timestamp with time zone
  constraint reminder_mail_check CHECK ((mail = ANY (ARRAY['none'::text, 'queued'::text, 'handedOver'::text, 'dropped'::text])))
  constraint reminder_once UNIQUE (rule_id, step_id, subject_kind, subject_id, period, recipient_id)
  constraint reminder_pkey PRIMARY KEY (id)
  constraint reminder_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES account(id)
  constraint reminder_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES reminder_rule(id)
  constraint reminder_step_id_fkey FOREIGN KEY (step_id) REFERENCES reminder_step(id)
  constraint reminder_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX reminder_recipient ON public.reminder USING btree (recipient_id, made_on DESC)
  CREATE INDEX reminder_subject ON public.reminder USING btree (subject_kind, subject_id)
  CREATE INDEX reminder_unit ON public.reminder USING btree (unit_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.reminder FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy at_units for r using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy own for r using ((recipient_id = ( SELECT app_account() AS app_account)))
  policy own_seen for w using ((recipient_id = ( SELECT app_account() AS app_account)))
  policy recalled_at_units for w using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Quy tắc nhắc việc: một loại việc, nhiều nấc
table reminder_rule
  id bigint not null generated always as identity
  subject_kind text not null
  is_on boolean not null default true
  version integer not null default 1
  constraint reminder_rule_once UNIQUE (subject_kind)
  constraint reminder_rule_pkey PRIMARY KEY (id)
  constraint reminder_rule_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['needAnswer'::text, 'needConfirmation'::text, 'unitCommitment'::text, 'schoolCommitment'::text, 'approvalEnding'::text])))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.reminder_rule FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Một nấc nhắc việc: nhắc ai, trước hay sau hạn mấy ngày
table reminder_step
  id bigint not null generated always as identity
  rule_id bigint not null
  audience text not null
  offset_days integer not null
  by_mail boolean not null default true
  is_on boolean not null default true
  constraint reminder_step_audience_check CHECK ((audience = ANY (ARRAY['coordinator'::text, 'deputy'::text, 'head'::text, 'committee'::text, 'office'::text, 'leaders'::text])))
  constraint reminder_step_offset CHECK (((offset_days >= '-60'::integer) AND (offset_days <= 120)))
  constraint reminder_step_once UNIQUE (rule_id, audience, offset_days)
  constraint reminder_step_pkey PRIMARY KEY (id)
  constraint reminder_step_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES reminder_rule(id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.reminder_step FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Một đợt sắp xếp tổ chức, nhập như một hành vi, người thứ hai xác nhận
table reorganisation
  id bigint not null generated always as identity
  title text not null
  search_key text not null
  document_number text not null
  document_on date not null
  document_issuer text not null
  effective_on date not null
  state text not null default 'draft'::text
  entered_by bigint not null
  entered_at timestamp with time zone not null default now()
  confirmed_by bigint
  confirmed_at timestamp with time zone
  version integer not null default 1
  acts jsonb not null
  source_hash text
  constraint reorganisation_acts_list CHECK ((jsonb_typeof(acts) = 'array'::text))
  constraint reorganisation_confirmed CHECK ((((state = 'confirmed'::text) = (confirmed_at IS NOT NULL)) AND ((confirmed_at IS NULL) = (confirmed_by IS NULL))))
  constraint reorganisation_document_issuer_length CHECK (((length(document_issuer) >= 1) AND (length(document_issuer) <= 200)))
  constraint reorganisation_document_number_length CHECK (((length(document_number) >= 1) AND (length(document_number) <= 100)))
  constraint reorganisation_pkey PRIMARY KEY (id)
  constraint reorganisation_second_person CHECK (((confirmed_by IS NULL) OR (confirmed_by IS DISTINCT FROM entered_by)))
  constraint reorganisation_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'confirmed'::text, 'withdrawn'::text])))
  constraint reorganisation_title_length CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  CREATE UNIQUE INDEX reorganisation_source_once ON public.reorganisation USING btree (source_hash) WHERE (state <> 'withdrawn'::text)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.reorganisation FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

table role_grant
  id bigint not null generated always as identity
  account_id bigint not null
  role text not null
  unit_id bigint
  from_on date not null
  until_on date
  granted_by bigint
  is_deputy boolean not null default false -- Cấp phó của thủ trưởng: được nhắc ở nấc của cấp phó
  constraint role_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
  constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES account(id)
  constraint role_grant_once EXCLUDE USING gist (account_id WITH =, role WITH =, COALESCE(unit_id, (0)::bigint) WITH =, daterange(from_on, until_on) WITH &&)
  constraint role_grant_period CHECK (((until_on IS NULL) OR (from_on < until_on)))
  constraint role_grant_pkey PRIMARY KEY (id)
  constraint role_grant_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX role_grant_account ON public.role_grant USING btree (account_id)
  CREATE INDEX role_grant_unit ON public.role_grant USING btree (unit_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.role_grant FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy at_units for r using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy ended_at_units for w using (((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])) AND access_knows(account_id)))
  policy given_at_units for a with check (((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])) AND access_knows(account_id)))
  policy own for r using ((account_id = ( SELECT app_account() AS app_account)))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Phòng học, hội trường của trường hoặc của đơn vị cho mượn
table room
  id bigint not null generated always as identity
  code text not null
  name text not null
  search_key text not null
  sort_key text collate "C" not null
  seats integer not null
  site text not null default ''::text -- Cơ sở, địa điểm
  is_own boolean not null default true
  from_on date
  until_on date
  note text not null default ''::text
  version integer not null default 1
  constraint room_code_length CHECK (((length(code) >= 1) AND (length(code) <= 40)))
  constraint room_code_once UNIQUE (code)
  constraint room_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint room_note_length CHECK ((length(note) <= 1000))
  constraint room_period CHECK ((until_on > from_on))
  constraint room_pkey PRIMARY KEY (id)
  constraint room_seats_range CHECK (((seats >= 1) AND (seats <= 5000)))
  constraint room_site_length CHECK ((length(site) <= 200))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.room FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy changed_by_school for w using (( SELECT app_sees_all() AS app_sees_all))
  policy made_by_school for a with check (( SELECT app_sees_all() AS app_sees_all))
  policy seen_by_school for r using (( SELECT app_sees_all() AS app_sees_all))
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  row level security

-- Phương án lớp của một năm: đề bài chụp lại lúc lập, lời giải do máy tìm và máy khác kiểm
table scenario
  id bigint not null generated always as identity
  name text not null
  year integer not null
  parameters jsonb not null
  state text not null default 'queued'::text
  made_by bigint
  made_at timestamp with time zone not null default now()
  ended_at timestamp with time zone
  points double precision
  bound double precision
  classes integer
  seats integer
  heads integer
  cost_dong bigint
  violations integer
  version integer not null default 1
  bound_by text -- solver: mức trần do bộ giải chứng minh; everybody: mới chỉ là tổng nhu cầu; trống ở phương án lập trước khi có cột này
  constraint scenario_bound_by CHECK ((bound_by = ANY (ARRAY['solver'::text, 'everybody'::text])))
  constraint scenario_checked CHECK (((state <> 'done'::text) OR (violations = 0)))
  constraint scenario_ended CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text, 'cancelled'::text])) = (ended_at IS NOT NULL)))
  constraint scenario_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint scenario_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint scenario_pkey PRIMARY KEY (id)
  constraint scenario_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
  constraint scenario_year CHECK (((year >= 1990) AND (year <= 2100)))
  CREATE INDEX scenario_year ON public.scenario USING btree (year, id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.scenario FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Đề bài, lời giải và tiến độ của phương án
table scenario_work
  scenario_id bigint not null
  instance jsonb not null
  missing jsonb not null
  progress jsonb
  answer jsonb
  beat_at timestamp with time zone
  constraint scenario_work_pkey PRIMARY KEY (scenario_id)
  constraint scenario_work_scenario_id_fkey FOREIGN KEY (scenario_id) REFERENCES scenario(id)
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Ngân hàng tình huống, bài tập; của trường hoặc của một đơn vị
table situation
  id bigint not null generated always as identity
  title text not null
  search_key text not null
  sort_key text collate "C" not null
  text text not null
  kind text not null
  field_code text
  unit_id bigint
  made_by bigint
  made_at timestamp with time zone not null default now()
  withdrawn_on date
  version integer not null default 1
  constraint situation_field_code_fkey FOREIGN KEY (field_code) REFERENCES teaching_field(code)
  constraint situation_kind CHECK ((kind = ANY (ARRAY['situation'::text, 'exercise'::text])))
  constraint situation_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint situation_pkey PRIMARY KEY (id)
  constraint situation_text_length CHECK (((length(text) >= 1) AND (length(text) <= 20000)))
  constraint situation_title_length CHECK (((length(title) >= 1) AND (length(title) <= 300)))
  constraint situation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX situation_search ON public.situation USING gin (search_key gin_trgm_ops)
  CREATE INDEX situation_unit ON public.situation USING btree (unit_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.situation FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy of_units for r using ((cardinality(( SELECT app_units() AS app_units)) > 0))
  policy own_unit for a with check ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy own_unit_edits for w using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Tình huống dùng cho những chuyên đề nào, ở mọi phiên bản
table situation_topic
  id bigint not null generated always as identity
  situation_id bigint not null
  lineage_id bigint not null
  constraint situation_topic_once UNIQUE (situation_id, lineage_id)
  constraint situation_topic_pkey PRIMARY KEY (id)
  constraint situation_topic_situation_id_fkey FOREIGN KEY (situation_id) REFERENCES situation(id)
  CREATE INDEX situation_topic_lineage ON public.situation_topic USING btree (lineage_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.situation_topic FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy of_units for r using ((EXISTS ( SELECT
   FROM situation s
  WHERE (s.id = situation_topic.situation_id))))
  policy own_unit for a with check ((EXISTS ( SELECT
   FROM situation s
  WHERE ((s.id = situation_topic.situation_id) AND (s.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))))
  policy own_unit_removes for d using ((EXISTS ( SELECT
   FROM situation s
  WHERE ((s.id = situation_topic.situation_id) AND (s.unit_id = ANY (( SELECT app_units() AS app_units)::bigint[]))))))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Nơi đón lớp đi nghiên cứu thực tế, và nội dung tìm hiểu được ở đó
table study_host
  id bigint not null generated always as identity
  unit_id bigint
  name text not null
  search_key text not null
  sort_key text collate "C" not null
  place text not null default ''::text
  topics text[] not null default '{}'::text[]
  seats integer -- Đón được nhiều nhất bao nhiêu người một lượt
  contact text not null default ''::text
  phone text not null default ''::text
  note text not null default ''::text
  from_on date
  until_on date
  version integer not null default 1
  constraint study_host_contact_length CHECK ((length(contact) <= 200))
  constraint study_host_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint study_host_note_length CHECK ((length(note) <= 1000))
  constraint study_host_period CHECK ((until_on > from_on))
  constraint study_host_phone_length CHECK ((length(phone) <= 40))
  constraint study_host_pkey PRIMARY KEY (id)
  constraint study_host_place_length CHECK ((length(place) <= 300))
  constraint study_host_seats CHECK (((seats >= 1) AND (seats <= 2000)))
  constraint study_host_topics CHECK ((cardinality(topics) <= 50))
  constraint study_host_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX study_host_search ON public.study_host USING gin (search_key gin_trgm_ops)
  CREATE INDEX study_host_unit ON public.study_host USING btree (unit_id)
  CREATE UNIQUE INDEX study_host_name_once ON public.study_host USING btree (sort_key, place)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.study_host FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER study_host_guard BEFORE UPDATE ON public.study_host FOR EACH ROW EXECUTE FUNCTION study_host_guard()
  policy own_host using ((unit_id = ANY (( SELECT app_units() AS app_units)::bigint[])))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Hệ, hình thức học và các cách gọi; none: không chia hệ (trong bảng ghi «-»)
table study_mode
  code text not null
  name text not null
  name_en text not null
  synonyms text[] not null default '{}'::text[]
  sort_order integer not null
  constraint study_mode_pkey PRIMARY KEY (code)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.study_mode FOR EACH ROW EXECUTE FUNCTION audit_change('code')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Quy định của nhà trường chặt hơn quy chế của Học viện; người thứ hai xác nhận mới có hiệu lực
table study_overlay
  id bigint not null generated always as identity
  rule_set text not null
  figure text not null
  value numeric(5,2) not null
  from_on date not null
  source text not null
  state text not null default 'proposed'::text
  made_by bigint not null
  made_at timestamp with time zone not null default now()
  decided_by bigint
  decided_at timestamp with time zone
  reason text
  version integer not null default 1
  constraint study_overlay_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
  constraint study_overlay_figure_check CHECK ((figure = ANY (ARRAY['minPercent'::text, 'resits'::text, 'passMark'::text])))
  constraint study_overlay_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint study_overlay_pkey PRIMARY KEY (id)
  constraint study_overlay_reason_length CHECK (((length(reason) >= 5) AND (length(reason) <= 1000)))
  constraint study_overlay_rule_set_length CHECK (((length(rule_set) >= 1) AND (length(rule_set) <= 40)))
  constraint study_overlay_source_length CHECK (((length(source) >= 1) AND (length(source) <= 300)))
  constraint study_overlay_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'inForce'::text, 'refused'::text, 'ended'::text])))
  constraint study_overlay_value CHECK (((value >= (0)::numeric) AND (value <= (100)::numeric)))
  CREATE UNIQUE INDEX study_overlay_one ON public.study_overlay USING btree (rule_set, figure, from_on) WHERE (state = ANY (ARRAY['proposed'::text, 'inForce'::text]))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.study_overlay FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER study_overlay_guard BEFORE UPDATE ON public.study_overlay FOR EACH ROW EXECUTE FUNCTION study_overlay_guard()
  policy in_force for r using (((state = 'inForce'::text) AND (( SELECT app_account() AS app_account) IS NOT NULL)))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Đơn vị cũ → đơn vị mới: nhiều với nhiều, toàn bộ, một phần hay phần còn lại
table succession
  id bigint not null generated always as identity
  change_id bigint not null
  from_unit_id bigint not null
  to_unit_id bigint not null
  kind text not null
  extent text not null
  estimated_share numeric(5,4)
  effective_on date not null
  constraint succession_change_id_fkey FOREIGN KEY (change_id) REFERENCES unit_change(id)
  constraint succession_estimated_share_check CHECK (((estimated_share > (0)::numeric) AND (estimated_share <= (1)::numeric)))
  constraint succession_extent_check CHECK ((extent = ANY (ARRAY['whole'::text, 'part'::text, 'remainder'::text])))
  constraint succession_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES unit(id)
  constraint succession_kind_check CHECK ((kind = ANY (ARRAY['merge'::text, 'absorb'::text, 'split'::text, 'part_moved'::text, 'end_of_level'::text])))
  constraint succession_not_itself CHECK ((from_unit_id <> to_unit_id))
  constraint succession_once UNIQUE (from_unit_id, to_unit_id, effective_on)
  constraint succession_pkey PRIMARY KEY (id)
  constraint succession_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES unit(id)
  CREATE INDEX succession_to ON public.succession USING btree (to_unit_id)
  CREATE UNIQUE INDEX succession_whole_once ON public.succession USING btree (from_unit_id, effective_on) WHERE (extent = ANY (ARRAY['whole'::text, 'remainder'::text]))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.succession FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Phiếu trả lời, giữ theo từng xấp, xếp theo nội dung: không có thời điểm, không có thứ tự gửi
table survey_batch
  id uuid not null default gen_random_uuid()
  campaign_id bigint not null
  answers jsonb not null
  size integer not null
  constraint survey_batch_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES survey_campaign(id)
  constraint survey_batch_pkey PRIMARY KEY (id)
  CREATE INDEX survey_batch_campaign ON public.survey_batch USING btree (campaign_id)
  row level security

-- Đợt lấy ý kiến đánh giá của một lớp
table survey_campaign
  id bigint not null generated always as identity
  class_id bigint not null
  version_id bigint not null
  opens_on date not null
  closes_on date not null
  is_anonymous boolean not null default true
  expected integer not null
  way text not null
  shared_key text
  shared_hash bytea
  issued integer not null default 0
  is_automatic boolean not null default false
  closed_on date
  version integer not null default 1
  respondents text not null default 'learners'::text -- Ai trả lời: học viên hay giảng viên của lớp
  title text not null default ''::text -- Tên của đợt, ví dụ «Giữa khóa»; trống thì lấy tên mẫu phiếu
  most_asked integer -- Mỗi phiếu hỏi nhiều nhất mấy cặp giảng viên và chuyên đề
  constraint survey_campaign_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint survey_campaign_expected CHECK (((expected >= 1) AND (expected <= 5000)))
  constraint survey_campaign_link CHECK ((((shared_key IS NULL) = (shared_hash IS NULL)) AND ((shared_key IS NULL) OR (way = 'shared'::text))))
  constraint survey_campaign_most_asked CHECK (((most_asked >= 3) AND (most_asked <= 100)))
  constraint survey_campaign_period CHECK (((closes_on >= opens_on) AND (closes_on < (opens_on + 366))))
  constraint survey_campaign_pkey PRIMARY KEY (id)
  constraint survey_campaign_respondents CHECK ((respondents = ANY (ARRAY['learners'::text, 'lecturers'::text])))
  constraint survey_campaign_shared_once UNIQUE (shared_hash)
  constraint survey_campaign_title_length CHECK ((length(title) <= 100))
  constraint survey_campaign_version_id_fkey FOREIGN KEY (version_id) REFERENCES survey_version(id)
  constraint survey_campaign_way_check CHECK ((way = ANY (ARRAY['tokens'::text, 'shared'::text])))
  CREATE INDEX survey_campaign_class ON public.survey_campaign USING btree (class_id)
  CREATE INDEX survey_campaign_open ON public.survey_campaign USING btree (closes_on) WHERE (closed_on IS NULL)
  CREATE UNIQUE INDEX survey_campaign_automatic_once ON public.survey_campaign USING btree (class_id) WHERE is_automatic
  CREATE UNIQUE INDEX survey_campaign_title_once ON public.survey_campaign USING btree (class_id, lower(title)) WHERE (title <> ''::text)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.survey_campaign FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER survey_campaign_guard BEFORE UPDATE ON public.survey_campaign FOR EACH ROW EXECUTE FUNCTION survey_campaign_guard()
  CREATE TRIGGER survey_published BEFORE INSERT ON public.survey_campaign FOR EACH ROW EXECUTE FUNCTION survey_published()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Kết quả được hiển thị của từng câu trong từng đợt; không có nhóm dưới 5 phiếu, không có nhóm bị ẩn
table survey_figure
  campaign_id bigint not null
  at text not null
  form_id bigint not null
  subject_id bigint
  question text not null
  text text not null
  low integer
  high integer
  n integer not null
  mean double precision
  spread double precision
  counts jsonb not null default '[]'::jsonb
  comments text[] not null default '{}'::text[]
  constraint survey_figure_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES survey_campaign(id)
  constraint survey_figure_floor CHECK ((n >= 5))
  constraint survey_figure_form_id_fkey FOREIGN KEY (form_id) REFERENCES survey_form(id)
  constraint survey_figure_pkey PRIMARY KEY (campaign_id, at)
  constraint survey_figure_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES survey_subject(id)
  CREATE INDEX survey_figure_form ON public.survey_figure USING btree (form_id, question)
  CREATE INDEX survey_figure_subject ON public.survey_figure USING btree (subject_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.survey_figure FOR EACH ROW EXECUTE FUNCTION audit_change('campaign_id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Mẫu phiếu đánh giá
table survey_form
  id bigint not null generated always as identity
  code text not null
  title text not null
  origin text not null
  needs_confirmation boolean not null default false -- Nội dung mặc định, cần nhà trường xác nhận
  source text not null default ''::text
  version integer not null default 1
  constraint survey_form_code_length CHECK (((length(code) >= 1) AND (length(code) <= 40)))
  constraint survey_form_code_once UNIQUE (code)
  constraint survey_form_origin_check CHECK ((origin = ANY (ARRAY['regulation'::text, 'proposal'::text, 'school'::text])))
  constraint survey_form_pkey PRIMARY KEY (id)
  constraint survey_form_source_length CHECK ((length(source) <= 500))
  constraint survey_form_title_length CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.survey_form FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Kết quả của một đợt, tính một lần khi đóng; nhóm dưới 5 phiếu không có trong đó
table survey_result
  campaign_id bigint not null
  answers integer not null
  content jsonb not null
  constraint survey_result_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES survey_campaign(id)
  constraint survey_result_pkey PRIMARY KEY (campaign_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.survey_result FOR EACH ROW EXECUTE FUNCTION audit_change('campaign_id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Tự mở đợt đánh giá khi lớp kết thúc; tắt cho đến khi nhà trường xác nhận mẫu phiếu
table survey_setting
  id boolean not null default true
  opens_itself boolean not null default false
  version_id bigint
  since date
  version integer not null default 1
  most_asked integer not null default 12 -- Mặc định của đợt mới; cần nhà trường xác nhận
  constraint survey_setting_id_check CHECK (id)
  constraint survey_setting_most_asked CHECK (((most_asked >= 3) AND (most_asked <= 100)))
  constraint survey_setting_pkey PRIMARY KEY (id)
  constraint survey_setting_version_id_fkey FOREIGN KEY (version_id) REFERENCES survey_version(id)
  constraint survey_setting_whole CHECK (((NOT opens_itself) OR ((version_id IS NOT NULL) AND (since IS NOT NULL))))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.survey_setting FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER survey_published BEFORE INSERT OR UPDATE ON public.survey_setting FOR EACH ROW EXECUTE FUNCTION survey_published()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Đối tượng được đánh giá trong một đợt: chương trình, chuyên đề, giảng viên, địa điểm
table survey_subject
  id bigint not null generated always as identity
  campaign_id bigint not null
  kind text not null
  label text not null
  lecturer_id bigint
  sort_order integer not null
  lineage_id bigint
  topic text
  part_lineage_id bigint
  part text -- Khối của chuyên đề trong phiên bản chương trình của lớp
  module_lineage_id bigint
  module text -- Học phần của chuyên đề trong phiên bản chương trình của lớp
  constraint survey_subject_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES survey_campaign(id)
  constraint survey_subject_kind_check CHECK ((kind = ANY (ARRAY['programme'::text, 'topic'::text, 'lecturer'::text, 'place'::text])))
  constraint survey_subject_label_length CHECK (((length(label) >= 1) AND (length(label) <= 300)))
  constraint survey_subject_lecturer CHECK (((lecturer_id IS NULL) OR (kind = 'lecturer'::text)))
  constraint survey_subject_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint survey_subject_lineage CHECK (((lineage_id IS NULL) OR (kind = ANY (ARRAY['topic'::text, 'lecturer'::text]))))
  constraint survey_subject_module CHECK (((module IS NULL) OR (lineage_id IS NOT NULL)))
  constraint survey_subject_part CHECK (((part IS NULL) OR (lineage_id IS NOT NULL)))
  constraint survey_subject_pkey PRIMARY KEY (id)
  constraint survey_subject_topic CHECK (((topic IS NULL) OR ((kind = 'lecturer'::text) AND ((length(topic) >= 1) AND (length(topic) <= 300)))))
  CREATE INDEX survey_subject_campaign ON public.survey_subject USING btree (campaign_id)
  CREATE INDEX survey_subject_lecturer_id ON public.survey_subject USING btree (lecturer_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.survey_subject FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Liên kết dùng một lần: chỉ giữ mã băm, không giữ thời điểm, không gắn với ai
table survey_token
  hash bytea not null
  campaign_id bigint not null
  state text not null default 'unused'::text
  constraint survey_token_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES survey_campaign(id)
  constraint survey_token_pkey PRIMARY KEY (hash)
  constraint survey_token_state_check CHECK ((state = ANY (ARRAY['unused'::text, 'spent'::text, 'withdrawn'::text])))
  CREATE INDEX survey_token_campaign ON public.survey_token USING btree (campaign_id)
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Phiên bản của mẫu phiếu; đã ban hành thì không sửa
table survey_version
  id bigint not null generated always as identity
  form_id bigint not null
  number integer not null
  definition jsonb not null
  made_by bigint
  made_at timestamp with time zone not null default now()
  published_by bigint
  published_at timestamp with time zone
  version integer not null default 1
  constraint survey_version_form_id_fkey FOREIGN KEY (form_id) REFERENCES survey_form(id)
  constraint survey_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint survey_version_number_check CHECK ((number > 0))
  constraint survey_version_number_once UNIQUE (form_id, number)
  constraint survey_version_pkey PRIMARY KEY (id)
  constraint survey_version_published_by_fkey FOREIGN KEY (published_by) REFERENCES account(id)
  constraint survey_version_size CHECK ((length((definition)::text) <= 200000))
  CREATE UNIQUE INDEX survey_version_one_draft ON public.survey_version USING btree (form_id) WHERE (published_at IS NULL)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.survey_version FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER survey_version_guard BEFORE UPDATE ON public.survey_version FOR EACH ROW EXECUTE FUNCTION survey_version_guard()
  CREATE TRIGGER survey_version_kept BEFORE DELETE ON public.survey_version FOR EACH ROW EXECUTE FUNCTION survey_version_kept()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Địa chỉ lịch (iCal) của một giảng viên hoặc một lớp, thu hồi được
table teaching_feed
  id bigint not null generated always as identity
  hash bytea not null
  lecturer_id bigint
  class_id bigint
  made_by bigint
  made_at timestamp with time zone not null default now()
  revoked_at timestamp with time zone
  constraint teaching_feed_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint teaching_feed_hash_once UNIQUE (hash)
  constraint teaching_feed_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint teaching_feed_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint teaching_feed_one_thing CHECK ((num_nonnulls(lecturer_id, class_id) = 1))
  constraint teaching_feed_pkey PRIMARY KEY (id)
  CREATE UNIQUE INDEX teaching_feed_of_class ON public.teaching_feed USING btree (class_id) WHERE (revoked_at IS NULL)
  CREATE UNIQUE INDEX teaching_feed_of_lecturer ON public.teaching_feed USING btree (lecturer_id) WHERE (revoked_at IS NULL)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.teaching_feed FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Chuyên môn giảng dạy: theo các khoa của trường
table teaching_field
  code text not null
  name text not null
  name_en text not null
  sort_order integer not null default 0
  version integer not null default 1
  constraint teaching_field_code_form CHECK ((code ~ '^[A-ZĐ0-9][A-ZĐ0-9-]{0,19}$'::text))
  constraint teaching_field_name_en_length CHECK (((length(name_en) >= 1) AND (length(name_en) <= 120)))
  constraint teaching_field_name_length CHECK (((length(name) >= 1) AND (length(name) <= 120)))
  constraint teaching_field_pkey PRIMARY KEY (code)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.teaching_field FOR EACH ROW EXECUTE FUNCTION audit_change('code')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Giấy mời giảng: mời giảng viên dạy chuyên đề của một lớp trong những buổi nào
table teaching_invitation
  id bigint not null generated always as identity
  class_id bigint not null
  lecturer_id bigint not null
  title text not null
  state text not null default 'waiting'::text
  deadline_on date not null
  sent_on date not null
  message text not null default ''::text
  invites_next boolean not null default false
  reason text not null default ''::text
  proposed_dates text not null default ''::text
  substitute_name text not null default ''::text
  substitute_post text not null default ''::text
  substitute_phone text not null default ''::text
  clash jsonb
  answered_at timestamp with time zone
  answered_by text
  follows_id bigint
  reminded_on date
  is_mailed boolean not null default false
  made_by bigint
  made_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint teaching_invitation_answered_by CHECK ((answered_by = ANY (ARRAY['link'::text, 'account'::text, 'office'::text])))
  constraint teaching_invitation_class_id_fkey FOREIGN KEY (class_id) REFERENCES training_class(id)
  constraint teaching_invitation_deadline CHECK ((deadline_on >= sent_on))
  constraint teaching_invitation_followed_once UNIQUE (follows_id)
  constraint teaching_invitation_follows_id_fkey FOREIGN KEY (follows_id) REFERENCES teaching_invitation(id)
  constraint teaching_invitation_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint teaching_invitation_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint teaching_invitation_message_length CHECK ((length(message) <= 1000))
  constraint teaching_invitation_pkey PRIMARY KEY (id)
  constraint teaching_invitation_proposed_dates_length CHECK ((length(proposed_dates) <= 500))
  constraint teaching_invitation_reason_length CHECK ((length(reason) <= 1000))
  constraint teaching_invitation_state CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text, 'otherDates'::text, 'substitute'::text, 'overtaken'::text, 'withdrawn'::text])))
  constraint teaching_invitation_substitute_name_length CHECK ((length(substitute_name) <= 200))
  constraint teaching_invitation_substitute_phone_length CHECK ((length(substitute_phone) <= 30))
  constraint teaching_invitation_substitute_post_length CHECK ((length(substitute_post) <= 300))
  constraint teaching_invitation_title_length CHECK (((length(title) >= 1) AND (length(title) <= 500)))
  CREATE INDEX teaching_invitation_class ON public.teaching_invitation USING btree (class_id)
  CREATE INDEX teaching_invitation_lecturer ON public.teaching_invitation USING btree (lecturer_id)
  CREATE INDEX teaching_invitation_open ON public.teaching_invitation USING btree (deadline_on) WHERE (state = ANY (ARRAY['waiting'::text, 'declined'::text, 'otherDates'::text, 'substitute'::text, 'overtaken'::text]))
  CREATE INDEX teaching_invitation_sent ON public.teaching_invitation USING btree (sent_on DESC, id DESC)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.teaching_invitation FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

table teaching_invitation_session
  invitation_id bigint not null
  session_id bigint not null
  constraint teaching_invitation_session_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES teaching_invitation(id)
  constraint teaching_invitation_session_pkey PRIMARY KEY (invitation_id, session_id)
  constraint teaching_invitation_session_session_id_fkey FOREIGN KEY (session_id) REFERENCES class_session(id)
  CREATE INDEX teaching_invitation_session_session ON public.teaching_invitation_session USING btree (session_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.teaching_invitation_session FOR EACH ROW EXECUTE FUNCTION audit_change('invitation_id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Liên kết trả lời giấy mời: chỉ giữ mã băm, thu hồi được
table teaching_link
  hash bytea not null
  invitation_id bigint not null
  made_at timestamp with time zone not null default now()
  is_withdrawn boolean not null default false
  constraint teaching_link_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES teaching_invitation(id)
  constraint teaching_link_pkey PRIMARY KEY (hash)
  CREATE INDEX teaching_link_invitation ON public.teaching_link USING btree (invitation_id)
  CREATE TRIGGER audit AFTER INSERT OR UPDATE ON public.teaching_link FOR EACH ROW EXECUTE FUNCTION audit_teaching_link()
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Số tiết có trong lịch của từng giảng viên theo tháng và lĩnh vực; cơ sở dữ liệu tự giữ theo buổi học
table teaching_load
  id bigint not null generated always as identity
  lecturer_id bigint not null
  month_on date not null
  field_code text
  hours integer not null -- Số tiết của các buổi không hủy, kể cả chưa dạy
  constraint teaching_load_field_code_fkey FOREIGN KEY (field_code) REFERENCES teaching_field(code)
  constraint teaching_load_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint teaching_load_month CHECK ((EXTRACT(day FROM month_on) = (1)::numeric))
  constraint teaching_load_once UNIQUE NULLS NOT DISTINCT (lecturer_id, month_on, field_code)
  constraint teaching_load_pkey PRIMARY KEY (id)
  CREATE INDEX teaching_load_month_of ON public.teaching_load USING btree (month_on)
  policy whole_school for r using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Mức chi một tiết giảng do nhà trường nhập, có căn cứ và ngày áp dụng
table teaching_rate
  id bigint not null generated always as identity
  is_guest boolean not null
  lecturer_id bigint
  from_on date not null
  hour_dong bigint not null
  tax_basis_points integer not null default 0
  source text not null
  made_by bigint
  made_at timestamp with time zone not null default now()
  constraint teaching_rate_hour_dong CHECK (((hour_dong >= 0) AND (hour_dong <= 100000000)))
  constraint teaching_rate_lecturer_id_fkey FOREIGN KEY (lecturer_id) REFERENCES lecturer(id)
  constraint teaching_rate_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
  constraint teaching_rate_once UNIQUE NULLS NOT DISTINCT (is_guest, lecturer_id, from_on)
  constraint teaching_rate_pkey PRIMARY KEY (id)
  constraint teaching_rate_source_length CHECK (((length(source) >= 1) AND (length(source) <= 300)))
  constraint teaching_rate_tax CHECK (((tax_basis_points >= 0) AND (tax_basis_points <= 10000)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.teaching_rate FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Giờ của các buổi, số tiết một buổi, hạn trả lời giấy mời, thứ tự tiêu chí chọn người thay
table teaching_setting
  id boolean not null default true
  part_hours integer not null default 5
  morning_at time without time zone not null default '07:30:00'::time without time zone
  morning_until time without time zone not null default '11:30:00'::time without time zone
  afternoon_at time without time zone not null default '13:30:00'::time without time zone
  afternoon_until time without time zone not null default '17:00:00'::time without time zone
  evening_at time without time zone not null default '18:30:00'::time without time zone
  evening_until time without time zone not null default '21:00:00'::time without time zone
  answer_days integer not null default 7
  remind_days integer not null default 2
  substitute_order text[] not null default ARRAY['topic'::text, 'load'::text, 'distance'::text, 'rating'::text, 'lastTaught'::text]
  contact text not null default ''::text -- Người và số điện thoại của trường để giảng viên mời liên hệ
  needs_confirmation boolean not null default true
  version integer not null default 1
  constraint teaching_setting_answer_days CHECK (((answer_days >= 1) AND (answer_days <= 60)))
  constraint teaching_setting_contact_length CHECK ((length(contact) <= 300))
  constraint teaching_setting_id_check CHECK (id)
  constraint teaching_setting_part_hours CHECK (((part_hours >= 1) AND (part_hours <= 8)))
  constraint teaching_setting_pkey PRIMARY KEY (id)
  constraint teaching_setting_remind_days CHECK (((remind_days >= 0) AND (remind_days <= 30)))
  constraint teaching_setting_times CHECK (((morning_until > morning_at) AND (afternoon_until > afternoon_at) AND (evening_until > evening_at)))
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.teaching_setting FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Lớp đào tạo, bồi dưỡng
table training_class
  id bigint not null generated always as identity
  code text not null
  name text not null
  search_key text not null
  sort_key text collate "C" not null
  programme_id bigint not null
  mode_code text not null default 'none'::text
  opens_on date not null
  closes_on date
  place text not null default ''::text
  host_unit_id bigint
  partner text not null default ''::text
  partner_unit_id bigint
  basis text not null -- Căn cứ mở lớp: plan = kế hoạch được giao, policy = chủ trương ngoài kế hoạch
  plan_line_key uuid
  policy_issuer text
  policy_number text
  policy_on date
  policy_title text
  learners integer -- Số lượt học viên
  note text not null default ''::text
  cancelled_on date
  cancelled_reason text
  version integer not null default 1
  curriculum_id bigint -- Phiên bản chương trình của lớp; trống: lớp mở trước khi có phiên bản
  constraint class_basis CHECK ((basis = ANY (ARRAY['plan'::text, 'policy'::text])))
  constraint class_cancelled CHECK (((cancelled_on IS NULL) = (cancelled_reason IS NULL)))
  constraint class_cancelled_reason_length CHECK (((length(cancelled_reason) >= 1) AND (length(cancelled_reason) <= 1000)))
  constraint class_code_length CHECK (((length(code) >= 1) AND (length(code) <= 40)))
  constraint class_code_once UNIQUE (code)
  constraint class_learners CHECK (((learners >= 0) AND (learners <= 100000)))
  constraint class_name_length CHECK (((length(name) >= 1) AND (length(name) <= 300)))
  constraint class_note_length CHECK ((length(note) <= 1000))
  constraint class_partner_length CHECK ((length(partner) <= 300))
  constraint class_period CHECK (((closes_on IS NULL) OR (closes_on >= opens_on)))
  constraint class_place_length CHECK ((length(place) <= 300))
  constraint class_plan_line_only CHECK (((basis = 'plan'::text) OR (plan_line_key IS NULL)))
  constraint class_policy_issuer_length CHECK (((length(policy_issuer) >= 1) AND (length(policy_issuer) <= 300)))
  constraint class_policy_number_length CHECK (((length(policy_number) >= 1) AND (length(policy_number) <= 100)))
  constraint class_policy_only CHECK (((basis = 'policy'::text) OR ((policy_issuer IS NULL) AND (policy_number IS NULL) AND (policy_on IS NULL) AND (policy_title IS NULL))))
  constraint class_policy_title_length CHECK (((length(policy_title) >= 1) AND (length(policy_title) <= 500)))
  constraint class_span CHECK (((closes_on IS NULL) OR (closes_on < (opens_on + 3660))))
  constraint training_class_curriculum_id_fkey FOREIGN KEY (curriculum_id) REFERENCES curriculum(id)
  constraint training_class_host_unit_id_fkey FOREIGN KEY (host_unit_id) REFERENCES unit(id)
  constraint training_class_mode_code_fkey FOREIGN KEY (mode_code) REFERENCES study_mode(code)
  constraint training_class_partner_unit_id_fkey FOREIGN KEY (partner_unit_id) REFERENCES unit(id)
  constraint training_class_pkey PRIMARY KEY (id)
  constraint training_class_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id)
  CREATE INDEX training_class_curriculum ON public.training_class USING btree (curriculum_id) WHERE (curriculum_id IS NOT NULL)
  CREATE INDEX training_class_opens ON public.training_class USING btree (opens_on)
  CREATE INDEX training_class_plan_line ON public.training_class USING btree (plan_line_key)
  CREATE INDEX training_class_programme ON public.training_class USING btree (programme_id)
  CREATE INDEX training_class_search ON public.training_class USING gin (search_key gin_trgm_ops)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.training_class FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  CREATE TRIGGER teaching_of_cancelled AFTER UPDATE OF cancelled_on ON public.training_class FOR EACH ROW EXECUTE FUNCTION teaching_of_cancelled()
  CREATE TRIGGER training_class_curriculum_guard BEFORE INSERT OR UPDATE OF curriculum_id, programme_id ON public.training_class FOR EACH ROW EXECUTE FUNCTION training_class_curriculum_guard()
  policy changed_by_school for w using (( SELECT app_sees_all() AS app_sees_all))
  policy made_by_school for a with check (( SELECT app_sees_all() AS app_sees_all))
  policy seen_by_school for r using (( SELECT app_sees_all() AS app_sees_all))
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  row level security

-- Đơn vị: chỉ là một mã định danh, tên và cấp trên nằm ở unit_version
table unit
  id bigint not null generated always as identity
  code text
  created_at timestamp with time zone not null default now()
  version integer not null default 1
  constraint unit_code_length CHECK (((length(code) >= 1) AND (length(code) <= 50)))
  constraint unit_code_once UNIQUE (code)
  constraint unit_pkey PRIMARY KEY (id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.unit FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Một lần thay đổi tổ chức: ngày hiệu lực và văn bản căn cứ
table unit_change
  id bigint not null generated always as identity
  kind text not null
  effective_on date -- Ngày hiệu lực; trống: từ trước khi có sổ
  document_number text
  document_on date
  document_issuer text
  reason text
  reorganisation_id bigint
  entered_by bigint
  entered_at timestamp with time zone not null default now()
  constraint unit_change_document_issuer_length CHECK (((length(document_issuer) >= 1) AND (length(document_issuer) <= 200)))
  constraint unit_change_document_number_length CHECK (((length(document_number) >= 1) AND (length(document_number) <= 100)))
  constraint unit_change_kind_check CHECK ((kind = ANY (ARRAY['made'::text, 'renamed'::text, 'moved'::text, 'dissolved'::text, 'reorganised'::text, 'imported'::text])))
  constraint unit_change_pkey PRIMARY KEY (id)
  constraint unit_change_reorganisation_id_fkey FOREIGN KEY (reorganisation_id) REFERENCES reorganisation(id)
  constraint unit_change_reorganisation_once UNIQUE (reorganisation_id)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.unit_change FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

-- Tên, loại, cấp, khối và cấp trên của một đơn vị trong một khoảng thời gian
table unit_version
  id bigint not null generated always as identity
  unit_id bigint not null
  name text not null
  kind text not null
  qualifier text -- Địa bàn ghi kèm để phân biệt đơn vị trùng tên: h. Tân Hưng
  full_name text not null generated always as (((
CASE kind
    WHEN 'province'::text THEN 'Tỉnh '::text
    WHEN 'city'::text THEN 'Thành phố '::text
    WHEN 'district'::text THEN 'Huyện '::text
    WHEN 'town'::text THEN 'Thị xã '::text
    WHEN 'commune'::text THEN 'Xã '::text
    WHEN 'ward'::text THEN 'Phường '::text
    WHEN 'township'::text THEN 'Thị trấn '::text
    WHEN 'specialZone'::text THEN 'Đặc khu '::text
    ELSE ''::text
END || name) || COALESCE(((' ('::text || qualifier) || ')'::text), ''::text))) stored
  search_key text not null
  sort_key text collate "C" not null
  identity_key text collate "C" not null
  level text not null
  bloc text not null
  parent_id bigint
  from_on date -- Ngày bắt đầu; trống: từ trước khi có sổ
  until_on date -- Ngày hết hiệu lực (không tính ngày này); trống: đến nay
  opened_by bigint not null
  closed_by bigint
  constraint unit_kind CHECK ((kind = ANY (ARRAY['province'::text, 'city'::text, 'district'::text, 'town'::text, 'commune'::text, 'ward'::text, 'township'::text, 'specialZone'::text, 'partyCommittee'::text, 'partyBoard'::text, 'office'::text, 'department'::text, 'front'::text, 'armed'::text, 'school'::text, 'enterprise'::text, 'other'::text])))
  constraint unit_name_length CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  constraint unit_qualifier_length CHECK (((length(qualifier) >= 1) AND (length(qualifier) <= 100)))
  constraint unit_version_bloc_check CHECK ((bloc = ANY (ARRAY['party'::text, 'state'::text, 'front'::text, 'armed'::text, 'enterprise'::text, 'academy'::text, 'other'::text])))
  constraint unit_version_closed CHECK (((until_on IS NULL) = (closed_by IS NULL)))
  constraint unit_version_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES unit_change(id)
  constraint unit_version_level_check CHECK ((level = ANY (ARRAY['central'::text, 'province'::text, 'district'::text, 'commune'::text])))
  constraint unit_version_name_once EXCLUDE USING gist (COALESCE(parent_id, (0)::bigint) WITH =, identity_key WITH =, daterange(from_on, until_on) WITH &&)
  constraint unit_version_once EXCLUDE USING gist (unit_id WITH =, daterange(from_on, until_on) WITH &&)
  constraint unit_version_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES unit_change(id)
  constraint unit_version_own_parent CHECK ((parent_id <> unit_id))
  constraint unit_version_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id)
  constraint unit_version_period CHECK (((from_on IS NULL) OR (until_on IS NULL) OR (from_on <= until_on)))
  constraint unit_version_pkey PRIMARY KEY (id)
  constraint unit_version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
  CREATE INDEX unit_version_identity ON public.unit_version USING btree (identity_key)
  CREATE INDEX unit_version_parent ON public.unit_version USING btree (parent_id)
  CREATE INDEX unit_version_search ON public.unit_version USING gin (search_key gin_trgm_ops)
  CREATE INDEX unit_version_unit ON public.unit_version USING btree (unit_id, from_on)
  CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.unit_version FOR EACH ROW EXECUTE FUNCTION audit_change('id')
  policy signed_in for r using ((( SELECT app_account() AS app_account) IS NOT NULL))
  policy whole_school using (( SELECT app_sees_all() AS app_sees_all))
  row level security

table auth.account
  id text not null
  accountId text not null
  providerId text not null
  userId text not null
  accessToken text
  refreshToken text
  idToken text
  accessTokenExpiresAt timestamp with time zone
  refreshTokenExpiresAt timestamp with time zone
  scope text
  password text
  createdAt timestamp with time zone not null default now()
  updatedAt timestamp with time zone not null default now()
  constraint account_pkey PRIMARY KEY (id)
  constraint account_userId_fkey FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE INDEX account_of_user ON auth.account USING btree ("userId")

table auth.attempt
  key bytea not null
  tries integer not null
  since timestamp with time zone not null
  constraint attempt_pkey PRIMARY KEY (key)
  CREATE INDEX attempt_since ON auth.attempt USING btree (since)

table auth.secret
  id boolean not null default true
  value text not null
  constraint secret_id_check CHECK (id)
  constraint secret_pkey PRIMARY KEY (id)

table auth.session
  id text not null
  expiresAt timestamp with time zone not null
  token text not null
  createdAt timestamp with time zone not null default now()
  updatedAt timestamp with time zone not null default now()
  ipAddress text
  userAgent text
  userId text not null
  constraint session_pkey PRIMARY KEY (id)
  constraint session_token_key UNIQUE (token)
  constraint session_userId_fkey FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE INDEX session_of_user ON auth.session USING btree ("userId")

table auth.twoFactor
  id text not null
  secret text not null
  backupCodes text not null
  userId text not null
  verified boolean default true
  failedVerificationCount integer default 0
  lockedUntil timestamp with time zone
  constraint twoFactor_pkey PRIMARY KEY (id)
  constraint twoFactor_userId_fkey FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE
  CREATE INDEX two_factor_of_user ON auth."twoFactor" USING btree ("userId")

table auth.user
  id text not null
  name text not null
  email text not null
  emailVerified boolean not null default false
  image text
  createdAt timestamp with time zone not null default now()
  updatedAt timestamp with time zone not null default now()
  twoFactorEnabled boolean default false
  constraint user_email_key UNIQUE (email)
  constraint user_pkey PRIMARY KEY (id)

table auth.verification
  id text not null
  identifier text not null
  value text not null
  expiresAt timestamp with time zone not null
  createdAt timestamp with time zone not null default now()
  updatedAt timestamp with time zone not null default now()
  constraint verification_pkey PRIMARY KEY (id)
  CREATE INDEX verification_identifier ON auth.verification USING btree (identifier)

CREATE OR REPLACE FUNCTION public.absence_covers(a absence, p_on date, p_part text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select (p_on, part_order(p_part)) >= (a.from_on, part_order(a.from_part)) and (p_on, part_order(p_part)) <= (a.last_on, part_order(a.last_part))
$function$

CREATE OR REPLACE FUNCTION public.absence_explains()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.state = 'agreed' and (tg_op = 'INSERT' or old.state <> 'agreed') then
    update attendance_mark m set cause = new.cause, absence_id = new.id, version = m.version + 1
      from class_session s where s.id = m.session_id and m.enrolment_id = new.enrolment_id and m.status = 'absent'
        and m.absence_id is null and absence_covers(new, s.on_day, s.part);
  elsif tg_op = 'UPDATE' and old.state = 'agreed' and new.state <> 'agreed' then
    update attendance_mark set cause = null, absence_id = null, version = version + 1 where absence_id = new.id;
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.absence_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  select e.class_id into new.class_id from enrolment e where e.id = new.enrolment_id;
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - '{state,decided_by,decided_at,decision_note,version}'::text[]
      <> to_jsonb(old) - '{state,decided_by,decided_at,decision_note,version}'::text[] then
      raise exception 'what was asked stays' using errcode = 'restrict_violation', constraint = 'absence_frozen';
    end if;
    if old.state in ('refused', 'withdrawn') and new.state <> old.state then
      raise exception 'it is closed' using errcode = 'restrict_violation', constraint = 'absence_step';
    end if;
    if new.state in ('agreed', 'refused') and new.state <> old.state
      and not (app_sees_all() or new.class_id = any (headed_classes())) then
      raise exception 'the school decides' using errcode = 'restrict_violation', constraint = 'absence_step';
    end if;
  elsif new.state <> 'asked' and not (app_sees_all() or new.class_id = any (headed_classes())) then
    raise exception 'the school decides' using errcode = 'restrict_violation', constraint = 'absence_step';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.access_add_sign_in(p_id text, p_name text, p_email text, p_password_hash text, p_invitation text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'auth', 'pg_temp'
AS $function$
  insert into auth."user" ("id", "name", "email", "emailVerified") values (p_id, p_name, p_email, true);
  insert into auth."account" ("id", "accountId", "providerId", "userId", "password")
    select p_id, p_id, 'credential', p_id, p_password_hash where p_password_hash is not null;
  -- The way of a forgotten password, opened for a week.
  insert into auth."verification" ("id", "identifier", "value", "expiresAt")
    select gen_random_uuid()::text, 'reset-password:' || p_invitation, p_id, now() + interval '7 days' where p_invitation is not null;
$function$

CREATE OR REPLACE FUNCTION public.access_end_sessions(p_auth_user_id text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'auth', 'pg_temp'
AS $function$
begin
  perform public.access_must_govern(p_auth_user_id);
  delete from auth."session" where "userId" = p_auth_user_id;
end $function$

CREATE OR REPLACE FUNCTION public.access_governs(p_account_id bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select app_sees_all() or access_knows(p_account_id) and not exists (
    select from role_grant g where g.account_id = p_account_id and (g.until_on is null or g.until_on > current_date)
      and (g.unit_id is null or g.unit_id <> all (app_units())))
$function$

CREATE OR REPLACE FUNCTION public.access_keep_person()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'nhip_app' and not app_sees_all() then
    raise exception 'the person of an account is set for the whole school' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.access_knows(p_account_id bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select app_sees_all()
    or exists (select from account a where a.id = p_account_id and a.created_by = app_account())
    or exists (select from role_grant g where g.account_id = p_account_id and g.unit_id = any (app_units()))
$function$

CREATE OR REPLACE FUNCTION public.access_must_govern(p_auth_user_id text)
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from account a where a.auth_user_id = p_auth_user_id and access_governs(a.id)) then
    raise exception 'the sign-in of this account is not yours to change' using errcode = 'insufficient_privilege';
  end if;
end $function$

CREATE OR REPLACE FUNCTION public.access_renew_sign_in(p_auth_user_id text, p_invitation text, p_stops_factor boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'auth', 'pg_temp'
AS $function$
begin
  perform public.access_must_govern(p_auth_user_id);
  delete from auth."verification" where "value" = p_auth_user_id and "identifier" like 'reset-password:%';
  insert into auth."verification" ("id", "identifier", "value", "expiresAt")
    values (gen_random_uuid()::text, 'reset-password:' || p_invitation, p_auth_user_id, now() + interval '7 days');
  delete from auth."session" where "userId" = p_auth_user_id;
  delete from auth."twoFactor" where "userId" = p_auth_user_id and p_stops_factor;
  update auth."user" set "twoFactorEnabled" = false where "id" = p_auth_user_id and p_stops_factor;
end $function$

CREATE OR REPLACE FUNCTION public.admission_notice_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.class_id <> old.class_id or old.state = 'closed' or (new.state <> old.state and not
    ((old.state = 'draft' and new.state in ('issued', 'closed')) or (old.state = 'issued' and new.state = 'closed'))) then
    raise exception 'no such step of a notice' using errcode = 'restrict_violation', constraint = 'admission_notice_step';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.admission_notice_is_out(p_notice_id bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from admission_notice n where n.id = p_notice_id and n.state <> 'draft')
$function$

CREATE OR REPLACE FUNCTION public.app_account()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.account', true), '')::bigint $function$

CREATE OR REPLACE FUNCTION public.app_person()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.person', true), '')::bigint $function$

CREATE OR REPLACE FUNCTION public.app_sees_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(current_setting('app.units', true), '') = 'all' $function$

CREATE OR REPLACE FUNCTION public.app_units()
 RETURNS bigint[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select case when coalesce(current_setting('app.units', true), '') in ('', 'all') then '{}'::bigint[]
                 else current_setting('app.units', true)::bigint[] end $function$

CREATE OR REPLACE FUNCTION public.attendance_add(changes attendance_change[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  insert into attendance_sum as t (enrolment_id, month, class_id, sessions, recorded_hours, missed_hours, excused_hours, unexcused_hours,
    recalled_hours, ill_hours, other_hours)
  select c.enrolment_id, c.month, c.class_id, sum(c.sign), sum(c.sign * c.hours), sum(c.sign * c.missed),
    coalesce(sum(c.sign * c.missed) filter (where c.cause = 'excused'), 0), coalesce(sum(c.sign * c.missed) filter (where c.cause = 'unexcused'), 0),
    coalesce(sum(c.sign * c.missed) filter (where c.cause = 'recalled'), 0), coalesce(sum(c.sign * c.missed) filter (where c.cause = 'ill'), 0),
    coalesce(sum(c.sign * c.missed) filter (where c.cause is null or c.cause = 'other'), 0)
  from unnest(changes) c group by 1, 2, 3 order by 1, 2
  on conflict (enrolment_id, month) do update set sessions = t.sessions + excluded.sessions,
    recorded_hours = t.recorded_hours + excluded.recorded_hours, missed_hours = t.missed_hours + excluded.missed_hours,
    excused_hours = t.excused_hours + excluded.excused_hours, unexcused_hours = t.unexcused_hours + excluded.unexcused_hours,
    recalled_hours = t.recalled_hours + excluded.recalled_hours, ill_hours = t.ill_hours + excluded.ill_hours,
    other_hours = t.other_hours + excluded.other_hours
$function$

CREATE OR REPLACE FUNCTION public.attendance_hours_missed(m attendance_mark, p_hours integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ select case m.status when 'absent' then least(coalesce(m.missed_hours, p_hours), p_hours) else 0 end $function$

CREATE OR REPLACE FUNCTION public.attendance_mark_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  found_absence record;
begin
  if tg_op = 'UPDATE' then
    if (new.session_id, new.enrolment_id) is distinct from (old.session_id, old.enrolment_id) then
      raise exception 'a mark stays where it is' using errcode = 'restrict_violation', constraint = 'attendance_mark_frozen';
    end if;
  end if;
  select r.class_id into new.class_id from attendance_roll r join enrolment e on e.class_id = r.class_id
    where r.session_id = new.session_id and e.id = new.enrolment_id;
  if new.class_id is null then
    raise exception 'not a learner of this class' using errcode = 'restrict_violation', constraint = 'attendance_mark_of_class';
  end if;
  if new.status = 'absent' and new.cause is null then
    select a.id, a.cause into found_absence from absence a join class_session s on s.id = new.session_id
      where a.enrolment_id = new.enrolment_id and a.state = 'agreed' and absence_covers(a, s.on_day, s.part) order by a.id limit 1;
    if found then
      new.cause := found_absence.cause;
      new.absence_id := found_absence.id;
    end if;
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.attendance_roll_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  select s.class_id into new.class_id from class_session s where s.id = new.session_id;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.attendance_sums_marks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  changes attendance_change[];
begin
  if tg_op = 'INSERT' then
    select array_agg(row(m.enrolment_id, m.class_id, date_trunc('month', s.on_day)::date, 1, s.hours,
      case m.status when 'absent' then least(coalesce(m.missed_hours, s.hours), s.hours) else 0 end, m.cause)::attendance_change) into changes
    from after m join class_session s on s.id = m.session_id where s.state not in ('cancelled', 'notTaught');
  else
    select array_agg(row(m.enrolment_id, m.class_id, date_trunc('month', s.on_day)::date, m.sign, s.hours,
      case m.status when 'absent' then least(coalesce(m.missed_hours, s.hours), s.hours) else 0 end, m.cause)::attendance_change) into changes
    from (select enrolment_id, class_id, session_id, status, missed_hours, cause, 1 as sign from after
      union all select enrolment_id, class_id, session_id, status, missed_hours, cause, -1 from before) m
      join class_session s on s.id = m.session_id where s.state not in ('cancelled', 'notTaught');
  end if;
  if changes is not null then perform attendance_add(changes); end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.attendance_sums_sessions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  changes attendance_change[];
begin
  select array_agg(row(m.enrolment_id, m.class_id, date_trunc('month', s.on_day)::date, s.sign, s.hours,
    attendance_hours_missed(m, s.hours), m.cause)::attendance_change) into changes
  from (select a.id, a.on_day, a.hours, a.state, 1 as sign from after a join before b on b.id = a.id
      where (a.on_day, a.hours, a.state in ('cancelled', 'notTaught')) <> (b.on_day, b.hours, b.state in ('cancelled', 'notTaught'))
    union all select b.id, b.on_day, b.hours, b.state, -1 from after a join before b on b.id = a.id
      where (a.on_day, a.hours, a.state in ('cancelled', 'notTaught')) <> (b.on_day, b.hours, b.state in ('cancelled', 'notTaught'))) s
    join attendance_mark m on m.session_id = s.id where s.state not in ('cancelled', 'notTaught');
  if changes is not null then perform attendance_add(changes); end if;
  return null;
end $function$

CREATE OR REPLACE PROCEDURE public.audit(IN table_name regclass, IN key text DEFAULT 'id'::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create trigger audit after insert or update or delete on %s for each row execute function audit_change(%L)', table_name, key);
end $procedure$

CREATE OR REPLACE FUNCTION public.audit_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.audit_close()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.audit_first_break()
 RETURNS TABLE(seal_number bigint, transaction_id uuid, line_id bigint, fault text)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$

CREATE OR REPLACE FUNCTION public.audit_line_hash(l audit_line)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select sha256(convert_to(jsonb_build_array(
    l.transaction_id, (extract(epoch from l.made_at) * 1000000)::bigint, l.account_id, l.procedure, l.request_id, l.reason,
    l.table_name, l.row_id, l.action, l.before, l.after)::text, 'UTF8'))
$function$

CREATE OR REPLACE FUNCTION public.audit_refuse()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_table_name = 'audit_seal' and tg_op = 'UPDATE' and old.hash is null then return new; end if;
  raise exception 'the record is append-only' using errcode = 'restrict_violation', constraint = 'audit_append_only';
end $function$

CREATE OR REPLACE FUNCTION public.audit_teaching_link()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform audit_write('teaching_link', new.invitation_id::text, lower(tg_op), null, jsonb_build_object('isWithdrawn', new.is_withdrawn));
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.audit_transaction()
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare t uuid := nullif(current_setting('app.transaction', true), '')::uuid;
begin
  if t is null then
    t := gen_random_uuid();
    perform set_config('app.transaction', t::text, true);
    insert into audit_seal (transaction_id) values (t);
  end if;
  return t;
end $function$

CREATE OR REPLACE FUNCTION public.audit_write(table_name text, row_id text, action text, before jsonb, after jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.calendar_feed_owner(p_hash bytea)
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select f.account_id from calendar_feed f join account a on a.id = f.account_id
  where f.hash = p_hash and f.revoked_at is null and not a.is_disabled
$function$

CREATE OR REPLACE FUNCTION public.class_counts_as(opens_on date, closes_on date, cancelled_on date, opened_in integer, corrected text, in_year integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when corrected <> 'byDates' then corrected
    when cancelled_on <= opens_on or extract(year from cancelled_on) < in_year then 'notCounted'
    when in_year > extract(year from coalesce(closes_on, opens_on)) then 'notCounted'
    when in_year < coalesce(opened_in, extract(year from opens_on)) then 'notCounted'
    when in_year = coalesce(opened_in, extract(year from opens_on)) then 'opened'
    else 'carriedOver'
  end
$function$

CREATE OR REPLACE FUNCTION public.class_session_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  other record;
  held text[] := array['cancelled', 'notTaught'];
begin
  if new.state = any (held) then return null; end if;
  if tg_op = 'UPDATE' and not (old.state = any (held))
    and (old.class_id, old.on_day, old.part) = (new.class_id, new.on_day, new.part)
    and old.room_id is not distinct from new.room_id and old.lecturer_id is not distinct from new.lecturer_id then return null; end if;
  perform from training_class where id = new.class_id for no key update;
  if new.room_id is not null then perform from room where id = new.room_id for no key update; end if;
  if new.lecturer_id is not null then perform from lecturer where id = new.lecturer_id for no key update; end if;

  select s.title, k.code, k.name into other from class_session s join training_class k on k.id = s.class_id
    where s.class_id = new.class_id and s.on_day = new.on_day and s.part = new.part and s.id <> new.id and not (s.state = any (held)) limit 1;
  if found then
    raise exception 'class has a session then' using errcode = 'exclusion_violation', constraint = 'class_session_class_once', detail =
      jsonb_build_object('title', other.title, 'code', other.code, 'name', other.name, 'on', new.on_day, 'part', new.part)::text;
  end if;
  if new.room_id is not null then
    select r.name as what, s.title, k.code, k.name into other from class_session s join training_class k on k.id = s.class_id join room r on r.id = s.room_id
      where s.room_id = new.room_id and s.on_day = new.on_day and s.part = new.part and s.id <> new.id and not (s.state = any (held)) limit 1;
    if found then
      raise exception 'room is taken then' using errcode = 'exclusion_violation', constraint = 'class_session_room_once', detail =
        jsonb_build_object('what', other.what, 'title', other.title, 'code', other.code, 'name', other.name, 'on', new.on_day, 'part', new.part)::text;
    end if;
    select r.name as what, k.code, k.name, lower(b.during) as from_on, upper(b.during) - 1 as last_on into other
      from class_room b join training_class k on k.id = b.class_id join room r on r.id = b.room_id
      where b.room_id = new.room_id and b.class_id <> new.class_id and b.during @> new.on_day limit 1;
    if found then
      raise exception 'room is booked whole' using errcode = 'exclusion_violation', constraint = 'class_session_room_booked', detail =
        jsonb_build_object('what', other.what, 'code', other.code, 'name', other.name, 'on', new.on_day, 'fromOn', other.from_on, 'lastOn', other.last_on)::text;
    end if;
  end if;
  if new.lecturer_id is not null then
    select l.name as what, s.title, k.code, k.name into other from class_session s join training_class k on k.id = s.class_id join lecturer l on l.id = s.lecturer_id
      where s.lecturer_id = new.lecturer_id and s.on_day = new.on_day and s.part = new.part and s.id <> new.id and not (s.state = any (held)) limit 1;
    if found then
      raise exception 'lecturer teaches then' using errcode = 'exclusion_violation', constraint = 'class_session_lecturer_once', detail =
        jsonb_build_object('what', other.what, 'title', other.title, 'code', other.code, 'name', other.name, 'on', new.on_day, 'part', new.part)::text;
    end if;
    select l.name as what, k.code, k.name, lower(b.during) as from_on, upper(b.during) - 1 as last_on into other
      from class_lecturer b join training_class k on k.id = b.class_id join lecturer l on l.id = b.lecturer_id
      where b.lecturer_id = new.lecturer_id and b.class_id <> new.class_id and b.during @> new.on_day limit 1;
    if found then
      raise exception 'lecturer is booked whole' using errcode = 'exclusion_violation', constraint = 'class_session_lecturer_booked', detail =
        jsonb_build_object('what', other.what, 'code', other.code, 'name', other.name, 'on', new.on_day, 'fromOn', other.from_on, 'lastOn', other.last_on)::text;
    end if;
    select l.name as what, a.reason, lower(a.during) as from_on, upper(a.during) - 1 as last_on into other
      from lecturer_absence a join lecturer l on l.id = a.lecturer_id where a.lecturer_id = new.lecturer_id and a.during @> new.on_day limit 1;
    if found then
      raise exception 'lecturer is away' using errcode = 'exclusion_violation', constraint = 'class_session_lecturer_away', detail =
        jsonb_build_object('what', other.what, 'reason', other.reason, 'on', new.on_day, 'fromOn', other.from_on, 'lastOn', other.last_on)::text;
    end if;
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.class_session_in_the_way()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  other record;
begin
  if tg_argv[0] = 'room' then
    perform from room where id = new.room_id for no key update;
    select r.name as what, k.code, k.name, s.on_day, s.part into other
      from class_session s join training_class k on k.id = s.class_id join room r on r.id = s.room_id
      where s.room_id = new.room_id and s.class_id <> new.class_id and s.on_day <@ new.during and s.state not in ('cancelled', 'notTaught')
      order by s.on_day limit 1;
  elsif tg_argv[0] = 'lecturer' then
    perform from lecturer where id = new.lecturer_id for no key update;
    select l.name as what, k.code, k.name, s.on_day, s.part into other
      from class_session s join training_class k on k.id = s.class_id join lecturer l on l.id = s.lecturer_id
      where s.lecturer_id = new.lecturer_id and s.class_id <> new.class_id and s.on_day <@ new.during and s.state not in ('cancelled', 'notTaught')
      order by s.on_day limit 1;
  else
    perform from lecturer where id = new.lecturer_id for no key update;
    select l.name as what, k.code, k.name, s.on_day, s.part into other
      from class_session s join training_class k on k.id = s.class_id join lecturer l on l.id = s.lecturer_id
      where s.lecturer_id = new.lecturer_id and s.on_day <@ new.during and s.state not in ('cancelled', 'notTaught')
      order by s.on_day limit 1;
  end if;
  if found then
    raise exception 'a session lies there' using errcode = 'exclusion_violation', constraint = 'class_session_in_the_way', detail =
      jsonb_build_object('what', other.what, 'code', other.code, 'name', other.name, 'on', other.on_day, 'part', other.part)::text;
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.class_visits(p_class_id bigint)
 RETURNS TABLE(id bigint, title text, host text, kind text, from_on date, last_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select s.id, s.title, h.name, s.kind, lower(s.during), upper(s.during) - 1
  from field_study s join study_host h on h.id = s.host_id
  where s.class_id = p_class_id and s.state in ('agreed', 'held') and app_account() is not null
  order by lower(s.during), s.id
$function$

CREATE OR REPLACE FUNCTION public.commitment_answered_on(p_unit_id bigint, p_from_unit_id bigint, p_fulfilled_by text, p_period text)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select min((a.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date) from need_answer a
  where p_fulfilled_by = 'needAnswer' and p_period = 'round:' || a.round_id and a.unit_id in (p_unit_id, p_from_unit_id)
    and a.state in ('submitted', 'confirmed')
$function$

CREATE OR REPLACE FUNCTION public.commitment_standing(state text, due_on date, done_on date, on_day date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when state = 'kept' then case when done_on <= due_on then 'kept' else 'late' end
    when state <> 'open' then state
    when due_on + 60 < on_day then 'broken'
    when due_on < on_day then 'overdue'
    else 'open'
  end
$function$

CREATE OR REPLACE FUNCTION public.curriculum_appraisal_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare s text;
begin
  select c.state into s from curriculum c where c.id = coalesce(
    (to_jsonb(case when tg_op = 'DELETE' then old else new end) ->> 'curriculum_id')::bigint,
    (select a.curriculum_id from curriculum_appraisal a
      where a.id = (to_jsonb(case when tg_op = 'DELETE' then old else new end) ->> 'appraisal_id')::bigint)) for share;
  if s in ('approved', 'retired') then
    raise exception 'the appraisal of an approved version is closed' using errcode = 'restrict_violation', constraint = 'curriculum_frozen';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.curriculum_authors(p_id bigint)
 RETURNS TABLE(account_id bigint, name text, unit_id bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a.id, a.name, (select g.unit_id from role_grant g where g.account_id = a.id and g.unit_id is not null order by g.id desc limit 1)
  from account a
  where (app_sees_all() or exists (select from curriculum_collaborator k where k.curriculum_id = p_id and k.unit_id = any (app_units())))
    and a.id in (
      select c.made_by from curriculum_change c where c.curriculum_id = p_id
      union select m.made_by from curriculum_comment m where m.curriculum_id = p_id
      union select m.resolved_by from curriculum_comment m where m.curriculum_id = p_id
      union select p.made_by from curriculum_proposal p where p.curriculum_id = p_id
      union select p.decided_by from curriculum_proposal p where p.curriculum_id = p_id)
$function$

CREATE OR REPLACE FUNCTION public.curriculum_concluded()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.kind = 'school' and new.state = 'approved' and old.state = 'submitted' and not exists (
    select from curriculum_appraisal a where a.curriculum_id = new.id and a.result is not null
      and a.round = (select max(b.round) from curriculum_appraisal b where b.curriculum_id = new.id)) then
    raise exception 'the council has not concluded' using errcode = 'restrict_violation', constraint = 'curriculum_concluded';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.curriculum_council_own()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare theirs bigint;
begin
  if tg_op = 'INSERT' then
    theirs := new.account_id;
    if theirs is null or (new.verdict is null and new.opinion = '') then return new; end if;
  else
    -- What was said with one's own hand stays that person's: the link falls away only before it was said.
    theirs := coalesce(old.account_id, new.account_id);
    if theirs is null or (new.verdict is not distinct from old.verdict and new.opinion = old.opinion
      and (new.account_id is not distinct from old.account_id or old.verdict is null)) then return new; end if;
  end if;
  if app_account() is distinct from theirs then
    raise exception 'the opinion is that member''s own' using errcode = 'restrict_violation', constraint = 'curriculum_council_own_opinion';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.curriculum_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a version begins as a draft' using errcode = 'restrict_violation', constraint = 'curriculum_step';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'a version is kept' using errcode = 'restrict_violation', constraint = 'curriculum_frozen';
  end if;
  if old.state in ('approved', 'retired') then
    if old.state = 'approved' and new.state = 'retired'
      and to_jsonb(new) - '{state,until_on,version}'::text[] = to_jsonb(old) - '{state,until_on,version}'::text[] then
      return new;
    end if;
    raise exception 'an approved version is frozen' using errcode = 'restrict_violation', constraint = 'curriculum_frozen';
  end if;
  if new.programme_id <> old.programme_id or new.kind <> old.kind or new.number <> old.number then
    raise exception 'a version stays the one it is' using errcode = 'restrict_violation', constraint = 'curriculum_step';
  end if;
  if new.state <> old.state and not (
    (old.state in ('draft', 'returned') and new.state = 'submitted' and old.kind = 'school')
    or (old.state = 'submitted' and new.state in ('returned', 'approved'))
    or (old.state = 'draft' and new.state = 'approved' and old.kind = 'frame')
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'curriculum_step';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.curriculum_history(p_id bigint)
 RETURNS TABLE(change_id bigint, action text, row_id text, before jsonb, after jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, l.action, l.row_id, l.before, l.after from curriculum_change c
    join audit_line l on l.transaction_id = c.transaction_id and l.table_name in ('curriculum_item', 'curriculum')
  where c.curriculum_id = p_id and (app_sees_all() or exists (select from curriculum_collaborator k
    where k.curriculum_id = p_id and k.unit_id = any (app_units())))
  order by l.id
$function$

CREATE OR REPLACE FUNCTION public.curriculum_is_invited(p_id bigint, p_edits boolean)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from curriculum_collaborator k where k.curriculum_id = p_id and (k.may_edit or not p_edits)
    and k.unit_id = any ((select app_units())::bigint[]))
$function$

CREATE OR REPLACE FUNCTION public.curriculum_item_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare above text;
begin
  if tg_op <> 'INSERT' then perform curriculum_open(old.curriculum_id); end if;
  if tg_op = 'DELETE' then return old; end if;
  perform curriculum_open(new.curriculum_id);
  if tg_op = 'INSERT' then
    new.lineage_id := coalesce(new.lineage_id, new.id);
  elsif new.curriculum_id <> old.curriculum_id or new.lineage_id <> old.lineage_id or new.kind <> old.kind then
    raise exception 'an item stays the one it is' using errcode = 'restrict_violation', constraint = 'curriculum_item_kept';
  end if;
  if new.parent_id is not null then
    select i.kind into above from curriculum_item i where i.id = new.parent_id;
    if new.kind = 'part' or above = 'topic' or (new.kind = 'module' and above = 'module') then
      raise exception 'a % does not stand in a %', new.kind, above using errcode = 'restrict_violation', constraint = 'curriculum_item_level';
    end if;
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.curriculum_limit_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform curriculum_open(case when tg_op = 'DELETE' then old.curriculum_id else new.curriculum_id end);
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.curriculum_open(p_id bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare s text;
begin
  select c.state into s from curriculum c where c.id = p_id for share;
  if s in ('approved', 'retired') then
    raise exception 'an approved version is frozen' using errcode = 'restrict_violation', constraint = 'curriculum_frozen';
  elsif s = 'submitted' then
    raise exception 'a submitted version does not change' using errcode = 'restrict_violation', constraint = 'curriculum_submitted_closed';
  end if;
end $function$

CREATE OR REPLACE FUNCTION public.curriculum_refuse_truncate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from curriculum where state in ('approved', 'retired')) then
    raise exception 'an approved version is frozen' using errcode = 'restrict_violation', constraint = 'curriculum_frozen';
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.document_template_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a template that was once used stays as it was' using errcode = 'restrict_violation', constraint = 'document_template_kept';
end $function$

CREATE OR REPLACE FUNCTION public.enrolment_born(p person)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case p.birth_precision when 'day' then to_char(p.born_on, 'DD/MM/YYYY')
    when 'month' then lpad(p.born_month::text, 2, '0') || '/' || p.born_year
    when 'year' then p.born_year::text else coalesce(p.born_text, '') end
$function$

CREATE OR REPLACE FUNCTION public.enrolment_follows_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update enrolment set full_name = new.full_name, sort_key = new.sort_key, search_key = new.search_key, born = enrolment_born(new)
    where person_id = new.id;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.enrolment_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.class_id, new.person_id, new.number, new.rule_set) is distinct from (old.class_id, old.person_id, old.number, old.rule_set) then
    raise exception 'class, person, number and regulation of an enrolment stay' using errcode = 'restrict_violation', constraint = 'enrolment_frozen';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.enrolment_named()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare p person;
begin
  select * into p from person where id = new.person_id;
  if found then
    new.full_name := p.full_name;
    new.sort_key := p.sort_key;
    new.search_key := p.search_key;
    new.born := enrolment_born(p);
    if new.post_title = '' then new.post_title := coalesce((select title from person_post where id = p.post_id), ''); end if;
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.field_study_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if old.state = 'cancelled' then
    raise exception 'a cancelled visit stays' using errcode = 'restrict_violation', constraint = 'field_study_closed';
  end if;
  if not app_sees_all() and
    to_jsonb(new) - '{state,answered_at,answered_by,answer_note,other_days,received_by,host_remark,version}'::text[]
      <> to_jsonb(old) - '{state,answered_at,answered_by,answer_note,other_days,received_by,host_remark,version}'::text[] then
    raise exception 'only the school changes a visit' using errcode = 'restrict_violation', constraint = 'field_study_of_school';
  end if;
  if not app_sees_all() and new.state <> old.state and (old.state not in ('asked', 'agreed', 'declined') or new.state not in ('agreed', 'declined')) then
    raise exception 'a host answers, nothing else' using errcode = 'restrict_violation', constraint = 'field_study_of_school';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.headed_classes()
 RETURNS bigint[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(h.class_id), '{}') from class_head h
  where h.account_id = app_account() and (h.until_on is null or h.until_on > current_date)
$function$

CREATE OR REPLACE FUNCTION public.kept_file_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.removed_at is not null or to_jsonb(new) - '{removed_by,removed_at}'::text[] <> to_jsonb(old) - '{removed_by,removed_at}'::text[] then
    raise exception 'a file stays as it was sent' using errcode = 'restrict_violation', constraint = 'kept_file_frozen';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.learner_case_accounts(p_case_id bigint, on_day date)
 RETURNS TABLE(account_id bigint, name text, role text, unit_id bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select distinct on (a.sort_key, a.id) a.id, a.name, g.role, g.unit_id
  from learner_case c join role_grant g on daterange(g.from_on, g.until_on) @> on_day join account a on a.id = g.account_id
  where c.id = p_case_id and not a.is_disabled
    and (g.role in ('rectorate', 'trainingOffice', 'headTeacher', 'organisationCommittee')
      or (g.role in ('unitHead', 'unitCoordinator') and c.unit_id in (select units_in_scope(g.unit_id, on_day))))
    and case when c.is_sensitive then learner_case_names_me(c.id)
      else app_sees_all() or c.unit_id = any (app_units()) or (c.learner_sees and c.person_id = app_person()) end
  order by a.sort_key, a.id, g.role
$function$

CREATE OR REPLACE FUNCTION public.learner_case_entry_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what happened in a case stays' using errcode = 'restrict_violation', constraint = 'learner_case_entry_stays';
end $function$

CREATE OR REPLACE FUNCTION public.learner_case_names_me(p_case_id bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from learner_case_member m where m.case_id = p_case_id and m.account_id = app_account()) $function$

CREATE OR REPLACE FUNCTION public.lecturer_approval_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare s text;
begin
  if tg_op <> 'INSERT' and old.decision is not null then
    raise exception 'what was decided stays' using errcode = 'restrict_violation', constraint = 'lecturer_approval_frozen';
  end if;
  for s in
    select d.state from lecturer_dossier d
    where d.id in (case when tg_op <> 'INSERT' then old.dossier_id end, case when tg_op <> 'DELETE' then new.dossier_id end)
    for share
  loop
    if s = 'decided' or (s = 'submitted' and (tg_op <> 'UPDATE' or new.decision is null)) or (s <> 'submitted' and tg_op <> 'DELETE' and new.decision is not null) then
      raise exception 'a dossier that lies with the committee does not change' using errcode = 'restrict_violation', constraint = 'lecturer_dossier_closed';
    end if;
  end loop;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.lecturer_approved()
 RETURNS TABLE(lecturer_id bigint, approval_id bigint, during daterange)
 LANGUAGE sql
 STABLE
AS $function$
  select a.lecturer_id, a.id, daterange(a.from_on, least(a.until_on, w.ends_on))
  from lecturer_approval a
  left join lateral (select min(e.ends_on) as ends_on from lecturer_approval_answer e where e.approval_id = a.id) w on true
  where a.decision = 'approved' and least(a.until_on, w.ends_on) > a.from_on
$function$

CREATE OR REPLACE FUNCTION public.lecturer_contact_audit()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform audit_write('lecturer_contact', coalesce(new.lecturer_id, old.lecturer_id)::text, lower(tg_op), null,
    case when tg_op = 'DELETE' then null else jsonb_build_object('phone', new.phone_mask, 'email', new.email_mask,
      'digest', encode(sha256(convert_to(new.salt::text || coalesce(new.phone, '') || '|' || coalesce(new.email, ''), 'UTF8')), 'hex')) end);
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.lecturer_contact_own()
 RETURNS TABLE(phone text, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.phone, c.email from lecturer_contact c join lecturer l on l.id = c.lecturer_id where l.account_id = app_account()
$function$

CREATE OR REPLACE FUNCTION public.lecturer_contact_put(p_lecturer_id bigint, p_phone text, p_email text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not app_sees_all() then raise exception 'not yours' using errcode = 'insufficient_privilege'; end if;
  insert into lecturer_contact as c (lecturer_id, phone, email) values (p_lecturer_id, nullif(p_phone, ''), nullif(p_email, ''))
  on conflict (lecturer_id) do update set
    phone = case when p_phone is null then c.phone else nullif(p_phone, '') end,
    email = case when p_email is null then c.email else nullif(p_email, '') end;
end $function$

CREATE OR REPLACE FUNCTION public.lecturer_contact_read(p_lecturer_id bigint)
 RETURNS TABLE(phone text, email text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not app_sees_all() or not exists (select from lecturer_contact c where c.lecturer_id = p_lecturer_id) then return; end if;
  perform audit_write('lecturer', p_lecturer_id::text, 'read', null, '{"fields": ["phone", "email"]}');
  return query select c.phone, c.email from lecturer_contact c where c.lecturer_id = p_lecturer_id;
end $function$

CREATE OR REPLACE FUNCTION public.lecturer_dossier_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a dossier begins as a draft' using errcode = 'restrict_violation', constraint = 'lecturer_dossier_step';
    end if;
    return new;
  end if;
  if old.state = 'decided' then
    raise exception 'what was decided stays' using errcode = 'restrict_violation', constraint = 'lecturer_approval_frozen';
  end if;
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'only a draft goes away' using errcode = 'restrict_violation', constraint = 'lecturer_dossier_step';
    end if;
    return old;
  end if;
  if new.state <> old.state and not (
    (old.state in ('draft', 'returned') and new.state = 'submitted') or (old.state = 'submitted' and new.state in ('returned', 'decided'))
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'lecturer_dossier_step';
  end if;
  if new.state = 'decided' and exists (select from lecturer_approval a where a.dossier_id = new.id and a.decision is null) then
    raise exception 'somebody on the list is not decided' using errcode = 'restrict_violation', constraint = 'lecturer_dossier_step';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.lecturer_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was decided stays' using errcode = 'restrict_violation', constraint = 'lecturer_approval_frozen';
end $function$

CREATE OR REPLACE FUNCTION public.lecturer_post_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if to_jsonb(new) - '{until_on,withdrawn_at,withdrawn_reason}'::text[] <> to_jsonb(old) - '{until_on,withdrawn_at,withdrawn_reason}'::text[]
    or old.withdrawn_at is not null or (old.until_on is not null and new.until_on is distinct from old.until_on) then
    raise exception 'a post is ended, never overwritten' using errcode = 'restrict_violation', constraint = 'lecturer_post_kept';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.lecturer_proposal_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state in ('taken', 'withdrawn') or (tg_op = 'UPDATE' and new.unit_id <> old.unit_id) then
    raise exception 'a proposal that is closed stays as it is' using errcode = 'restrict_violation', constraint = 'lecturer_proposal_closed';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.lecturer_questions(on_day date)
 RETURNS TABLE(approval_id bigint, lecturer_id bigint, cause text, cause_id bigint, since date, before_text text, after_text text)
 LANGUAGE sql
 STABLE
AS $function$
  with asked as (
    select a.id, a.lecturer_id, a.post_id, a.person_post_id, a.document_on, a.post_title
    from lecturer_approval a where a.decision = 'approved' and a.until_on > on_day
      and not exists (select from lecturer_approval_answer w where w.approval_id = a.id and w.ends_on is not null)
  ), found as (
    select a.id, a.lecturer_id, 'post' as cause, coalesce(now_in.id, was.id) as cause_id, coalesce(now_in.from_on, was.until_on) as since,
      was.title as before_text, now_in.title as after_text
    from asked a join lecturer_post was on was.id = a.post_id
    left join lecturer_post now_in on now_in.lecturer_id = a.lecturer_id and now_in.is_main and now_in.withdrawn_at is null
      and daterange(now_in.from_on, now_in.until_on) @> on_day
    where now_in.id is distinct from was.id and (now_in.id is not null or was.until_on <= on_day)
      and (now_in.title, now_in.unit_id, now_in.workplace) is distinct from (was.title, was.unit_id, was.workplace)
    union all
    select a.id, a.lecturer_id, 'post', p.id, p.from_on, a.post_title, p.title
    from asked a join lecturer_post p on p.lecturer_id = a.lecturer_id and p.is_main and p.withdrawn_at is null
      and daterange(p.from_on, p.until_on) @> on_day
    where a.post_id is null and p.from_on > a.document_on
    union all
    select a.id, a.lecturer_id, 'personPost', coalesce(now_in.id, was.id), coalesce(now_in.from_on, was.until_on), was.title,
      case when now_in.id is distinct from was.id then now_in.title end
    from asked a join person_post was on was.id = a.person_post_id
    join lecturer l on l.id = a.lecturer_id join person f on f.id = l.person_id
    left join person_post now_in on now_in.id = f.post_id
    where (now_in.id is distinct from was.id and (now_in.title, now_in.unit_id) is distinct from (was.title, was.unit_id))
      or (now_in.id = was.id and was.until_on <= on_day)
    union all
    select a.id, a.lecturer_id, 'unit', p.unit_id, (select max(v.until_on) from unit_version v where v.unit_id = p.unit_id),
      unit_name_on(p.unit_id, p.from_on), null
    from asked a join lecturer_post p on p.lecturer_id = a.lecturer_id and p.is_main and p.withdrawn_at is null
      and daterange(p.from_on, p.until_on) @> on_day
    where p.unit_id is not null
      and not exists (select from unit_version v where v.unit_id = p.unit_id and daterange(v.from_on, v.until_on) @> on_day)
  )
  select f.* from found f where not exists (
    select from lecturer_approval_answer w where w.approval_id = f.id and w.cause = f.cause and w.cause_id = f.cause_id)
$function$

CREATE OR REPLACE FUNCTION public.lecturer_standing(on_day date)
 RETURNS TABLE(lecturer_id bigint, needs_approval boolean, approval text, approved_until date, is_proposed boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select l.id, n.needed,
    case when not n.needed then 'notNeeded'
      when v.until_on <= on_day + (select s.warn_days from corps_setting s) then 'expiring'
      when v.until_on is not null then 'valid'
      when e.until_on is not null then 'expired'
      when o.is_open then 'proposed' else 'none' end,
    coalesce(v.until_on, e.until_on), o.is_open
  from lecturer l left join lecturer_category c on c.code = l.category_code
  left join lateral (select range_agg(p.during) as days from lecturer_approved() p where p.lecturer_id = l.id) ap on true
  cross join lateral (select l.is_guest and coalesce(c.needs_approval, true) as needed) n
  left join lateral (select upper(r) as until_on from unnest(ap.days) r where r @> on_day) v on true
  left join lateral (select max(upper(r)) as until_on from unnest(ap.days) r where upper(r) <= on_day) e on true
  cross join lateral (select exists (select from lecturer_approval a where a.lecturer_id = l.id and a.decision is null) as is_open offset 0) o
$function$

CREATE OR REPLACE FUNCTION public.lecturer_unit_guests(on_day date)
 RETURNS TABLE(lecturer_id bigint, name text, search_key text, sort_key text, title text, unit_id bigint, category_code text, approval text, approved_until date, document_number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select l.id, l.name, l.search_key, l.sort_key, coalesce(p.title, r.title), coalesce(p.unit_id, r.unit_id), l.category_code, s.approval,
    s.approved_until, (select a.document_number from lecturer_approval a where a.lecturer_id = l.id and a.decision = 'approved'
      order by a.until_on desc, a.id desc limit 1)
  from lecturer l join lecturer_standing(on_day) s on s.lecturer_id = l.id
  left join lecturer_post p on p.lecturer_id = l.id and p.is_main and p.withdrawn_at is null and p.unit_id is not null
    and daterange(p.from_on, p.until_on) @> on_day and (app_sees_all() or p.unit_id = any (app_units()))
  left join lateral (select x.title, x.unit_id from lecturer_proposal x where x.lecturer_id = l.id
    and (app_sees_all() or x.unit_id = any (app_units())) order by x.id desc limit 1) r on true
  where l.is_guest and daterange(l.from_on, l.until_on) @> on_day and (p.id is not null or r.unit_id is not null)
$function$

CREATE OR REPLACE FUNCTION public.monitored_classes()
 RETURNS bigint[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(distinct m.class_id), '{}') from class_monitor m join enrolment e on e.id = m.enrolment_id
  where e.person_id = app_person() and e.left_on is null and (m.until_on is null or m.until_on > current_date)
$function$

CREATE OR REPLACE FUNCTION public.need_answer_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare s text;
begin
  select r.state into s from need_round r where r.id = new.round_id for share;
  if tg_op = 'INSERT' then
    if new.state <> 'asked' or s = 'closed' then
      raise exception 'an answer begins by being asked' using errcode = 'restrict_violation', constraint = 'need_answer_step';
    end if;
    return new;
  end if;
  if new.round_id <> old.round_id or new.unit_id <> old.unit_id then
    raise exception 'an answer stays the one it is' using errcode = 'restrict_violation', constraint = 'need_answer_step';
  end if;
  if s <> 'open' then
    raise exception 'the round is not open' using errcode = 'restrict_violation', constraint = 'need_round_not_open';
  end if;
  if new.state <> old.state and not (
    (old.state = 'asked' and new.state in ('draft', 'submitted')) or (old.state = 'draft' and new.state = 'submitted')
    or (old.state = 'submitted' and new.state in ('confirmed', 'returned')) or (old.state = 'confirmed' and new.state = 'returned')
    or (old.state = 'returned' and new.state = 'submitted')
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'need_answer_step';
  end if;
  if new.state = 'submitted' and old.state <> 'submitted'
    and new.no_need = exists (select from need n where n.answer_id = new.id) then
    raise exception 'an answer has lines, or says that there is no need' using errcode = 'restrict_violation', constraint = 'need_answer_empty';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.need_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare a record;
begin
  select n.state, n.no_need, r.state as round_state into a from need_answer n join need_round r on r.id = n.round_id
    where n.id = case when tg_op = 'DELETE' then old.answer_id else new.answer_id end for share;
  if a.round_state <> 'open' then
    raise exception 'the round is not open' using errcode = 'restrict_violation', constraint = 'need_round_not_open';
  end if;
  if a.state in ('submitted', 'confirmed') then
    raise exception 'a submitted answer does not change' using errcode = 'restrict_violation', constraint = 'need_answer_closed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.need_person_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from need n join need_answer a on a.id = n.answer_id
      where n.id = case when tg_op = 'DELETE' then old.need_id else new.need_id end and a.state in ('submitted', 'confirmed')) then
    raise exception 'a submitted answer does not change' using errcode = 'restrict_violation', constraint = 'need_answer_closed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.need_round_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a round begins as a draft' using errcode = 'restrict_violation', constraint = 'need_round_step';
    end if;
    return new;
  end if;
  if new.state <> old.state and not (
    (old.state = 'draft' and new.state = 'open') or (old.state = 'open' and new.state = 'closed')
    or (old.state = 'closed' and new.state = 'open' and new.closes_on > old.closes_on)
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'need_round_step';
  end if;
  if old.state <> 'draft' and (new.year <> old.year or new.opens_on <> old.opens_on or new.asks <> old.asks or new.closes_on < old.closes_on) then
    raise exception 'an open round keeps what was announced' using errcode = 'restrict_violation', constraint = 'need_round_announced';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.nomination_clashes(p_people bigint[], p_classes bigint[], p_on date)
 RETURNS TABLE(person_id bigint, class_id bigint, kind text, about text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with asked as (
    select p.id, p.search_key, p.born_on, p.born_year, c.id as class_id, daterange(c.opens_on, coalesce(c.closes_on, c.opens_on), '[]') as days
    from (select distinct * from unnest(p_people, p_classes) as u (person_id, class_id)) u
    join person p on p.id = u.person_id join training_class c on c.id = u.class_id
    where app_sees_all() or p.unit_id = any (app_units())
  )
  select a.id, a.class_id, case when m.state = 'admitted' then 'learning' else 'otherClass' end,
      c.code || ' (' || coalesce(unit_name_on(m.unit_id, p_on), '') || ')'
    from asked a join nomination m on m.person_id = a.id and m.class_id <> a.class_id and m.state not in ('refused', 'withdrawn')
    join training_class c on c.id = m.class_id and c.cancelled_on is null
      and a.days && daterange(c.opens_on, coalesce(c.closes_on, c.opens_on), '[]')
  union all
  select a.id, a.class_id, 'otherUnit', coalesce(unit_name_on(m.unit_id, p_on), '')
    from asked a join nomination m on m.person_id = a.id and m.class_id = a.class_id and m.state not in ('refused', 'withdrawn')
    where not app_sees_all() and not m.unit_id = any (app_units())
  union all
  select a.id, a.class_id, 'otherFile', m.full_name || ' (' || coalesce(unit_name_on(m.unit_id, p_on), '') || ')'
    from asked a join nomination m on m.class_id = a.class_id and m.person_id <> a.id and m.search_key = a.search_key
      and m.state not in ('refused', 'withdrawn')
    join person o on o.id = m.person_id
    where (a.born_year is null or o.born_year is null or a.born_year = o.born_year)
      and (a.born_on is null or o.born_on is null or a.born_on = o.born_on)
      and not exists (select from person_distinct d where (d.person_id, d.other_id) = (least(a.id, o.id), greatest(a.id, o.id)))
$function$

CREATE OR REPLACE FUNCTION public.nomination_facts_of(p_people bigint[])
 RETURNS TABLE(person_id bigint, facts jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select p.id, people_sensitive(p.id) from person p
  where p.id = any (p_people) and (app_sees_all() or p.unit_id = any (app_units()))
$function$

CREATE OR REPLACE FUNCTION public.nomination_freeze(p_rows jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into nomination_fact (check_id, person_id, facts, verdicts)
  select c.id, m.person_id, r -> 'facts', r -> 'verdicts'
  from jsonb_array_elements(p_rows) r join nomination_check c on c.id = (r ->> 'checkId')::bigint join nomination m on m.id = c.nomination_id
  where app_sees_all() or m.unit_id = any (app_units());
end $function$

CREATE OR REPLACE FUNCTION public.nomination_frozen(p_checks bigint[])
 RETURNS TABLE(check_id bigint, facts jsonb, verdicts jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select f.check_id, f.facts, f.verdicts from nomination_fact f join nomination_check c on c.id = f.check_id
  join nomination m on m.id = c.nomination_id
  where f.check_id = any (p_checks) and (app_sees_all() or m.unit_id = any (app_units()))
$function$

CREATE OR REPLACE FUNCTION public.nomination_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare n record;
begin
  select a.state, a.class_id into n from admission_notice a where a.id = new.notice_id for share;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or n.state <> 'issued' or n.class_id <> new.class_id then
      raise exception 'a nomination begins as a draft for an open notice' using errcode = 'restrict_violation', constraint = 'nomination_step_guard';
    end if;
    return new;
  end if;
  if new.notice_id <> old.notice_id or new.class_id <> old.class_id or new.unit_id <> old.unit_id or new.person_id <> old.person_id then
    raise exception 'a nomination stays whose it is' using errcode = 'restrict_violation', constraint = 'nomination_step_guard';
  end if;
  if new.state <> old.state and not (
    (old.state in ('draft', 'returned') and new.state in ('submitted', 'withdrawn'))
    or (old.state = 'submitted' and new.state in ('checked', 'returned', 'refused', 'withdrawn'))
    or (old.state = 'checked' and new.state in ('admitted', 'waiting', 'returned', 'refused', 'withdrawn'))
    or (old.state = 'waiting' and new.state in ('admitted', 'returned', 'refused', 'withdrawn'))
    or (old.state = 'admitted' and new.state = 'withdrawn' and old.enrolled_at is null)
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'nomination_step_guard';
  end if;
  if not app_sees_all() and (
    new.state not in (old.state, 'submitted', 'withdrawn') or (old.state = 'admitted' and new.state <> old.state)
    or (new.opinion, new.opinion_reason, new.wait_order, new.enrolled_at)
      is distinct from (old.opinion, old.opinion_reason, old.wait_order, old.enrolled_at)) then
    raise exception 'only the school decides' using errcode = 'restrict_violation', constraint = 'nomination_of_school';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.nomination_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what was checked stays as it was' using errcode = 'restrict_violation', constraint = 'nomination_kept';
end $function$

CREATE OR REPLACE FUNCTION public.nomination_unmask(p_check_id bigint)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare f record;
begin
  select n.person_id, n.verdicts into f from nomination_fact n where n.check_id = p_check_id;
  if not found or not people_may_see(f.person_id) then return null; end if;
  if nullif(current_setting('app.reason', true), '') is null then
    raise exception 'sensitive data are shown for a reason only' using errcode = 'insufficient_privilege';
  end if;
  perform audit_write('person', f.person_id::text, 'read', null, jsonb_build_object('fields', '["party", "ethnicity", "plannings", "ratings"]'::jsonb));
  return f.verdicts;
end $function$

CREATE OR REPLACE FUNCTION public.own_enrolments()
 RETURNS bigint[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select coalesce(array_agg(e.id), '{}') from enrolment e where e.person_id = app_person()
$function$

CREATE OR REPLACE FUNCTION public.part_order(p text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case p when 'morning' then 1 when 'afternoon' then 2 else 3 end $function$

CREATE OR REPLACE FUNCTION public.people_audit()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.people_digest(b jsonb, a jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select jsonb_build_object('person_id', a -> 'person_id', 'digest', encode(sha256(convert_to(jsonb_strip_nulls(a)::text, 'UTF8')), 'hex'), 'masked',
    (select coalesce(jsonb_agg(k.key order by k.key), '[]') from jsonb_each(a) k
      where k.key not in ('id', 'person_id', 'salt', 'entered_at') and k.value <> 'null' and (b is null or b -> k.key is distinct from k.value)))
$function$

CREATE OR REPLACE FUNCTION public.people_end_planning(p_person_id bigint, p_planning_id bigint, p_removed_on date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from person p where p.id = p_person_id and (app_sees_all() or p.unit_id = any (app_units()))) then return false; end if;
  update person_planning set removed_on = p_removed_on where id = p_planning_id and person_id = p_person_id and removed_on is null;
  if not found then return false; end if;
  update person p set is_planned = exists (select from person_planning g where g.person_id = p.id and g.removed_on is null) where p.id = p_person_id;
  return true;
end $function$

CREATE OR REPLACE FUNCTION public.people_found(p_words text[], p_limit integer)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 500
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  return query execute 'select id from person where '
    || (select string_agg(format($f$(' ' || search_key) like %L$f$, '% ' || w || '%'), ' and ') from unnest(p_words) w)
    || case when app_sees_all() then '' else ' and (unit_id = any (app_units()) or id = app_person())' end
    || ' limit ' || p_limit;
end $function$

CREATE OR REPLACE FUNCTION public.people_history(p_person_id bigint)
 RETURNS TABLE(id bigint, made_at timestamp with time zone, account_name text, procedure text, reason text, table_name text, row_id text, action text, before jsonb, after jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select l.id, l.made_at, a.name, l.procedure, l.reason, l.table_name, l.row_id, l.action, l.before, l.after from (
    select 'person' as table_name, p_person_id::text as row_id
    union all select 'person_post', o.id::text from person_post o where o.person_id = p_person_id
    union all select 'person_education', e.id::text from person_education e where e.person_id = p_person_id
    union all select 'person_private', s.id::text from person_private s where s.person_id = p_person_id
    union all select 'person_planning', g.id::text from person_planning g where g.person_id = p_person_id
    union all select 'person_rating', r.id::text from person_rating r where r.person_id = p_person_id
  ) k join audit_line l on l.table_name = k.table_name and l.row_id = k.row_id left join account a on a.id = l.account_id
  where people_may_see(p_person_id)
$function$

CREATE OR REPLACE FUNCTION public.people_may_see(p_person_id bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select exists (select from person p where p.id = p_person_id
    and (app_sees_all() or p.unit_id = any (app_units()) or p.id = app_person()))
$function$

CREATE OR REPLACE FUNCTION public.people_own()
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select people_sensitive(app_person()) where app_person() is not null
$function$

CREATE OR REPLACE FUNCTION public.people_planned_posts(p_on date)
 RETURNS TABLE(person_id bigint, post text, term text, decided_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select g.person_id, g.post, g.term, g.decided_on from person_planning g join person p on p.id = g.person_id
  where g.decided_on <= p_on and (g.removed_on is null or g.removed_on > p_on)
    and (app_sees_all() or p.unit_id = any (app_units()))
$function$

CREATE OR REPLACE FUNCTION public.people_put_plannings(p_rows jsonb, p_dry boolean)
 RETURNS TABLE(place bigint, state text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.people_put_private(p_rows jsonb, p_dry boolean)
 RETURNS SETOF bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.people_put_ratings(p_rows jsonb, p_dry boolean)
 RETURNS TABLE(place bigint, state text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.people_sensitive(p_person_id bigint)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
$function$

CREATE OR REPLACE FUNCTION public.people_tally()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION public.people_unmask(p_person_id bigint, p_fields text[])
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not people_may_see(p_person_id) then return null; end if;
  if nullif(current_setting('app.reason', true), '') is null then
    raise exception 'sensitive data are shown for a reason only' using errcode = 'insufficient_privilege';
  end if;
  perform audit_write('person', p_person_id::text, 'read', null, jsonb_build_object('fields', to_jsonb(p_fields)));
  return (select jsonb_object_agg(e.key, e.value) from jsonb_each(people_sensitive(p_person_id)) e where e.key = any (p_fields));
end $function$

CREATE OR REPLACE FUNCTION public.plan_change_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'proposed' then
    raise exception 'a decided change is frozen' using errcode = 'restrict_violation', constraint = 'plan_change_frozen';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if (new.plan_id, new.kind, new.reason, new.proposed_by, new.proposed_at) is distinct from
     (old.plan_id, old.kind, old.reason, old.proposed_by, old.proposed_at) then
    raise exception 'a proposed change stays the one it is' using errcode = 'restrict_violation', constraint = 'plan_change_frozen';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.plan_change_line_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' and exists (select from plan_change c where c.id = new.change_id and c.state = 'proposed') then
    return new;
  end if;
  raise exception 'the content of a change stays as it was proposed' using errcode = 'restrict_violation', constraint = 'plan_change_frozen';
end $function$

CREATE OR REPLACE FUNCTION public.plan_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from plan_version v where v.plan_id = old.id and v.state = 'approved') then
    raise exception 'the plan of a year with an approved version keeps its name' using errcode = 'restrict_violation', constraint = 'plan_frozen';
  end if;
  if exists (select from plan_version v where v.plan_id = old.id and v.state = 'submitted') then
    raise exception 'a submitted plan keeps its name' using errcode = 'restrict_violation', constraint = 'plan_version_submitted_closed';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.plan_line_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare s text;
begin
  for s in
    select v.state from plan_version v
    where v.id in (case when tg_op <> 'INSERT' then old.version_id end, case when tg_op <> 'DELETE' then new.version_id end)
    for share
  loop
    if s = 'approved' then
      raise exception 'an approved version of a plan is frozen' using errcode = 'restrict_violation', constraint = 'plan_version_frozen';
    elsif s = 'submitted' then
      raise exception 'a submitted version of a plan does not change' using errcode = 'restrict_violation', constraint = 'plan_version_submitted_closed';
    end if;
  end loop;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.plan_refuse_truncate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from plan_version where state = 'approved') then
    raise exception 'an approved version of a plan is frozen' using errcode = 'restrict_violation', constraint = 'plan_version_frozen';
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.plan_version_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a version begins as a draft' using errcode = 'restrict_violation', constraint = 'plan_version_step';
    end if;
    return new;
  end if;
  if old.state = 'approved' then
    raise exception 'an approved version of a plan is frozen' using errcode = 'restrict_violation', constraint = 'plan_version_frozen';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  if new.plan_id <> old.plan_id or new.number <> old.number then
    raise exception 'a version stays the one it is' using errcode = 'restrict_violation', constraint = 'plan_version_step';
  end if;
  if new.state <> old.state and not (
    (old.state in ('draft', 'returned') and new.state = 'submitted') or (old.state = 'submitted' and new.state in ('returned', 'approved'))
  ) then
    raise exception 'no step from % to %', old.state, new.state using errcode = 'restrict_violation', constraint = 'plan_version_step';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.priority_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from priority_sheet s where s.state = 'agreed'
    and s.id = case when tg_table_name = 'priority_sheet' then (to_jsonb(old) ->> 'id')::bigint
      else (to_jsonb(coalesce(new, old)) ->> 'sheet_id')::bigint end) then
    raise exception 'an agreed sheet of priorities is frozen' using errcode = 'restrict_violation', constraint = 'priority_sheet_frozen';
  end if;
  return coalesce(new, old);
end $function$

CREATE OR REPLACE FUNCTION public.programme_keep_code()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the code of a programme does not change' using errcode = 'restrict_violation', constraint = 'programme_code_kept';
end $function$

CREATE OR REPLACE FUNCTION public.reminder_is_live(p_kind text, p_id bigint, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when p_kind in ('needAnswer', 'needConfirmation')
    then exists (select from need_answer a join need_round r on r.id = a.round_id
      where a.id = p_id and r.state = 'open' and a.state <> 'confirmed' and (a.state = 'submitted') = (p_kind = 'needConfirmation'))
    when p_kind = 'approvalEnding' then exists (select from lecturer_standing(on_day) s join lecturer l on l.id = s.lecturer_id
      where s.lecturer_id = p_id and s.needs_approval and not s.is_proposed and s.approval in ('expiring', 'expired')
        and daterange(l.from_on, l.until_on) @> on_day)
    else exists (select from commitment c where c.id = p_id and c.state = 'open') end
$function$

CREATE OR REPLACE FUNCTION public.reminder_subjects(on_day date)
 RETURNS TABLE(kind text, id bigint, unit_id bigint, due_on date, title text)
 LANGUAGE sql
 STABLE
AS $function$
  select case c.side when 'unit' then 'unitCommitment' else 'schoolCommitment' end, c.id, c.unit_id, c.due_on, c.title
  from commitment c where c.state = 'open' and c.fulfilled_by is null
  union all
  select case a.state when 'submitted' then 'needConfirmation' else 'needAnswer' end, a.id, coalesce(b.became_id, a.unit_id), r.closes_on, r.title
  from need_answer a join need_round r on r.id = a.round_id and r.state = 'open' left join units_become(on_day) b on b.unit_id = a.unit_id
  where a.state <> 'confirmed'
  union all
  select 'approvalEnding', l.id, coalesce(p.unit_id, (select min(v.unit_id) from unit_version v
      where v.parent_id is null and daterange(v.from_on, v.until_on) @> on_day)), s.approved_until - 1, l.name
  from lecturer_standing(on_day) s join lecturer l on l.id = s.lecturer_id and daterange(l.from_on, l.until_on) @> on_day
  left join lateral (select q.unit_id from lecturer_post q join unit_version v on v.unit_id = q.unit_id and daterange(v.from_on, v.until_on) @> on_day
    where q.lecturer_id = l.id and q.is_main and q.withdrawn_at is null and daterange(q.from_on, q.until_on) @> on_day limit 1) p on true
  where s.needs_approval and not s.is_proposed and s.approval in ('expiring', 'expired')
$function$

CREATE OR REPLACE FUNCTION public.study_host_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not app_sees_all() and new.unit_id is distinct from old.unit_id then
    raise exception 'a host stays its unit''s' using errcode = 'restrict_violation', constraint = 'field_study_of_school';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.study_overlay_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.rule_set, new.figure, new.value, new.from_on, new.source, new.made_by) is distinct from
    (old.rule_set, old.figure, old.value, old.from_on, old.source, old.made_by) then
    raise exception 'what is asked for is proposed anew' using errcode = 'restrict_violation', constraint = 'study_overlay_frozen';
  end if;
  if old.state = 'proposed' and new.state = 'inForce' and new.decided_by = old.made_by then
    raise exception 'a second person confirms' using errcode = 'restrict_violation', constraint = 'study_overlay_second_person';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.sum_of(integer[])
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select coalesce(sum(one), 0) from unnest($1) one $function$

CREATE OR REPLACE FUNCTION public.survey_campaign_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.class_id <> old.class_id or new.version_id <> old.version_id or new.is_anonymous <> old.is_anonymous or new.way <> old.way
    or new.respondents <> old.respondents or new.most_asked is distinct from old.most_asked or old.closed_on is not null then
    raise exception 'a campaign keeps its promise' using errcode = 'restrict_violation', constraint = 'survey_campaign_fixed';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.survey_counts(p_campaigns bigint[])
 RETURNS TABLE(campaign_id bigint, answers integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select b.campaign_id, sum(b.size)::integer from survey_batch b
  where b.campaign_id = any (p_campaigns) and app_sees_all() group by b.campaign_id
$function$

CREATE OR REPLACE FUNCTION public.survey_door(p_hash bytea, p_on date)
 RETURNS TABLE(campaign_id bigint, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select c.id, case when t.state <> 'unused' then t.state else survey_state(c.opens_on, c.closes_on, c.closed_on, p_on) end
  from survey_token t join survey_campaign c on c.id = t.campaign_id where t.hash = p_hash
  union all
  select c.id, survey_state(c.opens_on, c.closes_on, c.closed_on, p_on) from survey_campaign c where c.shared_hash = p_hash
$function$

CREATE OR REPLACE FUNCTION public.survey_opened(p_campaign_id bigint, p_on date)
 RETURNS SETOF jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select a from survey_campaign c join survey_batch b on b.campaign_id = c.id, jsonb_array_elements(b.answers) a
  where c.id = p_campaign_id and app_sees_all() and survey_state(c.opens_on, c.closes_on, c.closed_on, p_on) = 'over'
    and (select sum(s.size) from survey_batch s where s.campaign_id = c.id) >= 5
  order by a::text
$function$

CREATE OR REPLACE FUNCTION public.survey_own()
 RETURNS SETOF survey_shown
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select v.* from survey_shown v join lecturer l on l.id = v.lecturer_id where l.account_id = app_account()
$function$

CREATE OR REPLACE FUNCTION public.survey_published()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.version_id is not null and not exists (select from survey_version where id = new.version_id and published_at is not null) then
    raise exception 'a draft cannot be opened' using errcode = 'check_violation', constraint = 'survey_version_published';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.survey_put(p_hash bytea, p_press bytea, p_on date, p_answer jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  c survey_campaign; t survey_token; b survey_batch; stood text; kept jsonb; moved jsonb;
  full_at constant integer := 64;
begin
  if length(p_answer::text) > 60000 then
    raise exception 'too long' using errcode = 'check_violation', constraint = 'survey_answer_size';
  end if;
  select * into t from survey_token where hash = p_hash for update;
  if found then
    if t.state <> 'unused' then return t.state; end if;
    select * into c from survey_campaign where id = t.campaign_id and way = 'tokens' for update;
  else
    select * into c from survey_campaign where shared_hash = p_hash for update;
  end if;
  if c.id is null then return null; end if;
  if c.way = 'shared' and exists (select from survey_token where hash = p_press) then return 'spent'; end if;
  stood := survey_state(c.opens_on, c.closes_on, c.closed_on, p_on);
  if stood <> 'open' then return stood; end if;
  if c.way = 'tokens' then
    update survey_token set state = 'spent' where hash = p_hash;
  else
    if (select coalesce(sum(size), 0) from survey_batch where campaign_id = c.id) >= c.expected then return 'full'; end if;
    insert into survey_token (hash, campaign_id, state) values (p_press, c.id, 'spent');
  end if;
  select * into b from survey_batch where campaign_id = c.id order by size, id limit 1;
  if b.id is null then
    insert into survey_batch (campaign_id, answers, size) values (c.id, jsonb_build_array(p_answer), 1);
    return 'taken';
  end if;
  if b.size >= full_at then
    with mixed as (select a, row_number() over (order by random()) as place from jsonb_array_elements(b.answers) a)
    select jsonb_agg(a order by a::text) filter (where place > full_at / 2), jsonb_agg(a) filter (where place <= full_at / 2)
      into kept, moved from mixed;
    update survey_batch set answers = kept, size = jsonb_array_length(kept) where id = b.id;
    insert into survey_batch (campaign_id, answers, size)
      select c.id, jsonb_agg(a order by a::text), jsonb_array_length(moved) + 1
      from (select jsonb_array_elements(moved) as a union all select p_answer) x;
  else
    update survey_batch set size = size + 1,
      answers = (select jsonb_agg(a order by a::text) from (select jsonb_array_elements(b.answers) as a union all select p_answer) x)
    where id = b.id;
  end if;
  return 'taken';
end $function$

CREATE OR REPLACE FUNCTION public.survey_sheet(p_hash bytea, p_on date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object('campaignId', c.id, 'state', d.state, 'title', f.title, 'campaignTitle', c.title, 'className', k.name,
    'programme', p.name, 'isAnonymous', c.is_anonymous, 'opensOn', c.opens_on, 'closesOn', c.closes_on, 'mostAsked', c.most_asked,
    'school', (select school_name from installation), 'definition', v.definition,
    'subjects', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'label', s.label,
      'lecturerId', null) order by s.sort_order, s.id) from survey_subject s where s.campaign_id = c.id), '[]'))
  from survey_door(p_hash, p_on) d join survey_campaign c on c.id = d.campaign_id join survey_version v on v.id = c.version_id
    join survey_form f on f.id = v.form_id join training_class k on k.id = c.class_id join programme p on p.id = k.programme_id
$function$

CREATE OR REPLACE FUNCTION public.survey_state(p_opens_on date, p_closes_on date, p_closed_on date, p_on date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when p_closed_on is not null or p_closes_on < p_on then 'over' when p_opens_on > p_on then 'early' else 'open' end
$function$

CREATE OR REPLACE FUNCTION public.survey_version_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.published_at is not null then
    raise exception 'a published form does not change' using errcode = 'restrict_violation', constraint = 'survey_version_frozen';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.survey_version_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.published_at is not null then
    raise exception 'a version of a form is kept' using errcode = 'restrict_violation', constraint = 'survey_version_frozen';
  end if;
  return old;
end $function$

CREATE OR REPLACE FUNCTION public.teaching_answer(p_hash bytea, p_id bigint, p_by text, p_on date, p_answer jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  i teaching_invitation;
  stood text;
  said text := p_answer ->> 'answer';
  met jsonb;
  what text;
  about text;
begin
  select m.* into i from teaching_meant(p_hash, p_id) m;
  if i.id is null then return null; end if;
  select * into i from teaching_invitation where id = i.id for update;
  stood := teaching_standing(i, p_on);
  -- The office may note an answer that came late by telephone.
  if stood = 'late' and p_by = 'office' then stood := 'open'; end if;
  if stood <> 'open' then return case when i.state = said then i.state else stood end; end if;
  if i.state = said and i.reason = coalesce(p_answer ->> 'reason', '') and i.proposed_dates = coalesce(p_answer ->> 'proposedDates', '')
    and i.substitute_name = coalesce(p_answer ->> 'substituteName', '') and i.substitute_post = coalesce(p_answer ->> 'substitutePost', '')
    and i.substitute_phone = coalesce(p_answer ->> 'substitutePhone', '') then return i.state; end if;
  perform from class_session s join teaching_invitation_session x on x.session_id = s.id where x.invitation_id = i.id order by s.id for update of s;
  if said = 'accepted' then
    select jsonb_build_object('why', 'given', 'what', coalesce(l.name, ''), 'on', s.on_day, 'part', s.part) into met
      from teaching_invitation_session x join class_session s on s.id = x.session_id left join lecturer l on l.id = s.lecturer_id
      where x.invitation_id = i.id and (s.state <> 'planned' or s.lecturer_id <> i.lecturer_id) order by s.on_day limit 1;
    if met is null then
      begin
        update class_session s set lecturer_id = i.lecturer_id, version = s.version + 1 from teaching_invitation_session x
          where x.invitation_id = i.id and s.id = x.session_id and s.lecturer_id is distinct from i.lecturer_id;
      exception when exclusion_violation then
        get stacked diagnostics what = constraint_name, about = pg_exception_detail;
        met := jsonb_build_object('why', what) || case when about like '{%' then about::jsonb else '{}' end;
      end;
    end if;
    if met is not null then said := 'overtaken'; end if;
  elsif i.state = 'accepted' then
    update class_session s set lecturer_id = null, version = s.version + 1 from teaching_invitation_session x
      where x.invitation_id = i.id and s.id = x.session_id and s.lecturer_id = i.lecturer_id and s.state = 'planned';
  end if;
  update teaching_invitation set state = said, clash = met, answered_at = now(), answered_by = p_by, version = version + 1,
      reason = coalesce(p_answer ->> 'reason', ''), proposed_dates = coalesce(p_answer ->> 'proposedDates', ''),
      substitute_name = coalesce(p_answer ->> 'substituteName', ''), substitute_post = coalesce(p_answer ->> 'substitutePost', ''),
      substitute_phone = coalesce(p_answer ->> 'substitutePhone', '')
    where id = i.id;
  return said;
end $function$

CREATE OR REPLACE FUNCTION public.teaching_feed_of(p_hash bytea, p_on date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object('name', coalesce(l.name, k.code || ' · ' || k.name), 'isLecturer', f.lecturer_id is not null,
    'sessions', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'classId', s.class_id, 'onDay', s.on_day, 'part', s.part, 'hours', s.hours, 'kind', s.kind,
        'title', s.title, 'className', c.code || ' · ' || c.name, 'place', coalesce(nullif(concat_ws(', ', r.name, nullif(s.place, '')), ''), c.place), 'version', s.version,
        'startsAt', to_char(case s.part when 'morning' then t.morning_at when 'afternoon' then t.afternoon_at else t.evening_at end, 'HH24:MI'),
        'endsAt', to_char(case s.part when 'morning' then t.morning_until when 'afternoon' then t.afternoon_until else t.evening_until end, 'HH24:MI'))
        order by s.on_day, s.id)
      from class_session s join training_class c on c.id = s.class_id left join room r on r.id = s.room_id cross join teaching_setting t
      where (s.lecturer_id = f.lecturer_id or s.class_id = f.class_id) and s.state not in ('cancelled', 'notTaught')
        and s.on_day between p_on - 120 and p_on + 400), '[]'),
    'visits', coalesce((select jsonb_agg(jsonb_build_object('id', v.id, 'classId', v.class_id, 'title', v.title, 'className', c.code || ' · ' || c.name,
        'host', h.name, 'fromOn', lower(v.during), 'lastOn', upper(v.during) - 1, 'version', v.version) order by lower(v.during), v.id)
      from field_study v join study_host h on h.id = v.host_id join training_class c on c.id = v.class_id
      where (v.class_id = f.class_id or v.leader_id = f.lecturer_id) and v.state in ('agreed', 'held')
        and v.during && daterange(p_on - 120, p_on + 400)), '[]'))
  from teaching_feed f left join lecturer l on l.id = f.lecturer_id left join training_class k on k.id = f.class_id
  where f.hash = p_hash and f.revoked_at is null
$function$

CREATE OR REPLACE FUNCTION public.teaching_load_counted()
 RETURNS TABLE(lecturer_id bigint, month_on date, field_code text, hours integer)
 LANGUAGE sql
 STABLE
AS $function$
  select s.lecturer_id, date_trunc('month', s.on_day)::date, i.field_code, sum(s.hours)::integer
  from class_session s left join curriculum_item i on i.id = s.item_id
  where s.lecturer_id is not null and s.state not in ('cancelled', 'notTaught') group by 1, 2, 3
$function$

CREATE OR REPLACE FUNCTION public.teaching_load_keep()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' then
    insert into teaching_load (lecturer_id, month_on, field_code, hours)
      select c.lecturer_id, date_trunc('month', c.on_day)::date, i.field_code, sum(c.hours)
      from (
        select o.lecturer_id, o.on_day, o.item_id, -o.hours as hours from was o where o.state not in ('cancelled', 'notTaught')
        union all select n.lecturer_id, n.on_day, n.item_id, n.hours from becomes n where n.state not in ('cancelled', 'notTaught')
      ) c left join curriculum_item i on i.id = c.item_id
      where c.lecturer_id is not null group by 1, 2, 3 having sum(c.hours) <> 0 order by 1, 2, 3
      on conflict on constraint teaching_load_once do update set hours = teaching_load.hours + excluded.hours;
  elsif tg_op = 'INSERT' then
    insert into teaching_load (lecturer_id, month_on, field_code, hours)
      select n.lecturer_id, date_trunc('month', n.on_day)::date, i.field_code, sum(n.hours)
      from becomes n left join curriculum_item i on i.id = n.item_id
      where n.lecturer_id is not null and n.state not in ('cancelled', 'notTaught') group by 1, 2, 3 order by 1, 2, 3
      on conflict on constraint teaching_load_once do update set hours = teaching_load.hours + excluded.hours;
  else
    insert into teaching_load (lecturer_id, month_on, field_code, hours)
      select o.lecturer_id, date_trunc('month', o.on_day)::date, i.field_code, -sum(o.hours)
      from was o left join curriculum_item i on i.id = o.item_id
      where o.lecturer_id is not null and o.state not in ('cancelled', 'notTaught') group by 1, 2, 3 order by 1, 2, 3
      on conflict on constraint teaching_load_once do update set hours = teaching_load.hours + excluded.hours;
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.teaching_meant(p_hash bytea, p_id bigint)
 RETURNS teaching_invitation
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select i.* from teaching_invitation i
  where case when p_hash is not null then i.id = (select t.invitation_id from teaching_link t where t.hash = p_hash and not t.is_withdrawn)
    else i.id = p_id and (app_sees_all() or exists (select from lecturer l where l.id = i.lecturer_id and l.account_id = app_account())) end
$function$

CREATE OR REPLACE FUNCTION public.teaching_of_cancelled()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.cancelled_on is not null and old.cancelled_on is null then
    update class_session set state = 'cancelled', version = version + 1
      where class_id = new.id and on_day >= new.cancelled_on and state = 'planned';
    update teaching_invitation set state = 'withdrawn', version = version + 1 where class_id = new.id and state in ('waiting', 'otherDates', 'substitute');
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.teaching_sheet(p_hash bytea, p_on date)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select jsonb_build_object('state', i.state, 'standing', teaching_standing(i, p_on), 'lecturer', l.name, 'title', i.title,
    'className', k.name, 'programme', p.name, 'learners', k.learners, 'deadlineOn', i.deadline_on, 'message', i.message, 'reason', i.reason,
    'proposedDates', i.proposed_dates, 'substituteName', i.substitute_name, 'substitutePost', i.substitute_post, 'substitutePhone', i.substitute_phone,
    'school', (select school_name from installation), 'contact', (select contact from teaching_setting),
    'sessions', coalesce((select jsonb_agg(jsonb_build_object('onDay', s.on_day, 'part', s.part, 'hours', s.hours, 'kind', s.kind, 'title', s.title,
        'place', coalesce(nullif(concat_ws(', ', r.name, nullif(r.site, ''), nullif(s.place, '')), ''), k.place),
        'startsAt', to_char(case s.part when 'morning' then t.morning_at when 'afternoon' then t.afternoon_at else t.evening_at end, 'HH24:MI'))
        order by s.on_day, array_position(array['morning', 'afternoon', 'evening'], s.part))
      from teaching_invitation_session x join class_session s on s.id = x.session_id left join room r on r.id = s.room_id cross join teaching_setting t
      where x.invitation_id = i.id), '[]'))
  from teaching_meant(p_hash, null) i join lecturer l on l.id = i.lecturer_id join training_class k on k.id = i.class_id join programme p on p.id = k.programme_id
  where i.id is not null
$function$

CREATE OR REPLACE FUNCTION public.teaching_standing(i teaching_invitation, p_on date)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case when i.state = 'withdrawn' then 'withdrawn'
    when exists (select from teaching_invitation f where f.follows_id = i.id) then 'followed'
    when i.state = 'accepted' and exists (select from teaching_invitation_session x join class_session s on s.id = x.session_id
      where x.invitation_id = i.id and s.on_day < p_on) then 'held'
    when i.deadline_on < p_on then 'late'
    else 'open' end
$function$

CREATE OR REPLACE FUNCTION public.template_in_use(p_kind text, p_layout text)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select t.content from document_template t
  where t.kind = p_kind and t.layout = p_layout and app_account() is not null
  order by t.number desc limit 1
$function$

CREATE OR REPLACE FUNCTION public.training_class_curriculum_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'UPDATE' and old.curriculum_id is not null and new.curriculum_id is distinct from old.curriculum_id
    and old.opens_on <= current_date then
    raise exception 'an opened class keeps its version' using errcode = 'restrict_violation', constraint = 'class_curriculum_kept';
  end if;
  if new.curriculum_id is not null and not exists (select from curriculum c where c.id = new.curriculum_id
    and c.programme_id = new.programme_id and c.kind = 'school' and c.state in ('approved', 'retired')) then
    raise exception 'not an approved version of this programme' using errcode = 'restrict_violation', constraint = 'class_curriculum_fits';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION public.unit_name_on(unit bigint, on_day date)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select v.full_name from unit_version v where v.unit_id = unit and not isempty(daterange(v.from_on, v.until_on))
  order by (v.from_on is null or v.from_on <= on_day) desc,
    case when v.from_on is null or v.from_on <= on_day then v.from_on end desc nulls last, v.from_on
  limit 1
$function$

CREATE OR REPLACE FUNCTION public.units_become(on_day date)
 RETURNS TABLE(unit_id bigint, became_id bigint)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$

CREATE OR REPLACE FUNCTION public.units_in_scope(root bigint, on_day date)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE
AS $function$
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
$function$
