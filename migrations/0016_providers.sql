-- Sign-in with an organisation's account (OpenID Connect): the accounts there that are linked to people, sign-ins under way, what
-- strangers ask of a board, and the rules by which a board gives roles.

-- Whose account at a provider it is. Issuer and subject together name it (OpenID Connect Core 1.0, section 2); an e-mail address
-- never does.
create table provider_link (
  id uuid primary key,
  person_id uuid not null references person,
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  linked_at timestamptz not null,
  ended_at timestamptz
);
create unique index provider_link_once on provider_link (issuer, subject) where ended_at is null;
create unique index provider_link_of_person on provider_link (person_id, issuer) where ended_at is null;

-- A sign-in on its way, or a stranger who has come back from one. It is found by the hash of a token, counts for one browser and
-- once, and holds what it needs sealed.
create table provider_attempt (
  id uuid primary key,
  token_hash text not null unique,
  browser_hash text not null,
  sealed text not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null
);
create index provider_attempt_by_end on provider_attempt (expires_at);

-- Whom a provider names so is given a role. An administrator is made by a person, never by a rule.
create table access_rule (
  id uuid primary key,
  board_id uuid not null references board,
  issuer text not null check (length(issuer) between 1 and 500),
  -- The claim whose value is asked for; null asks for the domain of a verified e-mail address.
  claim text check (length(claim) between 1 and 100),
  value text not null check (length(value) between 1 and 200),
  role text not null check (role in ('support officer', 'chair', 'subgroup member', 'agency lead', 'agency contributor',
    'lead reviewer', 'reader')),
  agency_id uuid references agency,
  made_by uuid not null references person,
  made_at timestamptz not null,
  ended_at timestamptz,
  check ((role in ('agency lead', 'agency contributor')) = (agency_id is not null))
);
create unique index access_rule_once on access_rule (board_id, issuer, coalesce(claim, ''), value, role, coalesce(agency_id, board_id))
  where ended_at is null;
create index access_rule_of_issuer on access_rule (issuer) where ended_at is null;

-- What a stranger asks who came through a provider. Name and e-mail address are as the provider told them.
create table access_request (
  id uuid primary key,
  board_id uuid not null references board,
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  name text not null check (length(name) between 1 and 120),
  email text not null check (length(email) between 3 and 254),
  email_verified boolean not null,
  reason text not null default '' check (length(reason) <= 500),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid references person,
  outcome text check (outcome in ('confirmed', 'refused')),
  check ((decided_at is null) = (outcome is null))
);
create index access_request_of_board on access_request (board_id, asked_at);
create index access_request_of_subject on access_request (issuer, subject);

-- The rule that gave a role, and whether it ended because the rule gives it no more. A role that a person gave has neither.
alter table membership add column rule_id uuid references access_rule;
alter table membership add column ended_by_rule boolean not null default false;

-- The link by which a session began, and whether the provider's second factor counts for it.
alter table session add column link_id uuid references provider_link;
alter table session add column factor_by_provider boolean not null default false;

do $$ declare t text; begin
  foreach t in array array['provider_link', 'provider_attempt', 'access_rule', 'access_request']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy provider_link_seen on provider_link for select to heed_app using (person_id = acting_person());
create policy provider_link_kept on provider_link for all to heed_app using (acting_as() = 'gate');
create policy provider_attempt_kept on provider_attempt for all to heed_app using (acting_as() = 'gate');

create policy access_rule_known on access_rule for select to heed_app using (acting_as() = 'gate');
create policy access_rule_kept on access_rule for all to heed_app
  using (board_id = any ((select boards_of('administrator'))::uuid[]));

create policy access_request_made on access_request for insert to heed_app with check (acting_as() = 'gate');
create policy access_request_known on access_request for select to heed_app using (acting_as() = 'gate');
create policy access_request_settled on access_request for update to heed_app using (acting_as() = 'gate');
create policy access_request_seen on access_request for select to heed_app
  using (board_id = any ((select boards_of('administrator'))::uuid[]));
create policy access_request_decided on access_request for update to heed_app
  using (board_id = any ((select boards_of('administrator'))::uuid[]));

-- At a sign-in the gate takes back what a rule gave and gives no more, and with the last role on a board the seats on its panels.
create policy membership_lapsed on membership for update to heed_app
  using (acting_as() = 'gate' and rule_id is not null) with check (acting_as() = 'gate');
create policy panel_member_of_lapsed on panel_member for select to heed_app
  using (acting_as() = 'gate' and not exists (select from membership m
    where m.board_id = panel_member.board_id and m.person_id = panel_member.person_id and m.ended_at is null));
create policy panel_member_lapsed on panel_member for update to heed_app
  using (acting_as() = 'gate' and not exists (select from membership m
    where m.board_id = panel_member.board_id and m.person_id = panel_member.person_id and m.ended_at is null));

grant select, insert, update on provider_link, access_rule, access_request to heed_app;
grant select, insert, delete on provider_attempt to heed_app;
