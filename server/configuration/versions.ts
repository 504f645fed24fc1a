import { abilityFor } from '../../policies/abilities.ts'
import { publicationRefused } from '../../policies/separation.ts'
import { civilDate, isCivilDate } from '../../workflows/calendar/calendar.ts'
import type { Configuration } from '../../workflows/configuration/configuration.ts'
import { pairProblems } from '../../workflows/configuration/local/problems.ts'
import type { LocalProtocol } from '../../workflows/configuration/local/protocol.ts'
import { effectProblems, problemsOf } from '../../workflows/configuration/problems.ts'
import type { InputProblem } from '../../workflows/vocabulary/problem.ts'
import { audit } from '../acts/audit.ts'
import type { Done, Gate } from '../acts/command-validation.ts'
import { actOnce, type Keyed } from '../acts/once.ts'
import { runQuery, type Tx } from '../db/context.ts'
import type { configVersions } from '../db/schema/schema.ts'
import { InvalidInput, NotFound, RuleRefused, VersionConflict, wrongField } from '../errors.ts'
import { completed } from '../cases/configuration.ts'

/** Who wrote and who published are named. */
export type VersionRow = typeof configVersions.$inferSelect & { state: 'draft' | 'published' | 'withdrawn' }

const select = `select version, id, effective_on::text as "effectiveOn", body, state, revision, based_on as "basedOn", writers,
  (select display_name from person where id = created_by) as "createdBy", created_at as "createdAt",
  (select display_name from person where id = published_by) as "publishedBy", published_at as "publishedAt" from config_version`

const complete = (row: VersionRow): VersionRow => ({ ...row, body: completed(row.body) })

export const readVersions = async (tx: Tx): Promise<VersionRow[]> =>
  (await runQuery<VersionRow>(tx, `${select} order by effective_on desc, created_at desc`, [])).map(complete)

/** @throws NotFound */
export const readVersion = async (tx: Tx, version: string, lock = false): Promise<VersionRow> => {
  const [row] = await runQuery<VersionRow>(tx, `${select} where version = $1${lock ? ' for update' : ''}`, [
    version
  ])
  if (!row) throw new NotFound('no such version')
  return complete(row)
}

type Deed = { action: string; object: string; request: object }

/** One act of the administration: allowed or looking like nothing at all, done once for one key, and written down. */
export const administering = (
  gate: Gate,
  asked: Keyed,
  { action, object, request }: Deed,
  work: (tx: Tx, at: Date, id: string) => Promise<unknown>
): Promise<Done> =>
  actOnce(
    gate,
    asked,
    { command: action, object, aggregate: 'configuration', request },
    async (tx, at, id) => {
      if (!abilityFor(asked.actor).can('read', 'Configuration')) throw new NotFound('not for this role')
      await work(tx, at, id)
      await audit(tx, asked.actor, at, { chain: 'system', action, object })
    }
  )

const notADraft = () =>
  new RuleRefused('not a draft', {
    fr: 'Une version publiée ne change plus : copiez-la dans un brouillon.',
    en: 'A published version never changes: copy it into a draft.'
  })

const draftOf = async (tx: Tx, version: string, revision: number): Promise<VersionRow> => {
  const row = await readVersion(tx, version, true)
  if (row.state !== 'draft') throw notADraft()
  if (row.revision !== revision) throw new VersionConflict(`revision ${row.revision}`)
  return row
}

const taken = () =>
  wrongField('version', 'taken', {
    fr: 'Ce nom de version est déjà pris',
    en: 'This version name is already taken'
  })

export type Draft = { from: string; version: string; effectiveOn: string; note: string }

/** A draft starts as the copy of a published version. */
export const createDraft = (gate: Gate, asked: Keyed, draft: Draft) =>
  administering(
    gate,
    asked,
    { action: 'configuration.draft', object: `configuration:${draft.version}`, request: draft },
    async (tx, at) => {
      const from = await readVersion(tx, draft.from)
      // What nobody published has been agreed by nobody: copied, it would be its first writer's alone.
      if (from.state !== 'published') throw new NotFound('only a published version is copied')
      const { version, effectiveOn, note } = draft
      const body = { ...from.body, version, effectiveOn, note }
      const [row] = await runQuery<{ id: string }>(
        tx,
        `insert into config_version (version, effective_on, body, state, based_on, created_by, writers, created_at)
         values ($1, $2, $3, 'draft', $4, $5, array[$5::uuid], $6) on conflict (version) do nothing returning id`,
        [version, effectiveOn, JSON.stringify(body), draft.from, asked.actor.personId, at]
      )
      if (!row) throw taken()
      return row
    }
  )

/** Saves a draft as it is, whole, with or without problems: a draft may be left half done. */
export const saveDraft = (gate: Gate, asked: Keyed, body: Configuration, revision: number) =>
  administering(
    gate,
    asked,
    { action: 'configuration.save', object: `configuration:${body.version}`, request: { body, revision } },
    async (tx) => {
      const row = await draftOf(tx, body.version, revision)
      await runQuery(
        tx,
        `update config_version set body = $2, effective_on = $3, revision = revision + 1,
           writers = case when $4::uuid = any (writers) then writers else writers || $4::uuid end where version = $1`,
        [row.version, JSON.stringify(body), body.effectiveOn, asked.actor.personId]
      )
      return row
    }
  )

// Of each place the one in force on that day, and those that take effect later.
const signedProtocols = `select p.body from local_protocol p where p.state = 'signed' and (p.effective_on > $1
    or not exists (select from local_protocol later where later.place = p.place and later.state = 'signed'
      and later.effective_on <= $1 and (later.effective_on, later.signed_at) > (p.effective_on, p.signed_at)))
  order by p.name`

/** What stands against publishing it today: by itself, and under the protocols that were signed over it. */
export const standsAgainst = async (tx: Tx, body: Configuration, at: Date): Promise<InputProblem[]> => {
  const alone = [...problemsOf(body), ...effectProblems(body, civilDate(at, 'Europe/Paris'))]
  // Of a day that there is none of no protocol is in force.
  if (!isCivilDate(body.effectiveOn)) return alone
  const signed = await runQuery<{ body: LocalProtocol }>(tx, signedProtocols, [body.effectiveOn])
  return [
    ...alone,
    ...pairProblems(
      signed.map((one) => one.body),
      completed(body)
    )
  ]
}

/** Another person than those who wrote publishes exactly the revision that was read. */
export const publish = (gate: Gate, asked: Keyed, version: string, revision: number) =>
  administering(
    gate,
    asked,
    { action: 'configuration.publish', object: `configuration:${version}`, request: { version, revision } },
    async (tx, at) => {
      const row = await draftOf(tx, version, revision)
      const refused = publicationRefused(row.writers, asked.actor)
      if (refused) throw new RuleRefused('another person publishes', refused)
      const problems = await standsAgainst(tx, row.body, at)
      if (problems.length > 0) throw new InvalidInput(problems)
      await runQuery(
        tx,
        `update config_version set state = 'published', published_by = $2, published_at = $3 where version = $1`,
        [version, asked.actor.personId, at]
      )
      return row
    }
  )

const inForceAlready = () =>
  new RuleRefused('in force', {
    fr: 'Cette version est déjà en vigueur : des dossiers la suivent. Publiez-en une autre.',
    en: 'This version is already in force: cases live under it. Publish another one.'
  })

/** A draft is given up, or a published version taken back before its day. */
export const withdraw = (gate: Gate, asked: Keyed, version: string) =>
  administering(
    gate,
    asked,
    { action: 'configuration.withdraw', object: `configuration:${version}`, request: { version } },
    async (tx, at) => {
      const row = await readVersion(tx, version, true)
      if (row.state === 'published' && row.effectiveOn <= civilDate(at, 'Europe/Paris'))
        throw inForceAlready()
      await runQuery(tx, `update config_version set state = 'withdrawn' where version = $1`, [version])
      return row
    }
  )
