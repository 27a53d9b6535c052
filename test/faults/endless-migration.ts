import type { Migration } from '../../src/store/migrations.ts'

/** A migration that makes a table, changes another and then takes longer than any test waits. */
export const endless: Migration = {
  name: '9998_endless.sql',
  text: `create table half_done (n int); insert into half_done values (1); alter table board add column half_done int;
    do $$ begin perform count(*) from generate_series(1, 100000000000); end $$;`,
}
