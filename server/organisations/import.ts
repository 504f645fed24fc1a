import { createHash, randomUUID } from 'node:crypto'
import { audit } from '../acts/audit.ts'
import type { Gate } from '../acts/command-validation.ts'
import { acting, type Keyed } from '../acts/once.ts'
import { administers } from '../../policies/organisations.ts'
import { runQuery, type Tx } from '../db/context.ts'
import { InvalidInput, NotFound } from '../errors.ts'
import type { Reader } from '../disclosure/reader.ts'
import type { ImportPreview } from '../views/organisations/organisations.ts'
import { readDirectory, type DirectoryLine, type LineProblem } from './directory.ts'
import { insertOrganisation } from './keep.ts'
import { placeLabel, typeLabel } from './named.ts'
import { mustAdminister } from './store.ts'

type Known = {
  id: string
  name: string
  siret: string | null
  directoryId: string | null
  same: string | null
}

const known = `select id, name, siret, directory_id as "directoryId", lower(name) || ' ' || type || ' ' || coalesce(territory, '') as same
  from organisation where status <> 'closed'
    and (directory_id = any($1::text[]) or siret = any($2::text[])
      or lower(name) || ' ' || type || ' ' || coalesce(territory, '') = any($3::text[]))`

const sameOf = ({ name, type, territory }: DirectoryLine) =>
  `${name.toLowerCase()} ${type} ${territory ?? ''}`

/** What a line does: makes an organisation, gives its identifier to one that is there, or nothing. */
type Does = 'create' | 'link' | 'none'
type Planned = DirectoryLine & { does: Does; id: string | null }

const planOf = async (tx: Tx, lines: readonly DirectoryLine[]): Promise<Planned[]> => {
  const values = [
    lines.flatMap(({ directoryId }) => directoryId ?? []),
    lines.flatMap(({ siret }) => siret ?? []),
    lines.map(sameOf)
  ]
  const there = await runQuery<Known>(tx, known, values)
  return lines.map((line) => {
    const found =
      there.find(({ directoryId }) => directoryId !== null && directoryId === line.directoryId) ??
      there.find(({ siret, same }) => (siret !== null && siret === line.siret) || same === sameOf(line))
    if (!found) return { ...line, does: 'create', id: null }
    const links = line.directoryId !== null && found.directoryId === null
    return { ...line, does: links ? 'link' : 'none', id: found.id }
  })
}

const asFields = (problems: readonly LineProblem[]) =>
  problems.map(({ line, column, message }) => ({
    field: `${line}.${column}`,
    code: 'line',
    message: {
      fr: `Ligne ${line}, colonne « ${column} » : ${message.fr}`,
      en: `Line ${line}, column “${column}”: ${message.en}`
    }
  }))

/** What an import would do, line by line, and all that stands against it. Nothing is written. */
export const previewImport = async (
  tx: Tx,
  text: string,
  { actor, locale }: Reader
): Promise<ImportPreview> => {
  if (!administers(actor)) throw new NotFound('not for this role')
  const { lines, problems } = readDirectory(text)
  const plan = problems.length > 0 ? [] : await planOf(tx, lines)
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

/** All of it or nothing: what it makes has no right, and each is accredited by two like any other. */
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
      const { lines, problems } = readDirectory(text)
      if (problems.length > 0) throw new InvalidInput(asFields(problems))
      const plan = await planOf(tx, lines)
      for (const one of plan) {
        const id = one.id ?? randomUUID()
        if (one.does === 'none') continue
        if (one.does === 'create') await insertOrganisation(tx, id, one)
        else await runQuery(tx, link, [id, one.directoryId])
        const object = `organisation:${id}`
        await audit(tx, asked.actor, at, { action: 'organisation.import', object, detail: one.does })
      }
      return { object: 'organisation', detail: `${plan.length}` }
    }
  )
