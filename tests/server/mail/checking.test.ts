import { describe, expect, it } from 'vitest'
import { checking } from '../../../server/mail/checking.ts'
import { letterOf } from '../../../server/mail/letter.ts'
import { referenceOf } from '../../../server/cases/code.ts'

const id = '11111111-1111-4111-8111-111111111111'
const at = new Date('2026-11-27T10:00:00Z')
const publicUrl = 'https://mnio.test'
const to = { to: 'canari.adresse@cabinet.test' }
const asked = { referral: id, token: 'x', from: 'association', sentAt: at, until: at, answered: false }
const letter = (callBack?: string) => letterOf({ publicUrl, callBack }, 'request', asked, to).text

describe('a letter to somebody without an account', () => {
  it('says who writes and how to check it without opening the link, in both languages', () => {
    const [fr = '', en = ''] = letter().split('---')
    for (const half of [fr, en]) expect(half).toContain(referenceOf(id))
    expect(fr).toMatch(/Qui vous écrit : le service MNIO.*\(mnio\.test\)/)
    expect(fr).toMatch(/N’ouvrez pas le lien/)
    expect(en).toMatch(/Who writes: the MNIO service.*\(mnio\.test\)/)
  })

  it('gives a number to call back where there is one, and invents none', () => {
    expect(letter('01 00 00 00 00').match(/01 00 00 00 00/g)).toHaveLength(2)
    expect(letter()).not.toMatch(/rappeler le|call undefined/)
  })

  it('that takes another back says so as well', () => {
    const site = { publicUrl, callBack: '01 00 00 00 00' }
    const [fr = '', en = ''] = letterOf(site, 'error', { referral: id, sentAt: at }, to).text.split('---')
    expect(fr).toContain(checking(site, referenceOf(id)).fr)
    expect(en).toContain(checking(site, referenceOf(id)).en)
  })

  it('that invites names no request, and whom to ask instead', () => {
    const { fr, en } = checking({ publicUrl, callBack: '01 00 00 00 00' }, null)
    expect(fr).toMatch(/Qui vous écrit .*mnio\.test.*avec qui vous travaillez.*appeler le 01 00 00 00 00/)
    expect(en).toMatch(/Who writes.*mnio\.test.*you work with.*call 01 00 00 00 00/)
    expect(`${fr}${en}`).not.toMatch(/null|undefined|référence/)
  })
})
