import { handingStates } from '../../../policies/organisations/handing.ts'
import type { Bilingual } from '../../../workflows/vocabulary/vocabulary.ts'
import type { Tx } from '../../db/context.ts'
import type { Reader } from '../../disclosure/reader.ts'
import type { Telling } from '../../outbox/enqueue.ts'
import { handingsWhere } from './store.ts'

/** That it is proposed, and what became of it. */
const lines = { proposed: 1, settled: 2 } as const

export const told = (id: string, to: readonly string[], line: keyof typeof lines): Telling => ({
  ...{ about: 'referral', id, to },
  line: { about: 'handing', id, seq: lines[line] }
})

const words = {
  proposed: {
    fr: 'Une association vous propose de reprendre un accompagnement',
    en: 'An association proposes that you take over a case'
  },
  settled: { fr: 'Passage d’un dossier\u00a0:', en: 'Handing a case on:' }
} as const satisfies Record<string, Bilingual>

/** What a notice of these proposals says to either side: who and what stands behind it is read on its own page. */
export const handingsTold = async (tx: Tx, ids: readonly string[], { locale }: Reader) => {
  const rows = new Map((await handingsWhere(tx, 'id = any($1::uuid[])', [ids])).map((row) => [row.id, row]))
  return (id: string, seq: number) => {
    const row = rows.get(id)
    if (!row) return null
    const label =
      seq === lines.proposed
        ? words.proposed[locale]
        : `${words.settled[locale]} ${handingStates[row.state][locale]}`
    return { label, opens: { what: 'handing', id } as const }
  }
}
