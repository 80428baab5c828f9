-- Programmes as data: what the school teaches, in which groups its plans and reports count it, and in which modes.
-- Names of files and of offices differ; the synonyms by which an import knows a programme stand beside its name.

create table programme_group (
  code text primary key constraint programme_group_code_form check (code ~ '^[a-z][A-Za-z0-9]{1,29}$'),
  name text not null constraint programme_group_name_length check (length(name) between 1 and 120),
  name_en text not null constraint programme_group_name_en_length check (length(name_en) between 1 and 120),
  -- Titles of section rows, folded or not: «Đào tạo trung cấp lý luận chính trị».
  synonyms text[] not null default '{}',
  sort_order integer not null,
  version integer not null default 1
);
comment on table programme_group is 'Nhóm chương trình: hàng của báo cáo kế hoạch và kết quả; trường thêm được';

create table study_mode (
  code text primary key,
  name text not null,
  name_en text not null,
  synonyms text[] not null default '{}',
  sort_order integer not null
);
comment on table study_mode is 'Hệ, hình thức học và các cách gọi; none: không chia hệ (trong bảng ghi «-»)';

create table programme (
  id bigint generated always as identity primary key,
  code text not null constraint programme_code_once unique constraint programme_code_form check (code ~ '^[A-ZĐ0-9][A-ZĐ0-9.-]{1,29}$'),
  name text not null constraint programme_name_length check (length(name) between 1 and 300),
  search_key text not null,
  sort_key text collate "C" not null,
  group_code text not null references programme_group,
  kind text not null check (kind in ('training', 'fostering', 'knowledgeUpdate', 'briefing')),
  level text check (level in ('elementary', 'intermediate', 'advanced')),
  bloc text check (bloc in ('party', 'state', 'front')),
  modes text[] not null constraint programme_modes_some check (cardinality(modes) > 0),
  lesson_hours integer constraint programme_hours_positive check (lesson_hours > 0),
  months integer constraint programme_months_positive check (months > 0),
  scheme text,
  from_on date,
  until_on date,
  source text not null default '',
  synonyms text[] not null default '{}',
  version integer not null default 1,
  constraint programme_period check (from_on is null or until_on is null or from_on < until_on)
);
comment on table programme is 'Chương trình đào tạo, bồi dưỡng; mã không đổi, hết dùng thì đặt ngày, không xóa';
comment on column programme.level is 'Trình độ lý luận chính trị mà chương trình đào tạo; trống: không phải chương trình lý luận chính trị ba cấp';
comment on column programme.lesson_hours is 'Số tiết';
comment on column programme.scheme is 'Mã bộ quy định xếp đối tượng (UPD-164, UPD-145)';
comment on column programme.until_on is 'Ngày hết dùng (không tính ngày này); trống: đang dùng';
create index programme_search on programme using gin (search_key gin_trgm_ops);
create index programme_group_of on programme (group_code);

-- A code stands in plans, class lists and certificates for decades: it is never given another meaning.
create function programme_keep_code() returns trigger language plpgsql as $$
begin
  raise exception 'the code of a programme does not change' using errcode = 'restrict_violation', constraint = 'programme_code_kept';
end $$;
create trigger programme_code_kept before update of code on programme for each row
  when (old.code is distinct from new.code) execute function programme_keep_code();
create trigger programme_not_deleted before delete on programme for each row execute function programme_keep_code();

call audit('programme_group', 'code');
call audit('study_mode', 'code');
call audit('programme');

-- The catalogue is known to everybody who is signed in and written for the whole school only.
alter table programme_group enable row level security;
alter table study_mode enable row level security;
alter table programme enable row level security;
create policy signed_in on programme_group for select using ((select app_account()) is not null);
create policy signed_in on study_mode for select using ((select app_account()) is not null);
create policy signed_in on programme for select using ((select app_account()) is not null);
create policy whole_school on programme_group using ((select app_sees_all()));
create policy whole_school on study_mode using ((select app_sees_all()));
create policy whole_school on programme using ((select app_sees_all()));

-- What every provincial school begins with. The order is the one in which schools report (trung cấp, bồi dưỡng, cao cấp).
insert into programme_group (code, name, name_en, synonyms, sort_order) values
  ('intermediate', 'Trung cấp lý luận chính trị', 'Intermediate political theory',
    array['Đào tạo trung cấp lý luận chính trị', 'Trung cấp LLCT', 'Đào tạo trung cấp LLCT', 'Trung cấp']::text[], 10),
  ('fostering', 'Bồi dưỡng', 'Fostering courses',
    array['Các lớp bồi dưỡng', 'Bồi dưỡng khối Đảng, khối Nhà nước, đoàn thể', 'Bồi dưỡng khối Đảng, Nhà nước, đoàn thể', 'Bồi dưỡng, cập nhật kiến thức']::text[], 20),
  ('advanced', 'Cao cấp lý luận chính trị', 'Advanced political theory',
    array['Đào tạo cao cấp lý luận chính trị', 'Cao cấp LLCT', 'Đào tạo cao cấp LLCT', 'Cao cấp']::text[], 30),
  ('elementary', 'Sơ cấp lý luận chính trị', 'Elementary political theory',
    array['Đào tạo sơ cấp lý luận chính trị', 'Sơ cấp LLCT', 'Sơ cấp']::text[], 40),
  ('other', 'Khác', 'Other', array['Các lớp khác', 'Lớp khác']::text[], 50);

insert into study_mode (code, name, name_en, synonyms, sort_order) values
  ('fullTime', 'Tập trung', 'Full-time', array['Chính quy tập trung', 'Hệ tập trung', 'Chính quy', 'TT']::text[], 10),
  ('partTime', 'Vừa làm vừa học', 'In-service',
    array['Vừa học vừa làm', 'Không tập trung', 'Tại chức', 'Hệ không tập trung', 'Hệ vừa làm vừa học', 'VLVH', 'VHVL', 'KTT']::text[], 20),
  ('none', 'Không chia hệ', 'No mode', array['-', '–', '—', 'Không']::text[], 30);

-- search_key (of code, name and synonyms) and sort_key are those of src/pure/vietnamese.ts; a test compares them.
insert into programme (code, name, search_key, sort_key, group_code, kind, level, bloc, modes, lesson_hours, scheme, from_on, until_on, source, synonyms) values
  ('TC-LLCT', 'Trung cấp lý luận chính trị',
    'tc llct trung cap li luan chinh tri trung cap llct tc llct tcllct dao tao trung cap li luan chinh tri trung cap chinh tri trung cap li luan chinh tri hanh chinh trung cap llct hc',
    E'ZX[RK\x02ECV\x02P`\x02P[CR\x02ELMRL\x02ZXM\x01111111151115111611115111116\x012',
    'intermediate', 'training', 'intermediate', null, array['fullTime', 'partTime']::text[], 1056, null, null, null, 'Chương trình trung cấp LLCT của Học viện: 1.056 tiết',
    array['Trung cấp LLCT', 'TC LLCT', 'TCLLCT', 'Đào tạo trung cấp lý luận chính trị', 'Trung cấp chính trị', 'Trung cấp lý luận chính trị - hành chính', 'Trung cấp LLCT-HC']::text[]),
  ('CC-LLCT', 'Cao cấp lý luận chính trị',
    'cc llct cao cap li luan chinh tri cao cap llct cc llct ccllct dao tao cao cap li luan chinh tri cao cap chinh tri cao cap li luan chinh tri hanh chinh cao cap llct hc',
    E'EAS\x02ECV\x02P`\x02P[CR\x02ELMRL\x02ZXM\x011111151115111611115111116\x012',
    'advanced', 'training', 'advanced', null, array['fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Cao cấp LLCT', 'CC LLCT', 'CCLLCT', 'Đào tạo cao cấp lý luận chính trị', 'Cao cấp chính trị', 'Cao cấp lý luận chính trị - hành chính', 'Cao cấp LLCT-HC']::text[]),
  ('SC-LLCT', 'Sơ cấp lý luận chính trị',
    'sc llct so cap li luan chinh tri so cap llct sc llct scllct dao tao so cap li luan chinh tri',
    E'YU\x02ECV\x02P`\x02P[CR\x02ELMRL\x02ZXM\x01111151115111611115111116\x012',
    'elementary', 'training', 'elementary', null, array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'danh mục của trường',
    array['Sơ cấp LLCT', 'SC LLCT', 'SCLLCT', 'Đào tạo sơ cấp lý luận chính trị']::text[]),
  ('BD-CTD', 'Bồi dưỡng nghiệp vụ công tác đảng',
    'bd ctd boi duong nghiep vu cong tac dang nghiep vu cong tac dang boi duong nghiep vu cong tac xai dung dang boi duong cong tac dang',
    E'DTM\x02F\\URK\x02RKLMIV\x02][\x02ETRK\x02ZAE\x02GARK\x011211114111111161116111111151113\x012',
    'fostering', 'fostering', null, 'party', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Nghiệp vụ công tác đảng', 'Bồi dưỡng nghiệp vụ công tác xây dựng Đảng', 'Bồi dưỡng công tác đảng']::text[]),
  ('BD-BTCB', 'Bồi dưỡng bí thư chi bộ',
    'bd btcb boi duong bi thu chi bo bi thu chi bo boi duong bi thu chi bo va cap ui vien co so',
    E'DTM\x02F\\URK\x02DM\x02ZL\\\x02ELM\x02DT\x0112111141111511111111116\x012',
    'fostering', 'fostering', null, 'party', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Bí thư chi bộ', 'Bồi dưỡng bí thư chi bộ và cấp ủy viên cơ sở']::text[]),
  ('BD-CV', 'Bồi dưỡng ngạch chuyên viên',
    'bd cv boi duong ngach chuien vien ngach chuien vien boi duong kien thuc quan li nha nuoc ngach chuien vien quan li nha nuoc ngach chuien vien boi duong chuien vien',
    E'DTM\x02F\\URK\x02RKAEL\x02EL[`IR\x02]MIR\x011211114111116\x012',
    'fostering', 'fostering', null, 'state', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Ngạch chuyên viên', 'Bồi dưỡng kiến thức quản lý nhà nước ngạch chuyên viên', 'Quản lý nhà nước ngạch chuyên viên', 'Bồi dưỡng chuyên viên']::text[]),
  ('BD-CVC', 'Bồi dưỡng ngạch chuyên viên chính',
    'bd cvc boi duong ngach chuien vien chinh ngach chuien vien chinh boi duong kien thuc quan li nha nuoc ngach chuien vien chinh quan li nha nuoc ngach chuien vien chinh boi duong chuien vien chinh',
    E'DTM\x02F\\URK\x02RKAEL\x02EL[`IR\x02]MIR\x02ELMRL\x011211114111116111111111111111115\x012',
    'fostering', 'fostering', null, 'state', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Ngạch chuyên viên chính', 'Bồi dưỡng kiến thức quản lý nhà nước ngạch chuyên viên chính', 'Quản lý nhà nước ngạch chuyên viên chính', 'Bồi dưỡng chuyên viên chính']::text[]),
  ('BD-LDP', 'Bồi dưỡng lãnh đạo, quản lý cấp phòng',
    'bd ldp boi duong lanh dao quan li cap phong lanh dao cap phong boi duong lanh dao cap phong boi duong lanh dao quan li cap phong va tuong duong',
    E'DTM\x02F\\URK\x02PARL\x02GAS\x05\x02W[AR\x02P`\x02ECV\x02VLSRK\x0112111141111411116111113111511511112\x012',
    'fostering', 'fostering', null, 'state', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Lãnh đạo cấp phòng', 'Bồi dưỡng lãnh đạo cấp phòng', 'Bồi dưỡng lãnh đạo, quản lý cấp phòng và tương đương']::text[]),
  ('BD-MTTQ', 'Bồi dưỡng cán bộ Mặt trận Tổ quốc',
    'bd mttq boi duong can bo mat tran to quoc boi duong can bo mat tran boi duong can bo mttq boi duong cong tac mat tran',
    E'DTM\x02F\\URK\x02EAR\x02DT\x02QBZ\x02ZXCR\x02ZT\x02W[TE\x0112111141111511161161111611131115\x01211111111111111112111111112',
    'fostering', 'fostering', null, 'front', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Bồi dưỡng cán bộ Mặt trận', 'Bồi dưỡng cán bộ MTTQ', 'Bồi dưỡng công tác Mặt trận']::text[]),
  ('BD-PN', 'Bồi dưỡng cán bộ Hội Liên hiệp Phụ nữ',
    'bd pn boi duong can bo hoi lien hiep phu nu boi duong can bo hoi phu nu boi duong can bo hoi lhpn boi duong can bo phu nu',
    E'DTM\x02F\\URK\x02EAR\x02DT\x02LTM\x02PMIR\x02LMIV\x02VL[\x02R\\\x011211114111151116116111111111611116114\x0121111111111111111211121111111112',
    'fostering', 'fostering', null, 'front', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Bồi dưỡng cán bộ Hội Phụ nữ', 'Bồi dưỡng cán bộ Hội LHPN', 'Bồi dưỡng cán bộ phụ nữ']::text[]),
  ('BD-ND', 'Bồi dưỡng cán bộ Hội Nông dân',
    'bd nd boi duong can bo hoi nong dan boi duong can bo nong dan',
    E'DTM\x02F\\URK\x02EAR\x02DT\x02LTM\x02RTRK\x02FCR\x011211114111151116116\x012111111111111111121112',
    'fostering', 'fostering', null, 'front', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Bồi dưỡng cán bộ nông dân']::text[]),
  ('BD-TN', 'Bồi dưỡng cán bộ Đoàn Thanh niên',
    'bd tn boi duong can bo doan thanh nien boi duong can bo doan tncs ho chi minh boi duong can bo doan',
    E'DTM\x02F\\URK\x02EAR\x02DT\x02GSAR\x02ZLARL\x02RMIR\x0112111141111511161112\x0121111111111111111211112',
    'fostering', 'fostering', null, 'front', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Bồi dưỡng cán bộ Đoàn TNCS Hồ Chí Minh', 'Bồi dưỡng cán bộ Đoàn']::text[]),
  ('BD-CCB', 'Bồi dưỡng cán bộ Hội Cựu chiến binh',
    'bd ccb boi duong can bo hoi cuu chien binh boi duong can bo hoi ccb boi duong can bo cuu chien binh',
    E'DTM\x02F\\URK\x02EAR\x02DT\x02LTM\x02E\\[\x02ELMIR\x02DMRL\x0112111141111511161161116111115\x012111111111111111121112',
    'fostering', 'fostering', null, 'front', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Bồi dưỡng cán bộ Hội CCB', 'Bồi dưỡng cán bộ cựu chiến binh']::text[]),
  ('BD-QHCU', 'Bồi dưỡng quy hoạch cấp ủy cấp tỉnh, cấp huyện nhiệm kỳ 2025 - 2030',
    'bd qhcu boi duong qui hoach cap ui cap tinh cap huien nhiem ki 2025 2030 boi duong qui hoach cap ui boi duong can bo qui hoach cap ui nhiem ki 2025 2030 boi duong du nguon cap ui',
    E'DTM\x02F\\URK\x02W[`\x02LSAEL\x02ECV\x02[`\x02ECV\x02ZMRL\x05\x02ECV\x02L[`IR\x02RLMIQ\x02O`\x022025\x02\x04\x022030\x011211114111111111611115113111511131111151111161111161112\x012',
    'fostering', 'fostering', null, 'party', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Bồi dưỡng quy hoạch cấp ủy', 'Bồi dưỡng cán bộ quy hoạch cấp ủy nhiệm kỳ 2025 - 2030', 'Bồi dưỡng dự nguồn cấp ủy']::text[]),
  ('CN-DT4', 'Bồi dưỡng, cập nhật kiến thức đối tượng 4',
    'cn dt4 boi duong cap nhat kien thuc doi tuong 4 cap nhat kien thuc doi tuong 4 cap nhat kien thuc cho can bo doi tuong 4 boi duong cap nhat kien thuc dt4',
    E'DTM\x02F\\URK\x05\x02ECV\x02RLCZ\x02OMIR\x02ZL\\E\x02GTM\x02Z\\URK\x024\x011211114111116111161111511115111511116\x012',
    'fostering', 'knowledgeUpdate', null, null, array['none', 'fullTime', 'partTime']::text[], null, 'UPD-164', '2013-02-01', '2024-05-10', 'Quy định 164-QĐ/TW 01/02/2013; bài viết 2023',
    array['Cập nhật kiến thức đối tượng 4', 'Cập nhật kiến thức cho cán bộ đối tượng 4', 'Bồi dưỡng cập nhật kiến thức ĐT4']::text[]),
  ('CN-N3', 'Bồi dưỡng, cập nhật kiến thức nhóm 3',
    'cn n3 boi duong cap nhat kien thuc nhom 3 cap nhat kien thuc nhom 3 cap nhat kien thuc cho can bo nhom 3 boi duong cap nhat kien thuc doi tuong nhom 3',
    E'DTM\x02F\\URK\x05\x02ECV\x02RLCZ\x02OMIR\x02ZL\\E\x02RLSQ\x023\x01121111411111611116111151111511115\x012',
    'fostering', 'knowledgeUpdate', null, null, array['none', 'fullTime', 'partTime']::text[], null, 'UPD-145', '2024-05-10', null, 'Quy định 145-QĐ/TW 10/05/2024',
    array['Cập nhật kiến thức nhóm 3', 'Cập nhật kiến thức cho cán bộ nhóm 3', 'Bồi dưỡng, cập nhật kiến thức đối tượng nhóm 3']::text[]),
  ('BD-HDND', 'Bồi dưỡng đại biểu Hội đồng nhân dân cấp huyện, cấp xã',
    'bd hdnd boi duong dai bieu hoi dong nhan dan cap huien cap xa boi duong dai bieu hoi dong nhan dan boi duong dai bieu hdnd boi duong dai bieu hdnd cap huien cap xa boi duong dai bieu hdnd cap xa',
    E'DTM\x02F\\URK\x02GAM\x02DMI[\x02LTM\x02GTRK\x02RLCR\x02FCR\x02ECV\x02L[`IR\x05\x02ECV\x02_A\x01121111411116111131116111211111111111115111116111151114\x0121111111111111111112',
    'fostering', 'fostering', null, 'state', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Bồi dưỡng đại biểu Hội đồng nhân dân', 'Bồi dưỡng đại biểu HĐND', 'Bồi dưỡng đại biểu HĐND cấp huyện, cấp xã', 'Bồi dưỡng đại biểu HĐND cấp xã']::text[]),
  ('BD-CUX', 'Bồi dưỡng cấp ủy cấp xã và nguồn cấp ủy cấp xã',
    'bd cux boi duong cap ui cap xa va nguon cap ui cap xa boi duong cap ui cap xa boi duong cap ui vien cap xa va nguon cap ui boi duong cap ui cap xa va du nguon cap ui cap xa',
    E'DTM\x02F\\URK\x02ECV\x02[`\x02ECV\x02_A\x02]A\x02RK[TR\x02ECV\x02[`\x02ECV\x02_A\x011211114111151131115111411211112111511311151114\x012',
    'fostering', 'fostering', null, 'party', array['none', 'fullTime', 'partTime']::text[], null, null, null, null, 'bài viết 2023',
    array['Bồi dưỡng cấp ủy cấp xã', 'Bồi dưỡng cấp ủy viên cấp xã và nguồn cấp ủy', 'Bồi dưỡng cấp ủy cấp xã và dự nguồn cấp ủy cấp xã']::text[]);
