// The OpenAI chat wire, as far as a gateway for text needs it. Everything else is refused or dropped, never forwarded
// unread: each message part goes through redaction or does not go at all (R4).
import * as z from 'zod/mini'

/** Largest request body in bytes: a 200 KB page in JSON, with room for escapes. */
export const maxBodyBytes = 1_048_576

/** Begins a comment in a stream that tells the place in the queue: `: antrean 3`. */
export const queueComment = 'antrean'

/** A comment in a stream: what came so far is taken back, a better answer begins. Only for who asked for it. */
export const againComment = 'ulang'

const TextPart = z.strictObject({ type: z.literal('text'), text: z.string() })
const ChatMessage = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z.union([z.string(), z.array(TextPart).check(z.maxLength(1000))]),
})

/** Fields that would carry content past redaction or change what comes back; refused by name. */
export const refusedFields = [
  'tools',
  'functions',
  'tool_choice',
  'audio',
  'modalities',
  'prediction',
] as const
const absent = z.optional(z.null())

export const ChatRequest = z.object({
  model: z.string().check(z.minLength(1), z.maxLength(100)),
  messages: z.array(ChatMessage).check(z.minLength(1), z.maxLength(200)),
  stream: z.optional(z.nullable(z.boolean())),
  stream_options: z.optional(z.nullable(z.object({ include_usage: z.optional(z.boolean()) }))),
  metadata: z.optional(
    z.nullable(z.record(z.string().check(z.maxLength(64)), z.string().check(z.maxLength(512)))),
  ),
  max_tokens: z.optional(z.nullable(z.int().check(z.gte(1)))),
  max_completion_tokens: z.optional(z.nullable(z.int().check(z.gte(1)))),
  n: z.optional(z.nullable(z.literal(1))),
  tools: absent,
  functions: absent,
  tool_choice: absent,
  audio: absent,
  modalities: absent,
  prediction: absent,
})
export type ChatRequest = z.infer<typeof ChatRequest>

export const TokenUsage = z.object({
  prompt_tokens: z.int().check(z.gte(0)),
  completion_tokens: z.int().check(z.gte(0)),
  total_tokens: z.int().check(z.gte(0)),
})
export type TokenUsage = z.infer<typeof TokenUsage>

/** Counts as servers give them: some leave the sum out. */
const Tokens = z.int().check(z.gte(0))
const ServerUsage = z.object({ prompt_tokens: Tokens, completion_tokens: Tokens })

/** One frame of a streamed answer, lenient: servers leave fields out or send null (R22). */
export const ChatChunk = z.object({
  choices: z.optional(
    z.nullable(
      z.array(
        z.object({
          delta: z.optional(
            z.nullable(
              z.object({
                content: z.optional(z.nullable(z.string())),
                /** A thought, by the name that llama.cpp, DeepSeek and older vLLM give it, and by that of Ollama. */
                reasoning_content: z.optional(z.nullable(z.string())),
                reasoning: z.optional(z.nullable(z.string())),
              }),
            ),
          ),
          finish_reason: z.optional(z.nullable(z.string())),
        }),
      ),
    ),
  ),
  /** Workers AI's own frames; a token of digits alone may come as a number. */
  response: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  usage: z.optional(z.nullable(ServerUsage)),
  model: z.optional(z.string()),
})
export type ChatChunk = z.infer<typeof ChatChunk>

/** A whole answer, as an upstream gives it when asked without streaming. */
export const ChatCompletion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.nullable(z.string()) }),
        finish_reason: z.optional(z.nullable(z.string())),
      }),
    )
    .check(z.minLength(1)),
  usage: z.optional(z.nullable(ServerUsage)),
})
