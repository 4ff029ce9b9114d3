import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { sweepOf } from './spellings.ts'

/** Looks for words, which come as JSON on its input, in all files under the folder that it was given. */
const [folder] = process.argv.slice(2)
if (folder === undefined) throw new TypeError('no folder to sweep')
const words = z.array(z.string()).parse(JSON.parse(await text(process.stdin)))
process.stdout.write(JSON.stringify(sweepOf([folder], words)))
