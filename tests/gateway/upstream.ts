// An imitated OpenAI-compatible server on a real socket, with the wire formats and faults of real ones. A test says what
// the next requests get; every request is kept.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'

export interface SeenRequest {
  path: string
  headers: IncomingHttpHeaders
  body: { model: string; messages: { role: string; content: string }[]; max_tokens: number; stream: boolean }
  /** The body as it came. */
  raw: string
  /** Kept when the caller closed its connection before our answer was whole. */
  left: Promise<void>
}

/** How one request is answered. */
export type Script = (reply: Reply, request: SeenRequest) => Promise<void> | void

export interface Upstream {
  /** Base URL, as PENDAMPING_UPSTREAM wants it. */
  url: string
  /** All requests since the last `answers`. */
  requests: SeenRequest[]
  /** Sets the script for the requests to come, and forgets those that came. */
  answers(script: Script): void
  /** @returns the first request since the last `answers`, as soon as it is there. */
  asked(): Promise<SeenRequest>
  end(): Promise<void>
}

/** What a script can do to a connection. */
export interface Reply {
  /** Sends status and headers at once; without it, the first bytes bring 200 and a stream's type. */
  head(status: number, headers?: Record<string, string>): void
  /** Sends bytes as a network chunk of their own. */
  bytes(bytes: string | Uint8Array): Promise<void>
  /** Sends one `data:` frame. */
  frame(data: object | '[DONE]'): Promise<void>
  /** Ends the answer in order. */
  end(): void
  /** Tears the connection. */
  tear(): void
  /** Whether the caller is still there. */
  open(): boolean
}

export async function anUpstream(): Promise<Upstream> {
  let script: Script = says('Baik.')
  let requests: SeenRequest[] = []
  let waiting: ((request: SeenRequest) => void)[] = []
  const server = createServer((incoming, response) => {
    void receive(incoming, response).then(async (request) => {
      requests.push(request)
      for (const tell of waiting.splice(0)) tell(request)
      await script(replyTo(response), request)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/v1`,
    get requests() {
      return requests
    },
    answers(next) {
      script = next
      requests = []
      waiting = []
    },
    asked() {
      const [first] = requests
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve))
    },
    end() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function receive(incoming: IncomingMessage, response: ServerResponse): Promise<SeenRequest> {
  const left = new Promise<void>((resolve) => {
    response.once('close', () => {
      if (!response.writableFinished) resolve()
    })
  })
  let raw = ''
  incoming.setEncoding('utf8')
  for await (const chunk of incoming) raw += String(chunk)
  const body = JSON.parse(raw) as SeenRequest['body']
  return { path: incoming.url ?? '', headers: incoming.headers, body, raw, left }
}

function replyTo(response: ServerResponse): Reply {
  const head = (status: number, headers: Record<string, string> = {}) => {
    response.writeHead(status, headers)
    response.flushHeaders()
  }
  const bytes = async (content: string | Uint8Array) => {
    if (!response.headersSent) head(200, { 'content-type': 'text/event-stream' })
    await new Promise<void>((resolve) => response.write(content, () => resolve()))
    // Two writes in one turn would share a network packet.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    head,
    bytes,
    frame: (data) => bytes(`data: ${data === '[DONE]' ? data : JSON.stringify(data)}\n\n`),
    end: () => void response.end(),
    tear: () => void response.destroy(),
    open: () => !response.destroyed,
  }
}

/** A chunk object as servers send it. */
export function chunk(delta: object, finish: string | null = null): object {
  return {
    id: 'chatcmpl-hulu',
    object: 'chat.completion.chunk',
    created: 1_790_000_000,
    model: 'model-hulu',
    choices: [{ index: 0, delta, finish_reason: finish }],
  }
}

/** The last chunk, when counts were asked for: no choice, only usage. */
export function usageChunk(input: number, output: number): object {
  const usage = { prompt_tokens: input, completion_tokens: output, total_tokens: input + output }
  return { ...chunk({}), choices: [], usage }
}

export const roleChunk = chunk({ role: 'assistant', content: '' })

/** An ordinary stream: role, the pieces, finish, usage, [DONE]. */
export function says(pieces: string | string[], tokens = { in: 100, out: 20 }): Script {
  return async (reply) => {
    await reply.frame(roleChunk)
    for (const content of [pieces].flat()) await reply.frame(chunk({ content }))
    await reply.frame(chunk({}, 'stop'))
    await reply.frame(usageChunk(tokens.in, tokens.out))
    await reply.frame('[DONE]')
    reply.end()
  }
}

/** Gives back the text that it was asked to work on, in pieces of a few characters. */
export function echoes(size = 7): Script {
  return (reply, request) => {
    const text = request.body.messages.at(-1)?.content ?? ''
    const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
      text.slice(index * size, (index + 1) * size),
    )
    return says(pieces)(reply, request)
  }
}

/** A refusal in OpenAI's shape. */
export function refuses(status: number, headers: Record<string, string> = {}): Script {
  return async (reply) => {
    reply.head(status, { 'content-type': 'application/json', ...headers })
    await reply.bytes(
      JSON.stringify({ error: { message: 'ditolak hulu', type: 'x', code: 'x', param: null } }),
    )
    reply.end()
  }
}

/** The answer as one JSON object, though a stream was asked for. */
export function wholeObject(content: string | null, finish = 'stop'): Script {
  return async (reply) => {
    reply.head(200, { 'content-type': 'application/json' })
    const message = { role: 'assistant', content }
    const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 }
    await reply.bytes(
      JSON.stringify({
        id: 'chatcmpl-hulu',
        object: 'chat.completion',
        created: 1_790_000_000,
        model: 'model-hulu',
        choices: [{ index: 0, message, finish_reason: finish }],
        usage,
      }),
    )
    reply.end()
  }
}

/** Takes the request and never says a word. */
export const neverAnswers: Script = () => undefined

/** Sends these frames exactly, then ends. */
export function sends(...frames: (object | '[DONE]')[]): Script {
  return async (reply) => {
    for (const frame of frames) await reply.frame(frame)
    reply.end()
  }
}

/** Sends these bytes exactly, each as a network chunk, then ends. */
export function sendsBytes(...parts: (string | Uint8Array)[]): Script {
  return async (reply) => {
    for (const part of parts) await reply.bytes(part)
    reply.end()
  }
}
