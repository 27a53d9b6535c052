-- The register: recommendations, their parts and addressees, and what was said to each.

create table recommendation (
  id uuid primary key,
  board_id uuid not null references board,
  review_id uuid not null references review,
  -- The document that its words come from, and where they stand there; null when it was entered by hand.
  document_id uuid references document,
  span_from integer,
  span_to integer,
  position integer not null,
  number text check (length(number) <= 20),
  text text not null check (length(text) between 1 and 20000),
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  words tsvector generated always as (to_tsvector('english', text)) stored
);
create index recommendation_of_review on recommendation (review_id, position);
create index recommendation_of_board on recommendation (board_id);
create index recommendation_words on recommendation using gin (words);

create table recommendation_part (
  id uuid primary key,
  board_id uuid not null references board,
  review_id uuid not null references review,
  recommendation_id uuid not null references recommendation,
  document_id uuid references document,
  position integer not null,
  text text not null check (length(text) between 1 and 5000),
  span_from integer,
  span_to integer,
  withdrawn_at timestamptz,
  words tsvector generated always as (to_tsvector('english', text)) stored
);
create index part_of_review on recommendation_part (review_id);
create index part_of_recommendation on recommendation_part (recommendation_id, position);
create index recommendation_part_words on recommendation_part using gin (words);

-- A body that the recommendation is put to: as it is written, and the agency or group of the board's directory that it is.
create table addressee (
  id uuid primary key,
  board_id uuid not null references board,
  review_id uuid not null references review,
  recommendation_id uuid not null references recommendation,
  document_id uuid references document,
  position integer not null,
  as_written text not null check (length(as_written) between 1 and 300),
  agency_id uuid references agency,
  group_id uuid references board_group,
  withdrawn_at timestamptz
);
create index addressee_of_review on addressee (review_id);
create index addressee_of_recommendation on addressee (recommendation_id, position);
create index addressee_of_agency on addressee (agency_id);

create table statement (
  id uuid primary key,
  board_id uuid not null references board,
  review_id uuid not null references review,
  recommendation_id uuid not null references recommendation,
  document_id uuid references document,
  import_id uuid references import,
  position integer not null,
  agency_id uuid references agency,
  agency_as_written text not null check (length(agency_as_written) <= 300),
  text text not null check (length(text) between 1 and 20000),
  act text not null check (act in ('done', 'ongoing', 'planned', 'position', 'context')),
  -- The parts that it takes up, from 1; empty for the whole; null when it cannot be told.
  answers_parts integer[],
  due_as_written text check (length(due_as_written) <= 200),
  due_from date,
  due_to date,
  owner text check (length(owner) <= 300),
  status text check (length(status) <= 200),
  -- Whether its row is reported complete by the document itself.
  reported_done boolean not null default false,
  -- When it was said: the date of the edition that it stands in, when that is known.
  said_on date,
  -- The earlier statement that it repeats or changes, which counts no more as open.
  follows_id uuid references statement,
  span_from integer,
  span_to integer,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  words tsvector generated always as (to_tsvector('english', text)) stored
);
create index statement_of_recommendation on statement (recommendation_id, position);
create index statement_of_review on statement (review_id);
create index statement_of_agency on statement (agency_id, due_to);
create index statement_of_board on statement (board_id, act, due_to);
create index statement_followed on statement (follows_id) where follows_id is not null;
create index statement_words on statement using gin (words);

create table finding (
  id uuid primary key,
  board_id uuid not null references board,
  review_id uuid not null references review,
  document_id uuid references document,
  recommendation_id uuid references recommendation,
  -- What exactly it is about, where it is dismissed for one statement or one silent body only.
  statement_id uuid references statement,
  addressee_id uuid references addressee,
  agency_id uuid references agency,
  code text not null,
  message text not null check (length(message) <= 2000),
  span_from integer,
  span_to integer,
  created_at timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by uuid references person,
  dismissed_reason text check (length(dismissed_reason) between 1 and 1000)
);
create index finding_of_review on finding (review_id, code);
create index finding_of_recommendation on finding (recommendation_id);
create index finding_of_statement on finding (statement_id) where statement_id is not null;
create index finding_of_addressee on finding (addressee_id) where addressee_id is not null;

create table citation (
  id uuid primary key,
  board_id uuid not null references board,
  review_id uuid not null references review,
  document_id uuid not null references document,
  as_written text not null,
  guidance text not null,
  edition text,
  span_from integer not null,
  span_to integer not null
);
create index citation_of_review on citation (review_id);
create index citation_of_edition on citation (guidance, edition);

-- What a thing said before it was corrected: the words are kept here, the ledger keeps that it happened.
create table correction (
  id uuid primary key,
  board_id uuid not null references board,
  review_id uuid not null references review,
  thing text not null,
  thing_id uuid not null,
  field text not null,
  was text,
  became text,
  reason text not null check (length(reason) <= 1000),
  person_id uuid not null references person,
  corrected_at timestamptz not null
);
create index correction_of_thing on correction (thing_id, corrected_at);

do $$ declare t text; begin
  foreach t in array array['recommendation', 'recommendation_part', 'addressee', 'statement', 'finding', 'citation', 'correction']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I for select to heed_app using (review_id in (select id from review))', t || '_seen', t);
    execute format('create policy %I on %I for all to heed_app using (board_id = any ((select boards_of(''support officer''))::uuid[])
      and review_id in (select id from review))', t || '_kept', t);
    execute format('grant select, insert, update on %I to heed_app', t);
  end loop;
end $$;

-- What follows from the records and is therefore never stored. Each view is read with the rights of whoever asks.

-- Recommendations to which nothing at all was said.
create view unanswered_recommendation with (security_invoker = true) as
select r.id, r.board_id, r.review_id,
  exists (select from finding f where f.recommendation_id = r.id and f.code = 'unanswered' and f.dismissed_at is not null)
    as is_dismissed
from recommendation r
where r.withdrawn_at is null
  and not exists (select from statement s where s.recommendation_id = r.id and s.withdrawn_at is null);

-- Each body that is asked, once for a recommendation: an addressee, each member of a group that is one, or the name as it is
-- written. It is heard when it, its successor or its predecessor speaks under the recommendation, or the group for it.
create view asked_body with (security_invoker = true) as
select distinct on (a.board_id, a.review_id, a.recommendation_id, coalesce(coalesce(a.agency_id, m.agency_id)::text, lower(a.as_written)))
  a.board_id, a.review_id, a.recommendation_id, a.id as addressee_id, a.position, a.as_written,
  coalesce(a.agency_id, m.agency_id) as agency_id, a.group_id,
  exists (select from statement s where s.recommendation_id = a.recommendation_id and s.withdrawn_at is null and (
    s.agency_id = coalesce(a.agency_id, m.agency_id)
    or lower(s.agency_as_written) = lower(a.as_written)
    or lower(s.agency_as_written) = lower(g.name)
    or exists (select from agency_succession x
      where x.agency_id = coalesce(a.agency_id, m.agency_id) and x.successor_id = s.agency_id
        or x.successor_id = coalesce(a.agency_id, m.agency_id) and x.agency_id = s.agency_id))) as is_heard,
  exists (select from finding f where f.addressee_id = a.id and f.code = 'silent-addressee' and f.dismissed_at is not null
    and (f.agency_id is null or f.agency_id = coalesce(a.agency_id, m.agency_id))) as is_dismissed
from addressee a
join recommendation r on r.id = a.recommendation_id and r.withdrawn_at is null
left join board_group g on g.id = a.group_id and a.agency_id is null
left join group_member m on m.group_id = g.id and m.left_at is null
where a.withdrawn_at is null
order by a.board_id, a.review_id, a.recommendation_id, coalesce(coalesce(a.agency_id, m.agency_id)::text, lower(a.as_written)),
  a.agency_id is null, a.position;

-- Promises that stand: planned, not reported done, not withdrawn, and not followed by a later edition of themselves.
create view open_promise with (security_invoker = true) as
select s.id, s.board_id, s.review_id, s.recommendation_id, s.agency_id, s.due_from, s.due_to,
  s.due_as_written is null and s.due_from is null and s.due_to is null and not exists (select from finding f
    where f.statement_id = s.id and f.code = 'no-date' and f.dismissed_at is not null) as is_dateless,
  s.agency_id is null and s.agency_as_written = '' and coalesce(s.owner, '') = '' and not exists (select from finding f
    where f.statement_id = s.id and f.code = 'no-owner' and f.dismissed_at is not null) as is_ownerless,
  exists (select from finding f where f.statement_id = s.id and f.code = 'overdue' and f.dismissed_at is not null)
    as is_lateness_dismissed
from statement s
join recommendation r on r.id = s.recommendation_id and r.withdrawn_at is null
where s.act = 'planned' and s.withdrawn_at is null and not s.reported_done
  and not exists (select from statement n where n.follows_id = s.id and n.withdrawn_at is null);

grant select on unanswered_recommendation, asked_body, open_promise to heed_app;
