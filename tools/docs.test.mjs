import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const inDocs = readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map(
  (name) => `docs/${name}`,
)
const pages = [...readdirSync(root), ...inDocs].filter((name) => name.endsWith('.md'))

/**
 * Files of ours that a page names: in a link, or in code as a path from the root.
 *
 * @param {string} page
 */
function namedIn(page) {
  const text = readFileSync(path.join(root, page), 'utf8')
  const links = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, to = '']) =>
    path.join(path.dirname(page), to),
  )
  const paths = [...text.matchAll(/`((?:packages|tools|docs|bench|bin)\/[\w./-]+[.]\w+)`/g)].map(
    ([, to = '']) => to,
  )
  return [...links, ...paths]
}

describe('the documents', () => {
  test.each(pages)('%s names only what is there', (page) => {
    expect(namedIn(page).filter((file) => !existsSync(path.join(root, file)))).toEqual([])
  })

  test('say of each requirement of ASVS once what shows it', () => {
    const ids = [
      ...readFileSync(path.join(root, 'docs/asvs.md'), 'utf8').matchAll(/^\| (\d+\.\d+\.\d+) /gm),
    ].map(([, id = '']) => id)
    const page = readFileSync(path.join(root, 'docs/asvs.md'), 'utf8')
    const standing = [...page.matchAll(/^\| \d+\.\d+\.\d+ \|[^|]*\|[^|]*\| ([^|]*) \|/gm)].map(
      ([, how = '']) => how,
    )
    const many = (/** @type {string} */ how) => standing.filter((one) => one === how).length
    expect(page.replaceAll('\n', ' ')).toContain(
      `**${many('met')} are met, ${many('in part')} in part, ${many('**not yet**')} not yet**, and ${many('does not apply')} do not apply`,
    )
    expect(ids.length).toBe(217)
    expect(new Set(ids).size).toBe(217)
  })
})
