import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { freshDatabase } from '../../../support/running/db.ts'
import { forFile } from '../../../support/for-file.ts'

const db = await forFile(freshDatabase())

const alone = ['walls.alone.test.ts', 'walls/second.test.ts', 'walls/second.beside.test.ts']
  .map((file) => readFileSync(`tests/server/db/${file}`, 'utf8'))
  .join('\n')

/** Of each table with row security, the rule that the code holds too, each wall asked with the other away. */
const twice: Record<string, string> = {
  administrative_figure: 'what other bodies count is read by who makes figures, or controls them',
  asylum_occupancy: 'how full the asylum scheme is is read by who asks for its places',
  audit_event: 'the journal is read by data protection alone',
  calendar_feed: 'that somebody has a calendar is read by themselves',
  case: 'a case is read by who takes part in it',
  case_event: 'its history is read by who takes part in it',
  case_handing: 'that somebody is handed on is read by the two associations',
  case_link: 'who is linked to somebody is read by who reads both cases',
  caseload: 'who follows which case is read in that house',
  compartment: 'who she is is read by who accompanies or examines her',
  config_version: 'the draft of the rules is read by the administration',
  consent: 'what she agreed to is read by who takes part',
  court_referent: 'who is to be spoken to in a court is read by who refers to one',
  deadline: 'its clocks are in the lists of who takes part',
  draft: 'a draft is read by whoever wrote it',
  exact_export: 'why exact counts are asked for is read by who makes figures, or controls them',
  glass_opening: 'an emergency access is read by who opened it and by who watches over them',
  invitation: 'who was invited is read by who manages access there, or administers',
  local_protocol: 'the draft of a protocol is read by those who prepare and sign it',
  meeting: 'a meeting is read by who was convened and by who conducts it',
  organisation_proposal: 'what is proposed of a house is read by the administration',
  referral: 'a request is read by who sent it and by who answers it',
  release: 'figures that are prepared are read by who makes them',
  settlement: 'where people live is read by the house that mediates there',
  team: 'the teams of a house are read there',
  undo_request: 'that an act be undone is told to who decides of it'
}

const within = (table: string) => `read with its ${table}, and by nobody apart`
const ofOneself =
  'rows of whoever asks: the statement names them, and PostgreSQL holds it (own.walls.test.ts)'
const ofClock = 'no page reads it: the worker and the clock do (worker.role.test.ts)'
/** Those around which one wall stands, or whose second one is that of another table, and why. */
const once: Record<string, string> = {
  access_review: 'written and read by who manages access, by functions that ask it (walls/access.test.ts)',
  audit_head: ofClock,
  config_move: 'read and written by the administration, whose pages are there for nobody else',
  config_move_case: within('config_move'),
  deadline_setback: ofClock,
  deadline_trace: within('deadline'),
  device_key: ofOneself,
  firing_lease: ofClock,
  idempotency: ofOneself,
  identity_mark: 'no page reads it: an identity is compared with others and never shown',
  local_protocol_signature: within('local_protocol'),
  mail_call: ofClock,
  mail_wish: ofOneself,
  meeting_followup: within('meeting'),
  meeting_item: within('meeting'),
  meeting_member: within('meeting'),
  meeting_recusal: within('meeting'),
  meeting_vote: 'read with its meeting; whose voice is whose is PostgreSQL’s alone (walls/cell.test.ts)',
  notice: 'what an organisation was told, by its own id; PostgreSQL holds it (own.walls.test.ts)',
  notice_read: ofOneself,
  outbox: ofClock,
  participation: within('case'),
  place: 'shown by the id of its structure or the pool of its desk (own.walls.test.ts)',
  place_address: 'no role that serves pages reads it (parts.walls.test.ts)',
  referral_event: within('referral'),
  referral_link: within('referral'),
  release_report: within('release'),
  release_table: within('release'),
  saved_view: ofOneself,
  service_offer: 'a public directory of those who have an account (walls/rules.test.ts)',
  stay: within('case'),
  team_cover: within('team'),
  team_member: within('team'),
  worker_beat: ofClock
}

it('says of every table with row security whether a second wall stands, and is asked alone, or why none does', async () => {
  const { rows } = await db.owner.query<{ name: string }>(
    `select relname as name from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace order by 1`
  )
  expect([...Object.keys(twice), ...Object.keys(once)].toSorted()).toEqual(
    rows.map(({ name }) => name).toSorted()
  )
  const asked = (rule: string) => alone.split(`rule: '${rule}'`).length - 1
  expect(Object.entries(twice).filter(([, rule]) => asked(rule) !== 1)).toEqual([])
})
