-- Boards, agencies, people, sign-in and the ledger.
-- heed.person, heed.acting and heed.standing are set for each transaction; a policy reads nothing else of the application's.

do $$ begin
  if not exists (select from pg_roles where rolname = 'heed_app') then create role heed_app nologin; end if;
end $$;

-- Who acts: 'person' (signed in), 'gate' (sign-in and invitations), 'setup' (makes boards), 'auditor' (verifies the ledger) or
-- 'caretaker' (ends a reading whose person may no longer do it).
create function acting_as() returns text stable language sql
  as $$ select coalesce(nullif(current_setting('heed.acting', true), ''), 'nobody') $$;
create function acting_person() returns uuid stable language sql
  as $$ select nullif(current_setting('heed.person', true), '')::uuid $$;

-- The posts of the acting person: [{"boardId": …, "role": …, "agencyId": … or null}].
create function posts() returns table (board_id uuid, role text, agency_id uuid) stable language sql as $$
  select (p ->> 'boardId')::uuid, p ->> 'role', (p ->> 'agencyId')::uuid
  from jsonb_array_elements(coalesce(nullif(current_setting('heed.standing', true), ''), '[]')::jsonb) p
$$;
create function boards_of(variadic roles text[]) returns uuid[] stable language sql
  as $$ select coalesce(array_agg(board_id), '{}') from posts() where role = any (roles) $$;
create function my_boards() returns uuid[] stable language sql
  as $$ select coalesce(array_agg(board_id), '{}') from posts() $$;
-- "board agency" pairs for which the acting person answers.
create function my_agencies() returns text[] stable language sql
  as $$ select coalesce(array_agg(board_id || ' ' || agency_id), '{}') from posts() where agency_id is not null $$;

create table board (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$'),
  name text not null check (length(name) between 1 and 200),
  short_name text not null check (length(short_name) between 1 and 40),
  marking text not null default '' check (length(marking) <= 60),
  second_factor_required boolean not null default true,
  created_at timestamptz not null
);

create table agency (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  ended_on date,
  created_at timestamptz not null
);
create unique index agency_name_once on agency (lower(name));

-- What an agency was called before it was renamed: documents of that time still call it so, on every board.
create table agency_former_name (
  id uuid primary key,
  agency_id uuid not null references agency,
  name text not null check (length(name) between 1 and 200),
  until_on date not null,
  created_at timestamptz not null
);
create unique index agency_former_name_once on agency_former_name (agency_id, lower(name));

create table agency_alias (
  id uuid primary key,
  agency_id uuid not null references agency,
  board_id uuid not null references board,
  alias text not null check (length(alias) between 1 and 200),
  created_at timestamptz not null
);
create unique index agency_alias_once on agency_alias (board_id, lower(alias));

create table agency_succession (
  id uuid primary key,
  agency_id uuid not null references agency,
  successor_id uuid not null references agency check (successor_id <> agency_id),
  happened_on date not null,
  created_at timestamptz not null,
  -- Set when it was recorded by mistake.
  withdrawn_at timestamptz,
  unique (agency_id, successor_id)
);

create table board_agency (
  board_id uuid not null references board,
  agency_id uuid not null references agency,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (board_id, agency_id)
);

create table board_group (
  id uuid primary key,
  board_id uuid not null references board,
  name text not null check (length(name) between 1 and 200),
  purpose text not null default '' check (length(purpose) <= 2000),
  created_at timestamptz not null,
  ended_at timestamptz
);
create unique index board_group_name_once on board_group (board_id, lower(name)) where ended_at is null;

create table person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  email text not null check (length(email) between 3 and 254),
  password_hash text not null,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  created_at timestamptz not null
);
create unique index person_email_once on person (lower(email));

create table membership (
  id uuid primary key,
  board_id uuid not null references board,
  person_id uuid not null references person,
  agency_id uuid references agency,
  role text not null check (role in ('administrator', 'support officer', 'chair', 'subgroup member', 'agency lead',
    'agency contributor', 'lead reviewer', 'reader')),
  started_at timestamptz not null,
  ended_at timestamptz,
  check ((role in ('agency lead', 'agency contributor')) <= (agency_id is not null))
);
create unique index membership_once on membership (board_id, person_id, role, coalesce(agency_id, board_id)) where ended_at is null;
create index membership_of_person on membership (person_id) where ended_at is null;

create table group_member (
  group_id uuid not null references board_group,
  board_id uuid not null references board,
  agency_id uuid not null references agency,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (group_id, agency_id)
);

create table session (
  id uuid primary key,
  token_hash text not null unique,
  person_id uuid not null references person,
  -- 'password' when the second factor is still to come, then 'full'
  stage text not null check (stage in ('password', 'full')),
  device text not null check (length(device) <= 200),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- A second factor that this session is setting up; it counts for nothing until its first code is given.
  totp_pending text
);
create index session_of_person on session (person_id) where ended_at is null;

create table invitation (
  id uuid primary key,
  token_hash text not null unique,
  board_id uuid not null references board,
  agency_id uuid references agency,
  role text not null,
  name text not null check (length(name) between 1 and 120),
  email text not null check (length(email) between 3 and 254),
  invited_by uuid references person,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  -- Whether the letter went out, or could not be sent however often it was tried.
  sent_at timestamptz,
  failed_at timestamptz
);
create index invitation_of_board on invitation (board_id, invited_at);
create index membership_of_board on membership (board_id) where ended_at is null;

-- Failed attempts to sign in, counted for a person and for an address; the key is a hash.
create table sign_in_failure (
  id uuid primary key,
  key text not null,
  failed_at timestamptz not null
);
create index sign_in_failure_recent on sign_in_failure (key, failed_at);

-- One chain for each board, and one (chain = the nil uuid) for what belongs to no board.
create table ledger_head (
  chain uuid primary key,
  length bigint not null,
  hash text not null
);
create table ledger_entry (
  id uuid primary key,
  chain uuid not null,
  position bigint not null,
  board_id uuid references board,
  review_id uuid,
  thing text not null,
  thing_id uuid not null,
  kind text not null,
  person_id uuid references person,
  facts jsonb not null,
  recorded_at timestamptz not null,
  previous_hash text not null,
  hash text not null,
  unique (chain, position)
);
create index ledger_entry_of_thing on ledger_entry (thing_id, position);
create index ledger_entry_of_review on ledger_entry (review_id, position);
create index ledger_entry_of_board on ledger_entry (board_id, recorded_at) where review_id is null;

create function refuse_change() returns trigger language plpgsql as $$
begin raise exception 'the ledger is append-only' using errcode = 'HD001'; end $$;
create trigger ledger_entry_is_append_only before update or delete on ledger_entry
  for each row execute function refuse_change();
create trigger ledger_entry_is_never_emptied before truncate on ledger_entry
  for each statement execute function refuse_change();

-- Row-level security: forced, so that it holds for the owner too; a policy for each thing that the application does.
do $$ declare t text; begin
  foreach t in array array['board', 'agency', 'agency_former_name', 'agency_alias', 'agency_succession', 'board_agency', 'board_group', 'person',
    'membership', 'group_member', 'session', 'invitation', 'sign_in_failure', 'ledger_head', 'ledger_entry']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy board_seen on board for select to heed_app
  using (id = any ((select my_boards())::uuid[]) or acting_as() in ('gate', 'setup'));
create policy board_made on board for insert to heed_app with check (acting_as() = 'setup');
create policy board_changed on board for update to heed_app
  using (id = any ((select boards_of('administrator'))::uuid[]));

-- Agencies are public bodies that several boards share: everybody signed in may know that they exist.
create policy agency_seen on agency for select to heed_app using (acting_as() <> 'nobody');
create policy agency_made on agency for insert to heed_app
  with check (cardinality(boards_of('administrator', 'support officer')) > 0 or acting_as() = 'setup');
create policy agency_changed on agency for update to heed_app
  using (exists (select from board_agency b where b.agency_id = agency.id
    and b.board_id = any ((select boards_of('administrator', 'support officer'))::uuid[])));

create policy agency_former_name_seen on agency_former_name for select to heed_app using (acting_as() <> 'nobody');
create policy agency_former_name_kept on agency_former_name for insert to heed_app
  with check (exists (select from board_agency b where b.agency_id = agency_former_name.agency_id
    and b.board_id = any ((select boards_of('administrator', 'support officer'))::uuid[])));

create policy agency_alias_seen on agency_alias for select to heed_app
  using (board_id = any ((select my_boards())::uuid[]));
create policy agency_alias_kept on agency_alias for all to heed_app
  using (board_id = any ((select boards_of('administrator', 'support officer'))::uuid[]));

create policy agency_succession_seen on agency_succession for select to heed_app using (acting_as() <> 'nobody');
create policy agency_succession_made on agency_succession for insert to heed_app
  with check (cardinality(boards_of('administrator', 'support officer')) > 0 or acting_as() = 'setup');

create policy agency_succession_changed on agency_succession for update to heed_app
  using (exists (select from board_agency b where b.agency_id = agency_succession.agency_id
    and b.board_id = any ((select boards_of('administrator', 'support officer'))::uuid[])));

create policy board_agency_seen on board_agency for select to heed_app
  using (board_id = any ((select my_boards())::uuid[]) or acting_as() = 'gate');
create policy board_agency_kept on board_agency for all to heed_app
  using (board_id = any ((select boards_of('administrator', 'support officer'))::uuid[]) or acting_as() = 'setup');

create policy board_group_seen on board_group for select to heed_app
  using (board_id = any ((select my_boards())::uuid[]));
create policy board_group_kept on board_group for all to heed_app
  using (board_id = any ((select boards_of('administrator', 'support officer'))::uuid[]) or acting_as() = 'setup');
create policy group_member_seen on group_member for select to heed_app
  using (board_id = any ((select my_boards())::uuid[]));
create policy group_member_kept on group_member for all to heed_app
  using (board_id = any ((select boards_of('administrator', 'support officer'))::uuid[]) or acting_as() = 'setup');

-- A lead reviewer and a reader see of the board's people only themselves.
create policy membership_seen on membership for select to heed_app
  using (person_id = acting_person() or acting_as() in ('gate', 'setup') or board_id = any ((select boards_of('administrator',
    'support officer', 'chair', 'subgroup member', 'agency lead', 'agency contributor'))::uuid[]));
create policy membership_kept on membership for insert to heed_app
  with check (board_id = any ((select boards_of('administrator'))::uuid[]) or acting_as() in ('gate', 'setup'));
create policy membership_ended on membership for update to heed_app
  using (board_id = any ((select boards_of('administrator'))::uuid[]));

create policy person_seen on person for select to heed_app
  using (id = acting_person() or acting_as() in ('gate', 'setup') or id in (select person_id from membership));
create policy person_made on person for insert to heed_app with check (acting_as() in ('gate', 'setup'));
create policy person_changed on person for update to heed_app
  using (id = acting_person() or acting_as() = 'gate');

create policy session_own on session for all to heed_app using (person_id = acting_person() or acting_as() = 'gate');
create policy invitation_kept on invitation for all to heed_app
  using (board_id = any ((select boards_of('administrator'))::uuid[]) or acting_as() in ('gate', 'setup'));
create policy sign_in_failure_kept on sign_in_failure for all to heed_app using (acting_as() = 'gate');

create policy ledger_head_kept on ledger_head for all to heed_app using (acting_as() <> 'nobody');
create policy ledger_entry_made on ledger_entry for insert to heed_app
  with check (acting_as() in ('gate', 'setup', 'caretaker')
    or acting_as() = 'person' and person_id = acting_person() and (board_id is null or board_id = any ((select my_boards())::uuid[])));

grant select, insert, update on board, agency, board_agency, board_group, person, membership, group_member, session,
  invitation, ledger_head to heed_app;
grant select, insert, delete on agency_alias, sign_in_failure to heed_app;
grant select, insert, update on agency_succession to heed_app;
grant select, insert on agency_former_name, ledger_entry to heed_app;
