import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { asWritten, saysDrafts } from '../../web/src/lib/device/shown.ts'
import { openWith, sealTo } from '../../web/src/lib/device/vault.ts'

/** As the server makes it. */
const pair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    publicHalf: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateHalf: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url')
  }
}
const words = 'Rue du CANARI, « é » 𝄞'
const legible = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('a draft on a device', () => {
  const [own, other] = [pair(), pair()]

  it('opens with no other key', async () => {
    const sealed = await sealTo(own.publicHalf, words)
    await expect(openWith(other.privateHalf, sealed)).rejects.toThrow()
  })

  it('opens no more where a single bit of it was changed, or its sender', async () => {
    const sealed = await sealTo(own.publicHalf, words)
    const body = Uint8Array.from(sealed.body, (byte, at) => (at === 3 ? byte ^ 1 : byte))
    await expect(openWith(own.privateHalf, { ...sealed, body })).rejects.toThrow()
    const { sender } = await sealTo(own.publicHalf, words)
    await expect(openWith(own.privateHalf, { ...sealed, sender })).rejects.toThrow()
  })

  it('says nothing by itself, and is never twice the same', async () => {
    const [first, second] = [await sealTo(own.publicHalf, words), await sealTo(own.publicHalf, words)]
    for (const part of Object.values(first)) expect(legible(part)).not.toContain('CANARI')
    for (const part of ['sender', 'nonce', 'body'] as const)
      expect(legible(first[part])).not.toBe(legible(second[part]))
  })

  it('opens with its own', async () => {
    expect(await openWith(own.privateHalf, await sealTo(own.publicHalf, words))).toBe(words)
  })
})

describe('the drafts that were left', () => {
  const left = (id: string, path: string, hour: number) => ({
    id,
    path,
    expiresAt: `2026-12-03T0${hour}:00:00.000Z`
  })

  it('are named on no page that is read to the person', () => {
    for (const path of [
      '/donnees',
      '/donnees/registre',
      '/t/r8hj',
      '/aide/glossaire',
      '/dossiers/1/entretien'
    ])
      expect([path, saysDrafts(path)]).toEqual([path, false])
    for (const path of ['/aujourdhui', '/dossiers/1', '/t-shirts', '/signaler'])
      expect([path, saysDrafts(path)]).toEqual([path, true])
  })

  it('are one where several are of one flag: it is taken up where it was left', () => {
    const [first, second] = [left('a', '/signaler/maintenant', 1), left('b', '/signaler/personne', 3)]
    const acts = [
      left('c', '/dossiers/1/agir/contact.note', 2),
      left('d', '/dossiers/2/agir/contact.note', 2)
    ]
    expect(asWritten([first, ...acts, second])).toEqual([
      { last: second, all: [first, second] },
      { last: acts[0], all: [acts[0]] },
      { last: acts[1], all: [acts[1]] }
    ])
  })
})
