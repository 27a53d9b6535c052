-- Attempts that were refused, noted in one place; and redactions that a restored backup goes through again.
-- 'doorkeeper' looks up by an id alone what somebody was refused, to write it down; 'restorer' applies a board's redactions
-- again and has the standing of its support team.

-- Not the review and not the document: whoever sees one of those sees all that belongs to it. The ledger tells where they are.
do $$ declare t text; begin
  foreach t in array array['board', 'board_group', 'import', 'redaction', 'recommendation', 'recommendation_part', 'addressee',
    'statement', 'finding', 'citation']
  loop
    execute format('create policy %I on %I for select to heed_app using (acting_as() = ''doorkeeper'')', t || '_known', t);
  end loop;
end $$;

-- The doorkeeper sees of the ledger its own entries too, to stop when there are many; the gate sees nothing of it any more.
alter policy ledger_entry_seen on ledger_entry using (
  acting_as() = 'auditor'
  or acting_as() = 'doorkeeper' and (kind like 'attempt.%' or thing in ('review', 'document'))
  or review_id in (select id from review)
  or review_id is null and board_id = any ((select boards_of('administrator', 'support officer'))::uuid[])
  or board_id is null and person_id = acting_person());
create policy ledger_entry_noted on ledger_entry for insert to heed_app
  with check (acting_as() in ('doorkeeper', 'restorer') and board_id is not null);
create index ledger_entry_of_attempts on ledger_entry (person_id, recorded_at) where kind like 'attempt.%';

-- What is needed to do a redaction again in a backup from before it: who, when and why, the documents that it reached, and keyed
-- fingerprints of its words, never the words. It refers to no table but the board's, for an older backup may not know the rest.
create table redaction_record (
  redaction_id uuid primary key,
  board_id uuid not null references board,
  record jsonb not null,
  kept_at timestamptz not null
);
create index redaction_record_of_board on redaction_record (board_id, kept_at);
alter table redaction_record enable row level security;
alter table redaction_record force row level security;
create policy redaction_record_kept on redaction_record for all to heed_app
  using (board_id = any ((select boards_of('support officer'))::uuid[]));
grant select, insert on redaction_record to heed_app;

-- A name that an agency once had can be blanked, as its present one can.
create policy agency_former_name_changed on agency_former_name for update to heed_app
  using (exists (select from board_agency b where b.agency_id = agency_former_name.agency_id
    and b.board_id = any ((select boards_of('administrator', 'support officer'))::uuid[])));
grant update on agency_former_name to heed_app;
