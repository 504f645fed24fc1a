import type { Site } from './checking.ts'
import { clear, type Kind, type Told } from './clear.ts'

declare const written: unique symbol

/** A letter as the table of what leaves in clear has it written: nothing outside this file can make one. */
export type Letter = {
  to: string
  subject: string
  text: string
  url: string
  /** Its identity, where it may be sent twice. */
  messageId?: string
  /** An entry that a calendar takes, enclosed. */
  calendar?: Enclosed
  readonly [written]: true
}
/** `CANCEL` takes out of a calendar what `PUBLISH` put there. */
export type Enclosed = { method: 'PUBLISH' | 'CANCEL'; text: string }

type Beside = Pick<Letter, 'to' | 'messageId' | 'calendar'>

/** One skeleton for all: French first, and English below it. */
export const letterOf = <K extends Kind>(site: Site, kind: K, told: Told[K], beside: Beside): Letter => {
  const { subject, page, says } = clear[kind]
  const url = `${site.publicUrl}${page(told)}`
  const { fr, en } = says(told, { ...site, url })
  const text = ['Bonjour,', ...fr, '---', 'Hello,', ...en].join('\n\n')
  return { ...beside, subject: `${subject.fr} · ${subject.en}`, text, url } as Letter
}
