import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { forgetBody } from './unread-body.ts'

/** Sends a head that announces a body, and the body in pieces; gives the answer and how many pieces went before it. */
async function send(port: number, pieces: number): Promise<{ answer: string; before: number }> {
  const socket = connect(port, '127.0.0.1')
  const piece = Buffer.alloc(100_000, 'a')
  let [answer, sent, before] = ['', 0, 0]
  socket.on('error', () => undefined)
  socket.on('data', data => {
    if (answer === '') before = sent
    answer += data.toString()
  })
  socket.write(`POST / HTTP/1.1\r\nhost: a\r\ncontent-length: ${pieces * piece.length}\r\n\r\n`)
  for (; sent < pieces && !socket.destroyed; sent++) {
    socket.write(piece)
    await delay(5)
  }
  for (let waited = 0; waited < 2000 && answer === ''; waited += 20) await delay(20)
  socket.destroy()
  return { answer, before }
}

test('a body that is not taken is read to its end before the answer, so that nobody who still sends is cut off', async () => {
  const server = createServer(async (request, reply) => {
    await forgetBody(request)
    reply.writeHead(413, { connection: 'close' }).end('too large')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { answer, before } = await send(port, 40)
  server.close()
  // The last piece may be read before it is counted here.
  expect([answer.slice(0, 12), before >= 39]).toEqual(['HTTP/1.1 413', true])
})
