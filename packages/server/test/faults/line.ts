import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** What happens to bytes on a line. */
export interface LineFault {
  /** So many bytes get through to the other side, and then the line is cut. */
  readonly cutAfter?: number
  /** So many bytes come back, and then the line is cut. */
  readonly cutAnswerAfter?: number
  /** Each piece that is sent waits so long. */
  readonly delayMs?: number
  /** Bytes go through one by one, each after the delay. */
  readonly trickle?: true
}

/** A line to a server on which bytes can be held up and cut. */
export interface Line {
  readonly port: number
  /** What happens on every line that is opened from now on. */
  suffer(fault: LineFault): void
  /** Cuts all lines that are open. */
  cut(): void
  close(): Promise<void>
}

async function* piecesOf(bytes: Buffer, { trickle, delayMs = 0 }: LineFault): AsyncGenerator<Buffer> {
  const size = trickle ? 1 : bytes.length
  for (let at = 0; at < bytes.length; at += size) {
    if (delayMs > 0) await pause(delayMs)
    yield bytes.subarray(at, at + size)
  }
}

/** Carries what comes in on one side to the other, as far as the fault lets it. */
async function carry(from: Socket, to: Socket, most: number, fault: LineFault): Promise<void> {
  let left = most
  try {
    for await (const bytes of from) {
      for await (const piece of piecesOf(bytes as Buffer, fault)) {
        if (piece.length >= left) {
          await new Promise((resolve) => to.write(piece.subarray(0, left), resolve))
          from.destroy()
          to.destroy()
          return
        }
        left -= piece.length
        to.write(piece)
      }
    }
    to.end()
  } catch {
    to.destroy()
  }
}

/** Opens a line to a server on this machine. */
export async function openLine(target: number): Promise<Line> {
  let fault: LineFault = {}
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => open.delete(socket))
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    void carry(near, far, fault.cutAfter ?? Number.POSITIVE_INFINITY, fault)
    void carry(far, near, fault.cutAnswerAfter ?? Number.POSITIVE_INFINITY, {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = (): void => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    suffer: (next) => {
      fault = next
    },
    cut,
    close: () => {
      cut()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
