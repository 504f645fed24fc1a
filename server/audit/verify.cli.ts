import { loadConfig } from '../config.ts'
import { openOwner } from '../db/client.ts'
import { startEmbedded } from '../db/embedded/embedded.ts'
import { masterKeyFile, openKeys } from '../keys.ts'
import { createLog } from '../log.ts'
import { verifyChains } from './chain.ts'

const config = loadConfig(process.env)
const log = createLog('silent')
const keys = openKeys(masterKeyFile(config), false)
const embedded = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir, keys, log })
const owner = openOwner({ url: embedded?.ownerUrl ?? config.databaseUrl ?? '', keys, log })
const { chains, events, faults } = await verifyChains(owner)
for (const { chain, seq, fault } of faults) console.log(`${chain} ${seq}: ${fault}`)
console.log(`${chains} chains, ${events} events, ${faults.length} faults`)
await owner.end()
await embedded?.stop()
process.exitCode = faults.length === 0 ? 0 : 1
