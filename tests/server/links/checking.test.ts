import { describe, expect, it } from 'vitest'
import { seal } from '../../../server/db/sealing.ts'
import { errorLetterOf } from '../../../server/links/error.mail.ts'
import { checking } from '../../../server/links/checking.ts'
import { letterOf } from '../../../server/links/mail.ts'
import { addressAt } from '../../../server/referrals/by-link.ts'
import { referenceOf } from '../../../server/cases/code.ts'
import { testKeys as keys } from '../../support/running/keys.ts'

const id = '11111111-1111-4111-8111-111111111111'
const at = new Date('2026-11-27T10:00:00Z')
const row = {
  id,
  generation: 1,
  address: seal(keys, addressAt(id), 'canari.adresse@cabinet.test'),
  expires_at: at,
  mailed_at: null,
  referral_id: id,
  kind: 'health' as const,
  sent_at: at,
  sender_type: 'association',
  answer_by: '2026-12-12',
  answered: false
}
const letter = (callBack?: string) => letterOf({ keys, publicUrl: 'https://mnio.test', callBack }, row).text

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
    const sent = { link: id, address: row.address.toString('base64'), referral: id, sentAt: at.toISOString() }
    const site = { keys, publicUrl: 'https://mnio.test', callBack: '01 00 00 00 00' }
    const [fr = '', en = ''] = errorLetterOf(site, sent).text.split('---')
    expect(fr).toContain(checking(site, referenceOf(id)).fr)
    expect(en).toContain(checking(site, referenceOf(id)).en)
  })

  it('that invites names no request, and whom to ask instead', () => {
    const { fr, en } = checking({ publicUrl: 'https://mnio.test', callBack: '01 00 00 00 00' }, null)
    expect(fr).toMatch(/Qui vous écrit .*mnio\.test.*avec qui vous travaillez.*appeler le 01 00 00 00 00/)
    expect(en).toMatch(/Who writes.*mnio\.test.*you work with.*call 01 00 00 00 00/)
    expect(`${fr}${en}`).not.toMatch(/null|undefined|référence/)
  })
})
