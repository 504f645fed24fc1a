import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Keys of one purpose each, all drawn from the master key, which never leaves this module. */
export interface Keys {
  derive(purpose: string): Buffer
  /** A name that tells nothing of what it is the name of: the same for the same words of one purpose. */
  mark(purpose: string, said: string): string
  /** A password no one has to know: it is computed again at each start. */
  password(purpose: string): string
  /** Recognises the key without revealing it. */
  fingerprint: string
}

const keyBytes = 32

export function keysFrom(master: Buffer): Keys {
  if (master.length !== keyBytes) throw new Error(`The master key must be ${keyBytes} bytes long`)
  const hmac = (label: string) => createHmac('sha256', master).update(label).digest()
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'mnio', purpose, keyBytes))
  return {
    derive,
    mark: (purpose, said) => createHmac('sha256', derive(purpose)).update(said).digest('base64url'),
    password: (purpose) => hmac(`password:${purpose}`).toString('base64url'),
    fingerprint: hmac('fingerprint').toString('hex').slice(0, 32)
  }
}

export function masterKeyFile(config: { dataDir: string; keyFile: string | undefined }): string {
  return config.keyFile ?? join(config.dataDir, 'keys', 'master.key')
}

/**
 * Reads the master key, or makes one at the very first start. `mayCreate` is false once data exists: a new
 * key would make every encrypted value unreadable for ever.
 */
export function openKeys(path: string, mayCreate: boolean): Keys {
  if (!existsSync(path)) {
    if (!mayCreate) {
      throw new Error(
        `The master key ${path} is missing, and data already exists: restore that file from its backup`
      )
    }
    createKeyFile(path)
  }
  return keysFrom(readFileSync(path))
}

/** Writes beside, then links: two servers that start together end with one and the same key. */
function createKeyFile(path: string): void {
  // PostgreSQL's own user must pass through DATA_DIR, and through nothing of the keys.
  mkdirSync(dirname(dirname(path)), { recursive: true, mode: 0o711 })
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, randomBytes(keyBytes), { mode: 0o400, flush: true })
  chmodSync(draft, 0o400)
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}
