-- Passkeys (WebAuthn): keys that a person's devices hold, each with the half that may be known.
create table passkey (
  id uuid primary key,
  person_id uuid not null references person,
  -- What the device calls it, and the public key (COSE), both as base64url.
  credential_id text not null unique check (length(credential_id) between 16 and 1400),
  public_key text not null check (length(public_key) <= 8000),
  -- What the device counted at the last use; one that counts backwards may be a copy. Many devices say 0 always.
  counter bigint not null,
  -- How a browser reaches the device, parted by spaces: "internal hybrid".
  transports text not null check (length(transports) <= 200),
  name text not null check (length(name) between 1 and 60),
  added_at timestamptz not null,
  used_at timestamptz
);
create index passkey_of_person on passkey (person_id, added_at);

-- What a device is asked to sign, once and for a short time; the key is a hash. It counts for one purpose, and for the person and
-- the session that it was made for, where they are known.
create table passkey_challenge (
  hash text primary key,
  purpose text not null check (purpose in ('add', 'sign in', 'second factor', 'proof')),
  person_id uuid references person,
  session_id uuid references session,
  expires_at timestamptz not null,
  check ((purpose = 'sign in') = (person_id is null)),
  check ((person_id is null) = (session_id is null))
);
create index passkey_challenge_by_end on passkey_challenge (expires_at);

do $$ declare t text; begin
  foreach t in array array['passkey', 'passkey_challenge']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy passkey_own on passkey for all to heed_app using (person_id = acting_person() or acting_as() = 'gate');
-- An administrator is told how many people of the board have no second factor.
create policy passkey_counted on passkey for select to heed_app
  using (exists (select from membership m where m.person_id = passkey.person_id and m.ended_at is null
    and m.board_id = any ((select boards_of('administrator'))::uuid[])));
create policy passkey_challenge_kept on passkey_challenge for all to heed_app using (acting_as() = 'gate');
grant select, insert, update, delete on passkey to heed_app;
grant select, insert, delete on passkey_challenge to heed_app;
