import { afterAll, describe, expect, it } from 'vitest'
import { letterOf } from '../../../server/mail/letter.ts'
import { postBy } from '../../../server/mail/post.ts'
import { forFile } from '../../support/for-file.ts'
import { openPost } from '../../support/smtp.ts'

const publicUrl = 'https://mnio.test'
const sentAt = new Date('2026-11-27T10:00:00Z')
const told = {
  ...{ referral: '11111111-1111-4111-8111-111111111111', token: 'CANARI', from: 'association' },
  ...{ sentAt, until: sentAt, answered: false }
}
const letter = letterOf({ publicUrl, callBack: undefined }, 'request', told, {
  to: 'canari.adresse@cabinet.test'
})
const by = (smtpUrl: string) => postBy({ demonstration: false, publicUrl, smtpUrl })!

const plain = await forFile(openPost())
const offering = await forFile(openPost({ disabledCommands: ['AUTH'] }))
const guarded = await forFile(
  openPost({
    ...{ disabledCommands: ['STARTTLS'], allowInsecureAuth: true },
    onAuth: ({ username, password }, _session, answer) =>
      answer(username === 'mnio' && password === 'bon' ? null : new Error('no'), { user: username })
  })
)
const choosy = await forFile(
  openPost({
    onRcptTo: (_address, _session, answer) =>
      answer(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
  })
)
afterAll(() => Promise.all([plain, offering, guarded, choosy].map(({ close }) => close())))

describe('a letter, which may bring a link that opens a request', () => {
  it('leaves this machine in clear by no server, whatever that server offers', async () => {
    // By a name that is none of this machine’s: where it listens is not what decides.
    const elsewhere = plain.url.replace('127.0.0.1', '0.0.0.0')
    await expect(by(elsewhere)(letter)).rejects.toThrow(/STARTTLS|TLS|upgrade/i)
    expect(plain.letters).toEqual([])
    await by(`${elsewhere}?requireTLS=false`)(letter)
    expect(plain.letters, 'positive control: an operator who says so').toHaveLength(1)
  })

  it('goes to no server that shows a certificate which nobody vouches for', async () => {
    await expect(by(offering.url)(letter)).rejects.toThrow(/self[- ]signed|certificate/i)
    expect(offering.letters).toEqual([])
  })

  it('is not taken by a server that asks for another password, nor for another mailbox', async () => {
    const as = (password: string) => by(guarded.url.replace('//', `//mnio:${password}@`))
    await expect(as('faux')(letter)).rejects.toMatchObject({ code: 'EAUTH' })
    await expect(by(choosy.url)(letter)).rejects.toMatchObject({ responseCode: 550 })
    expect([...guarded.letters, ...choosy.letters]).toEqual([])
    await as('bon')(letter)
    expect(guarded.letters).toHaveLength(1)
    expect(guarded.letters[0]).toMatch(/^From: MNIO <ne-pas-repondre@mnio\.test>$/m)
  })
})
