-- Somebody forgot a password and asked for a letter. An asking with an e-mail address that has no account is kept as well, so
-- that both take the same; it belongs to nobody and no letter is sent.
create table password_recovery (
  id uuid primary key,
  person_id uuid references person,
  -- Of the link in the letter; none before the letter is written.
  token_hash text unique,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_recovery_of_person on password_recovery (person_id);
alter table password_recovery enable row level security;
alter table password_recovery force row level security;
create policy password_recovery_kept on password_recovery for all to heed_app using (acting_as() = 'gate');
grant select, insert, update, delete on password_recovery to heed_app;
