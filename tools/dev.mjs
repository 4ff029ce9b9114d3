import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** A node that starts again when its source changes, and the web app served from its source beside it. */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const server = ['--watch', '--watch-preserve-output', 'packages/server/src/main.ts', 'start']
const web = [path.join(root, 'node_modules/vite/bin/vite.js'), 'dev', 'packages/web']

const children = [server, web].map((args) =>
  spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }),
)
const stopAll = () => {
  for (const child of children) child.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopAll)
for (const child of children) child.on('exit', stopAll)
