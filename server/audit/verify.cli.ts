import { loadConfig } from '../config.ts'
import { openOwner } from '../db/client.ts'
import { startEmbedded } from '../db/embedded/embedded.ts'
import { masterKeyFile, openKeys } from '../keys.ts'
import { createLog } from '../log.ts'
import { verifyChains } from './chain.ts'
import { verifyReviews } from './reviews.ts'

const config = loadConfig(process.env)
const log = createLog('silent')
const keys = openKeys(masterKeyFile(config), false)
const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, keys, log })
const owner = openOwner({ url: embedded?.ownerUrl ?? config.databaseUrl ?? '', keys, log })
const { chains, events, faults } = await verifyChains(owner)
for (const { chain, seq, fault } of faults) console.log(`${chain} ${seq}: ${fault}`)
const reviews = await verifyReviews(owner)
for (const { organisation, half, fault } of reviews)
  console.log(`review of access ${organisation} ${half}: ${fault}`)
console.log(`${chains} chains, ${events} events, ${faults.length + reviews.length} faults`)
await owner.end()
await embedded?.stop()
process.exitCode = faults.length + reviews.length === 0 ? 0 : 1
