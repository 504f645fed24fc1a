import { createHash, randomUUID } from 'node:crypto'
import { audit } from '../acts/audit.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { administers } from '../../policies/organisations.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { InvalidInput, NotFound } from '../errors.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { ImportPreview } from '../views/organisations/organisations.ts'
import { readDirectory, type LineProblem } from './directory.ts'
import { planOf } from './importing/plan.ts'
import { insertOrganisation } from './keep.ts'
import { placeLabel, typeLabel } from './named.ts'
import { accrediting, putProposal } from './proposals.ts'
import { mustAdminister, organisationOf } from './store.ts'

const asFields = (problems: readonly LineProblem[]) =>
  problems.map(({ line, column, message }) => ({
    field: `${line}.${column}`,
    code: 'line',
    message: {
      fr: `Ligne ${line}, colonne « ${column} » : ${message.fr}`,
      en: `Line ${line}, column “${column}”: ${message.en}`
    }
  }))

/** What each line would do, or all that stands against it: then none does anything. */
const planned = async (tx: Tx, text: string) => {
  const { lines, problems } = readDirectory(text)
  if (problems.length > 0) return { plan: [], problems }
  const found = await planOf(tx, lines)
  return found.problems.length > 0 ? { ...found, plan: [] } : found
}

/** What an import would do, line by line, and all that stands against it. Nothing is written. */
export const previewImport = async (
  tx: Tx,
  text: string,
  { actor, locale }: Reader
): Promise<ImportPreview> => {
  if (!administers(actor)) throw new NotFound('not for this role')
  const { plan, problems } = await planned(tx, text)
  return {
    lines: plan.map(({ line, name, type, territory = null, siret = null, directoryId, does }) => ({
      line,
      name,
      typeLabel: typeLabel(type, locale),
      place: placeLabel({ territory, region: null }),
      siret,
      directoryId,
      does
    })),
    problems: problems.map(({ line, column, message }) => ({ line, column, message: message[locale] }))
  }
}

const link = 'update organisation set directory_id = $2 where id = $1'

/** All of it or nothing: what it makes has no right, and is proposed to be accredited; another person confirms each. */
export const importDirectory = (gate: Gate, asked: Keyed, text: string) =>
  acting(
    gate,
    asked,
    {
      action: 'organisation.import',
      aggregate: 'organisation',
      request: { digest: createHash('sha256').update(text).digest('hex') }
    },
    async (tx, at) => {
      mustAdminister(asked)
      const { plan, problems } = await planned(tx, text)
      if (problems.length > 0) throw new InvalidInput(asFields(problems))
      const by = { personId: asked.actor.personId, at }
      for (const one of plan) {
        const id = one.id ?? randomUUID()
        if (one.does === 'create') {
          await insertOrganisation(tx, id, one)
          await putProposal(tx, by, accrediting(await organisationOf(tx, id)))
        } else if (one.does === 'link') await runQuery(tx, link, [id, one.directoryId])
        else continue
        const object = `organisation:${id}`
        await audit(tx, asked.actor, at, { action: 'organisation.import', object, detail: one.does })
      }
      return { object: 'organisation', detail: `${plan.length}` }
    }
  )
