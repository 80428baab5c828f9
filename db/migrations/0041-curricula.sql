-- Members of an appraisal council who have an account give their opinion with their own hand; nothing is approved before the council
-- has concluded.

create function curriculum_council_own() returns trigger language plpgsql as $$
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
end $$;
create trigger curriculum_council_own before insert or update on curriculum_council_member
  for each row execute function curriculum_council_own();
create unique index curriculum_council_account_once on curriculum_council_member (appraisal_id, account_id) where account_id is not null;

create function curriculum_concluded() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind = 'school' and new.state = 'approved' and old.state = 'submitted' and not exists (
    select from curriculum_appraisal a where a.curriculum_id = new.id and a.result is not null
      and a.round = (select max(b.round) from curriculum_appraisal b where b.curriculum_id = new.id)) then
    raise exception 'the council has not concluded' using errcode = 'restrict_violation', constraint = 'curriculum_concluded';
  end if;
  return new;
end $$;
create trigger curriculum_concluded before update of state on curriculum for each row execute function curriculum_concluded();
