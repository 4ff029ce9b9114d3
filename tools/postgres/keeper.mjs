import { rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { serverAccount, temporaryFolder } from './account.mjs'
import { dataOf, makeCluster, startServer } from './cluster.mjs'
import { findServer } from './find.mjs'
import { newHome, note, sweep } from './leftovers.mjs'

/**
 * Keeps one throw-away PostgreSQL server for as long as its standard input stays open, so that the
 * server ends however the process that asked for it ends. It prints a line of JSON when the server
 * answers. On standard input, `crash` kills the server as a power cut would and `restart` starts it
 * again on the same data and port. `--durable` asks for a server that survives the crash.
 */
const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))))
const durable = process.argv.includes('--durable')

const bin = findServer(root)
if (!bin) {
  console.error('setu: no PostgreSQL server; `npm test` brings one')
  process.exit(1)
}

const account = serverAccount()
const folder = temporaryFolder(account)
sweep(folder)
const home = newHome(folder)
process.on('exit', () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }))

const cluster = makeCluster({ home, bin, account, durable })
let server = await startServer(cluster)
announce()

const commands = createInterface({ input: process.stdin })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => commands.close())
for await (const command of commands) {
  if (command === 'crash') await end('SIGKILL')
  if (command === 'restart') {
    server = await startServer(cluster, server.port)
    announce()
  }
}
await end('SIGQUIT')
process.exit(0)

function announce() {
  note(home, [server.pid])
  const url = `postgresql://postgres:${cluster.password}@127.0.0.1:${server.port}/postgres`
  console.log(JSON.stringify({ url, pid: server.pid, data: dataOf(cluster) }))
}

/** @param {NodeJS.Signals} signal */
async function end(signal) {
  if (!server.isOver()) process.kill(server.pid, signal)
  await server.ended
}
