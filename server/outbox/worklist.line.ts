import { createHash } from 'node:crypto'
import { stands } from '../../policies/awaited.ts'
import { grants } from '../../policies/grants.ts'
import { commands } from '../../workflows/case/commands.ts'
import { coarseFacts, factClasses } from '../../workflows/facts/facts.ts'
import { territories } from '../../workflows/calendar/territories.ts'
import { deadlineRegister } from '../../workflows/deadlines/deadlines.ts'
import { guards, type Situation } from '../../workflows/guards/guards.ts'
import { kinds } from '../../workflows/referral/kinds/kinds.ts'
import { capacities, type Capacity } from '../../workflows/vocabulary/capacities.ts'
import { consentScopes, scopeClass } from '../../workflows/vocabulary/vocabulary.ts'
import type { Glanced } from '../disclosure/badges.ts'
import { discloseLine } from '../disclosure/line.ts'

const shownFacts = [
  'danger',
  'ageGroup',
  'ageBand',
  'localDanger',
  'removalBar',
  'forms',
  'language'
] as const

/** What a list shows of a case, in codes, as it is told in one capacity. It holds no day. */
export type ShownLine = {
  territory: string
  identification: string
  facts: Glanced
}

/** The line of a case for those of a capacity, as it is kept. Pure. */
export const lineShown = (capacity: Capacity, { regions, facts }: Situation): string => {
  const told = discloseLine({ capacity, facts }, [...shownFacts, 'indicators'])
  const { indicators, consents: _consents, ...shown } = told.facts
  const line: ShownLine = {
    territory: told.territory,
    identification: told.identification(regions.identification).state,
    facts: { ...shown, ...(indicators && { indicators: { length: indicators.length } }) }
  }
  return JSON.stringify(line)
}

/** What a line hangs on: who sees what, who is waited for, which clocks count, and what it names by a code. */
const madeBy = {
  shownFacts,
  ...{ capacities, factClasses, coarseFacts, consentScopes, scopeClass, kinds, grants },
  ...{ commands, guards, deadlineRegister, territories, stands }
}

// Words are read at the reading; what a guard asks is the text of its function.
const written = (key: string, value: unknown) =>
  key === 'fr' || key === 'en' ? undefined : typeof value === 'function' ? String(value) : value

const digestOf = (tables: object) =>
  createHash('sha256').update(JSON.stringify(tables, written)).digest('base64url').slice(0, 16)

/** The digest of the tables that make lines now, computed once; a test that changes a row computes it again. */
export const lineTables = {
  digest: digestOf(madeBy),
  again: () => void (lineTables.digest = digestOf(madeBy))
}
