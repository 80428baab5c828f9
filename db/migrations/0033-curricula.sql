-- Names of those who have written in a version, for whoever works on it: drafting together one wants to know with whom. Else the
-- names of the school's accounts are the school's own.
create function curriculum_authors(p_id bigint) returns table (account_id bigint, name text, unit_id bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.name, (select g.unit_id from role_grant g where g.account_id = a.id and g.unit_id is not null order by g.id desc limit 1)
  from account a
  where (app_sees_all() or exists (select from curriculum_collaborator k where k.curriculum_id = p_id and k.unit_id = any (app_units())))
    and a.id in (
      select c.made_by from curriculum_change c where c.curriculum_id = p_id
      union select m.made_by from curriculum_comment m where m.curriculum_id = p_id
      union select m.resolved_by from curriculum_comment m where m.curriculum_id = p_id
      union select p.made_by from curriculum_proposal p where p.curriculum_id = p_id
      union select p.decided_by from curriculum_proposal p where p.curriculum_id = p_id)
$$;

-- A proposal is its unit's: whoever works for the unit may take it back.
drop policy invited_withdraws on curriculum_proposal;
create policy invited_withdraws on curriculum_proposal for update
  using (unit_id = any ((select app_units())::bigint[]) and curriculum_is_invited(curriculum_id, false));

-- Who takes a file away still sees that it was taken.
create policy of_own_situation on kept_file for select using (subject_kind = 'situation'
  and exists (select from situation s where s.id = subject_id and s.unit_id = any ((select app_units())::bigint[])));
