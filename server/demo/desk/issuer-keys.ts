import { generateKeyPair, randomBytes, type JsonWebKey } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

export type IssuerKeys = { jwks: { keys: JsonWebKey[] }; cookieKeys: string[] }

/** Keeps the demonstration issuer's keys beside the data: a restart must not void a session's id_token. */
export async function issuerKeys(path: string): Promise<IssuerKeys> {
  const kept = await read(path)
  if (kept !== null) return kept
  const made = JSON.stringify(await make())
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  // Two servers that start together end with the keys of the first to write.
  await writeFile(path, made, { mode: 0o600, flag: 'wx' }).catch(() => undefined)
  // The text is ours, whether it was read back or could not be written.
  return (await read(path)) ?? (JSON.parse(made) as IssuerKeys)
}

async function read(path: string): Promise<IssuerKeys | null> {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null || text === '' ? null : (JSON.parse(text) as IssuerKeys)
}

async function make(): Promise<IssuerKeys> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const key = {
    ...privateKey.export({ format: 'jwk' }),
    kid: randomBytes(8).toString('hex'),
    alg: 'RS256',
    use: 'sig'
  }
  return { jwks: { keys: [key] }, cookieKeys: [randomBytes(32).toString('base64url')] }
}
