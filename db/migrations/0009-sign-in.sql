-- What sign-in needs besides better-auth's own tables: tries that are counted, and a new link for who cannot get in.

-- Tries at one mail address, from one place and from everywhere. The key is a hash: no address of a person stands here.
create table auth.attempt (
  key bytea primary key,
  tries integer not null,
  since timestamptz not null
);
create index attempt_since on auth.attempt (since);

-- A new link to set a password, for a week; links given before are no longer good. On wish the second factor is taken off
-- (the phone was lost). Sessions end: whoever asked for this may have lost more than a password.
create function access_renew_sign_in(p_auth_user_id text, p_invitation text, p_stops_factor boolean) returns void
language plpgsql security definer set search_path = auth, pg_temp as $$
begin
  perform public.access_must_govern(p_auth_user_id);
  delete from auth."verification" where "value" = p_auth_user_id and "identifier" like 'reset-password:%';
  insert into auth."verification" ("id", "identifier", "value", "expiresAt")
    values (gen_random_uuid()::text, 'reset-password:' || p_invitation, p_auth_user_id, now() + interval '7 days');
  delete from auth."session" where "userId" = p_auth_user_id;
  delete from auth."twoFactor" where "userId" = p_auth_user_id and p_stops_factor;
  update auth."user" set "twoFactorEnabled" = false where "id" = p_auth_user_id and p_stops_factor;
end $$;
revoke execute on function access_renew_sign_in from public;
grant execute on function access_renew_sign_in to nhip_app;
