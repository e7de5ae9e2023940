// An imitated model that costs as little as it can, so that what stands before it shows. Runs as a process of its own.
import { createServer } from 'node:http'

const chunks = 100
const usage = { prompt_tokens: 20, completion_tokens: chunks, total_tokens: 20 + chunks }
const frame = (choices: object[], more: object = {}) =>
  `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 0, model: 'uji', choices, ...more })}\n\n`
const piece = frame([{ index: 0, delta: { content: 'kata ' }, finish_reason: null }])
const last = `${frame([{ index: 0, delta: {}, finish_reason: 'stop' }])}${frame([], { usage })}data: [DONE]\n\n`

/** Answers whole or as a stream, as it is asked: the gateway always wants a stream, whatever its client wants. */
const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    // The marker stands in the prompt, where every gateway leaves it.
    const isLong = body.includes('panjang')
    if (!isLong && !body.includes('"stream":true')) {
      response.writeHead(200, { 'content-type': 'application/json' })
      const choices = [{ index: 0, message: { role: 'assistant', content: 'kata' }, finish_reason: 'stop' }]
      response.end(
        JSON.stringify({ id: 'x', object: 'chat.completion', created: 0, model: 'uji', choices, usage }),
      )
      return
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    let sent = 0
    const next = () => {
      if (sent === (isLong ? chunks : 1)) return void response.end(last)
      sent += 1
      response.write(piece)
      setImmediate(next)
    }
    next()
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.send?.(address?.port)
})
