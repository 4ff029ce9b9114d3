import { existsSync } from 'node:fs'
import { run } from './processes.mjs'

/** Whether this is Debian or its like, and we may install there. */
export function mayUseApt() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
}

/**
 * @param {string} name
 * @param {import('./lock.mjs').Watch} watch
 * @returns {Promise<boolean>}
 */
export async function aptInstall(name, watch) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' }
  const patience = ['-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=2']
  const options = { env, quiet: true, onStart: watch }
  await run('apt-get', [...patience, '-qq', 'update'], options)
  return run('apt-get', [...patience, '-qq', '-y', '--no-install-recommends', 'install', name], options)
}
