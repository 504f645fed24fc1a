import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../support/running/db.ts'
import { forFile } from '../../support/for-file.ts'

const migration = readFileSync(new URL('../../../migrations/0003_outbox.sql', import.meta.url), 'utf8')
const db = await forFile(freshDatabase())

/** What stood in its place before: jobs of the queue, and the functions that asked for them. */
const before = `
  drop table outbox;
  create function enqueue(text, json) returns void language sql as 'select';
  create function enqueue_link_mail(uuid, boolean) returns void language sql as 'select';
  select graphile_worker.add_job('tell', '{"id":"first"}'::json);
  select graphile_worker.add_job('fire', '{}'::json);
  select graphile_worker.add_job('mail_link', '{"link":"second"}'::json, run_at := now() + interval '1 day');
  select graphile_worker.add_job('tell', '{"id":"third"}'::json);
  update graphile_worker._private_jobs j set attempts = 25 from graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = 'mail_link'`

it('what waited in the queue when the outbox came is carried over in its order, and nothing else of the queue', async () => {
  await db.owner.query(before)
  await db.owner.query(migration)
  const { rows } = await db.owner.query(
    `select kind, payload, attempts, run_at > now() as later from outbox order by id`
  )
  expect(rows).toEqual([
    { kind: 'tell', payload: { id: 'first' }, attempts: 0, later: false },
    { kind: 'mail_link', payload: { link: 'second' }, attempts: 25, later: true },
    { kind: 'tell', payload: { id: 'third' }, attempts: 0, later: false }
  ])
  const left = await db.owner.query('select task_identifier as task from graphile_worker.jobs')
  expect(left.rows).toEqual([{ task: 'fire' }])
})
