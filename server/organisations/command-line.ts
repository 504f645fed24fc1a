import { existsSync } from 'node:fs'
import type { Bilingual } from '../../workflows/vocabulary/vocabulary.ts'
import { isLoopback, loadConfig, type Config } from '../config.ts'
import { openOwner } from '../db/client.ts'
import { embeddedDataExists, startEmbedded } from '../db/embedded/embedded.ts'
import { migrationsApplied } from '../db/migrate.ts'
import { masterKeyFile, openKeys, type Keys } from '../keys.ts'
import { createLog, type Log } from '../log.ts'
import { prepareDatabase } from '../prepare.ts'
import { makeFirstAdministrator, Misused, type FirstAdministrator } from './first-administrator.ts'
import { codeOf, isRefused, ownerRefused, retiring } from './access/owner-refused.ts'

type Environment = Record<string, string | undefined>

/** The server's own settings; what only signing in needs may be missing here. */
const configFor = (env: Environment): Config => {
  const own = { OIDC_ISSUER: 'https://issuer.invalid', OIDC_CLIENT_ID: '-', OIDC_CLIENT_SECRET: '-' }
  const told = env['OIDC_ISSUER'] || !env['DATABASE_URL'] || env['DEMO']
  return loadConfig(told ? env : { ...env, ...own })
}

type Standing = { url: string; keys: Keys; log: Log }

const keyLost = (path: string) =>
  new Misused({
    fr: `La clé maîtresse ${path} manque, et des données existent déjà : remettez ce fichier depuis sa sauvegarde.`,
    en: `The master key ${path} is missing, and data exists already: put that file back from its backup.`
  })
const keyElsewhere = (path: string) =>
  new Misused({
    fr: `La clé maîtresse ${path} n’est pas là : donnez le même KEY_FILE qu’au serveur ou, pour une base neuve, lancez d’abord « ./mnio migrate ».`,
    en: `The master key ${path} is not here: give the same KEY_FILE as to the server or, for a new database, run “./mnio migrate” first.`
  })

/** Where nothing was ever kept, as before the first start of a server with its own PostgreSQL. */
const isNew = ({ databaseUrl, dataDir }: Config) => !databaseUrl && !embeddedDataExists(dataDir)

/** @throws Misused where a new key would not be the one that the data was sealed with */
const keysOf = (config: Config, mayCreate: boolean): Keys => {
  const path = masterKeyFile(config)
  if (!existsSync(path) && embeddedDataExists(config.dataDir)) throw keyLost(path)
  if (!existsSync(path) && !mayCreate) throw keyElsewhere(path)
  return openKeys(path, mayCreate)
}

/** The address of whoever owns the database that the server would open, for one piece of work by hand. */
const asOwner = async (config: Config, mayCreate: boolean, work: (standing: Standing) => Promise<void>) => {
  const log = createLog('silent')
  const keys = keysOf(config, mayCreate)
  const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, keys, log })
  try {
    await work({ url: embedded?.ownerUrl ?? config.databaseUrl ?? '', keys, log })
  } catch (error) {
    throw config.databaseUrl && isRefused(error) ? ownerRefused(config.databaseUrl) : error
  } finally {
    await embedded?.stop()
  }
}

/** Brings the database to this release, as a start of the server with its own PostgreSQL does. */
export const migrate = async (env: Environment): Promise<Bilingual> => {
  const config = configFor(env)
  await asOwner(config, true, ({ url, ...preparing }) => prepareDatabase(url, { config, ...preparing }))
  const fr = 'La base est à jour de cette version.'
  const en = 'The database is of this release.'
  if (!config.databaseUrl) return { fr, en }
  const last = retiring(config.databaseUrl)
  return {
    fr: `${fr} Si personne n’administre encore la plateforme, nommez d’abord quelqu’un, avec cette même adresse : « ./mnio invite ». Retirez ensuite au propriétaire son mot de passe, jusqu’à la prochaine version, en tant qu’administrateur de PostgreSQL :\n  ${last}`,
    en: `${en} Where nobody administers the platform yet, first name somebody, by this same address: “./mnio invite”. Then take the owner’s password away until the next release, as an administrator of PostgreSQL:\n  ${last}`
  }
}

const otherIssuer = new Misused({
  fr: 'OIDC_ISSUER nomme un autre fournisseur d’identité : cette personne ne pourrait pas s’identifier ici.',
  en: 'OIDC_ISSUER names another identity provider: this person could not sign in here.'
})
const notMigrated = new Misused({
  fr: 'La base n’est pas à jour de cette version : lancez « ./mnio migrate ».',
  en: 'The database is not of this release: run “./mnio migrate”.'
})

/** A database in which nothing was made says that a table, or its schema, is missing; any other fault is not this one. */
const wasNeverMade = (error: unknown): false => {
  if (['42P01', '3F000'].includes(codeOf(error))) return false
  throw error
}

const plainIssuer = new Misused({
  fr: 'Le fournisseur d’identité se nomme par une adresse https:// : par http://, personne ne pourrait s’identifier.',
  en: 'The identity provider is named by an https:// address: over http:// nobody could sign in.'
})
const unnamedIssuer = new Misused({
  fr: 'Aucune base n’est encore là. Donnez OIDC_ISSUER, OIDC_CLIENT_ID et OIDC_CLIENT_SECRET, comme au serveur : sans eux, ce serait celle de la démonstration fictive.',
  en: 'No database is here yet. Give OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, as to the server: without them it would be that of the fictional demonstration.'
})

const anew: Bilingual = {
  fr: ' La personne nommée auparavant, qui ne s’est jamais identifiée, n’administre plus.',
  en: ' The person named before, who never signed in, administers no more.'
}

/**
 * On a machine where nothing was ever started it makes what a first start makes, so that whoever answers is named before anybody can knock.
 * @throws Misused saying why nobody was made administrator.
 */
export const invite = async (asked: FirstAdministrator, env: Environment): Promise<Bilingual> => {
  if (!asked.issuer.startsWith('https://') && !isLoopback(asked.issuer)) throw plainIssuer
  const config = configFor(env)
  if (env['OIDC_ISSUER'] && config.oidc?.issuer !== asked.issuer) throw otherIssuer
  const first = isNew(config)
  if (first && !config.oidc) throw unnamedIssuer
  let again = false
  await asOwner(config, first, async ({ url, ...preparing }) => {
    if (first) await prepareDatabase(url, { config, ...preparing })
    const owner = openOwner({ url, ...preparing })
    try {
      if (!(await migrationsApplied(owner).catch(wasNeverMade))) throw notMigrated
      again = (await makeFirstAdministrator(owner, asked)).replaced
    } finally {
      await owner.end()
    }
  })
  const instead = again ? anew : { fr: '', en: '' }
  return {
    fr: `C’est fait, et c’est écrit au journal.${instead.fr} Cette personne s’identifie ici : ${config.publicUrl}/connexion`,
    en: `Done, and written in the journal.${instead.en} This person signs in here: ${config.publicUrl}/connexion`
  }
}
