-- Campaigns that open by themselves when a class ends, drafts that nobody can open, and links that were withdrawn.

-- One row: whether a class that ends opens its campaign, with which form, and from which day on classes count.
create table survey_setting (
  id boolean primary key default true check (id),
  opens_itself boolean not null default false,
  version_id bigint references survey_version,
  since date,
  version integer not null default 1,
  constraint survey_setting_whole check (not opens_itself or (version_id is not null and since is not null))
);
comment on table survey_setting is 'Tự mở đợt đánh giá khi lớp kết thúc; tắt cho đến khi nhà trường xác nhận mẫu phiếu';
insert into survey_setting default values;
call audit('survey_setting');
alter table survey_setting enable row level security;
create policy whole_school on survey_setting using ((select app_sees_all()));

-- A draft can neither be opened nor chosen. It looks at all versions, whoever asks: what one may not see is refused by the wall, not as a draft.
create function survey_published() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.version_id is not null and not exists (select from survey_version where id = new.version_id and published_at is not null) then
    raise exception 'a draft cannot be opened' using errcode = 'check_violation', constraint = 'survey_version_published';
  end if;
  return new;
end $$;
create trigger survey_published before insert on survey_campaign for each row execute function survey_published();
create trigger survey_published before insert or update on survey_setting for each row execute function survey_published();

-- A shared link that was withdrawn stays known by its hash, so that whoever still has it is told so.
create or replace function survey_door(p_hash bytea, p_on date) returns table (campaign_id bigint, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, case when t.state <> 'unused' then t.state else survey_state(c.opens_on, c.closes_on, c.closed_on, p_on) end
  from survey_token t join survey_campaign c on c.id = t.campaign_id where t.hash = p_hash
  union all
  select c.id, survey_state(c.opens_on, c.closes_on, c.closed_on, p_on) from survey_campaign c where c.shared_hash = p_hash
$$;
