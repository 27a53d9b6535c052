-- Reviews, who may see them, the documents that came in and the imports that are being checked.

create table review (
  id uuid primary key,
  board_id uuid not null references board,
  title text not null check (length(title) between 1 and 300),
  subject text check (length(subject) <= 120),
  type text not null check (type in ('scr', 'lcspr', 'rapid-review', 'sar', 'dhr', 'learning-review', 'audit', 'unknown')),
  standing text not null default 'restricted' check (standing in ('restricted', 'released')),
  considered_on date,
  legal_basis text check (length(legal_basis) <= 2000),
  lead_reviewer text check (length(lead_reviewer) <= 300),
  methodology text check (length(methodology) <= 2000),
  created_by uuid not null references person,
  created_at timestamptz not null,
  unique (id, board_id)
);
create index review_of_board on review (board_id, created_at);

create table panel_member (
  review_id uuid not null,
  board_id uuid not null,
  person_id uuid not null references person,
  joined_at timestamptz not null,
  left_at timestamptz,
  primary key (review_id, person_id),
  foreign key (review_id, board_id) references review (id, board_id)
);
create table review_exclusion (
  review_id uuid not null,
  board_id uuid not null,
  person_id uuid not null references person,
  reason text not null check (length(reason) between 1 and 1000),
  excluded_by uuid not null references person,
  excluded_at timestamptz not null,
  lifted_at timestamptz,
  primary key (review_id, person_id),
  foreign key (review_id, board_id) references review (id, board_id)
);
create table review_release (
  review_id uuid not null,
  board_id uuid not null,
  agency_id uuid not null references agency,
  released_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (review_id, agency_id),
  foreign key (review_id, board_id) references review (id, board_id)
);

-- A document that came in. Its bytes stand in stored_file until they are redacted.
create table document (
  id uuid primary key,
  board_id uuid not null references board,
  review_id uuid references review,
  file_name text not null check (length(file_name) between 1 and 255),
  media_type text not null,
  sha256 text not null,
  size_bytes bigint not null,
  scan text not null check (scan in ('clean', 'not scanned')),
  uploaded_by uuid not null references person,
  uploaded_at timestamptz not null,
  redacted_at timestamptz,
  -- Held while its import is being checked, and for ever when that was discarded: the support team alone sees it.
  held boolean not null default false
);
create index document_of_review on document (review_id);
create index document_of_bytes on document (board_id, sha256);
create table stored_file (
  document_id uuid primary key references document,
  board_id uuid not null references board,
  bytes bytea not null
);

-- The text of a document that is in the register: what spans count in, for whoever sees the document.
create table document_text (
  document_id uuid primary key references document,
  board_id uuid not null references board,
  text text not null
);

create table import (
  id uuid primary key,
  board_id uuid not null references board,
  review_id uuid references review,
  document_id uuid not null references document,
  -- What a review that it makes is to be; restricted unless a person says otherwise.
  standing text not null default 'restricted' check (standing in ('restricted', 'released')),
  state text not null check (state in ('waiting', 'reading', 'ready', 'failed', 'saved', 'discarded')),
  -- What the reading has come to, 0 to 100, and the words for it.
  progress integer not null default 0 check (progress between 0 and 100),
  failure text,
  -- The text that spans count in, the reading with the document that it was read from, and the check as people have
  -- corrected it.
  text text,
  reading jsonb,
  draft jsonb,
  version integer not null default 0,
  started_by uuid not null references person,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  saved_by uuid references person,
  saved_at timestamptz
);
create index import_of_board on import (board_id, state, started_at);

create table redaction (
  id uuid primary key,
  board_id uuid not null references board,
  review_id uuid references review,
  document_id uuid not null references document,
  -- 'file': all of it; 'words': the words stand in redaction_words until the redaction is done.
  extent text not null check (extent in ('file', 'words')),
  reason text not null check (length(reason) between 1 and 1000),
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  agreed_by uuid references person check (agreed_by <> asked_by),
  agreed_at timestamptz,
  refused_by uuid references person,
  refused_at timestamptz
);
create table redaction_words (
  redaction_id uuid not null references redaction,
  board_id uuid not null references board,
  words text not null check (length(words) between 1 and 2000),
  primary key (redaction_id, words)
);

do $$ declare t text; begin
  foreach t in array array['review', 'panel_member', 'review_exclusion', 'review_release', 'document', 'stored_file', 'document_text', 'import',
    'redaction', 'redaction_words']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- These three speak of no other table, so that the policy of review can read them.
create policy panel_member_seen on panel_member for select to heed_app
  using (person_id = acting_person() or board_id = any ((select boards_of('support officer'))::uuid[]));
create policy panel_member_kept on panel_member for all to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[]));
create policy review_exclusion_seen on review_exclusion for select to heed_app
  using (person_id = acting_person() or board_id = any ((select boards_of('support officer'))::uuid[]));
create policy review_exclusion_kept on review_exclusion for all to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[]));
create policy review_release_seen on review_release for select to heed_app
  using (board_id || ' ' || agency_id = any ((select my_agencies())::text[])
    or board_id = any ((select boards_of('support officer', 'chair', 'subgroup member'))::uuid[]));
create policy review_release_kept on review_release for all to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[]));

-- access/permissions.ts, row review.see, says the same; a test holds the two to each other.
create policy review_seen on review for select to heed_app using (
  not exists (select from review_exclusion x
    where x.review_id = review.id and x.person_id = (select acting_person()) and x.lifted_at is null)
  and (
    board_id = any ((select boards_of('support officer'))::uuid[])
    or board_id = any ((select boards_of('chair', 'subgroup member', 'agency lead', 'agency contributor', 'lead reviewer'))::uuid[])
      and exists (select from panel_member p
        where p.review_id = review.id and p.person_id = (select acting_person()) and p.left_at is null)
    or standing = 'released' and (
      board_id = any ((select boards_of('chair', 'subgroup member'))::uuid[])
      or exists (select from review_release r where r.review_id = review.id and r.withdrawn_at is null
        and r.board_id || ' ' || r.agency_id = any ((select my_agencies())::text[])))
  ));
create policy review_made on review for insert to heed_app
  with check (board_id = any ((select boards_of('support officer'))::uuid[]));
create policy review_changed on review for update to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[])
    and not exists (select from review_exclusion x
      where x.review_id = review.id and x.person_id = (select acting_person()) and x.lifted_at is null));

-- What belongs to a review is seen by whoever sees the review; what is still being checked, by the support team.
create policy document_seen on document for select to heed_app
  using (review_id in (select id from review) and not held);
create policy document_kept on document for all to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[]) and (review_id is null or review_id in (select id from review)));
create policy stored_file_seen on stored_file for select to heed_app using (document_id in (select id from document));
create policy stored_file_kept on stored_file for all to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[]) and document_id in (select id from document));
create policy document_text_seen on document_text for select to heed_app using (document_id in (select id from document));
create policy document_text_kept on document_text for all to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[]) and document_id in (select id from document));
create policy import_kept on import for all to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[]) and (review_id is null or review_id in (select id from review)));
create policy import_to_end on import for select to heed_app
  using (acting_as() = 'caretaker' and state in ('waiting', 'reading', 'failed'));
create policy import_ended on import for update to heed_app
  using (acting_as() = 'caretaker' and state in ('waiting', 'reading')) with check (acting_as() = 'caretaker' and state = 'failed');
create policy redaction_kept on redaction for all to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[]) and (review_id is null or review_id in (select id from review)));
create policy redaction_words_kept on redaction_words for all to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[]) and redaction_id in (select id from redaction));

-- An entry about a review is seen with the review; one about the board by those who run it; one about a person by that person.
create policy ledger_entry_seen on ledger_entry for select to heed_app using (
  acting_as() = 'auditor'
  -- The door looks up by an id alone whether there is something behind it, to write down who was refused.
  or acting_as() = 'gate' and review_id is not null
  or review_id in (select id from review)
  or review_id is null and board_id = any ((select boards_of('administrator', 'support officer'))::uuid[])
  or board_id is null and person_id = acting_person());

grant select, insert, update on review, panel_member, review_exclusion, review_release, document, import, redaction to heed_app;
grant select, insert, delete on stored_file, redaction_words to heed_app;
grant select, insert, update, delete on document_text to heed_app;
