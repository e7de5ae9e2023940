// How a model that thinks aloud is told not to: servers differ, and one that does not know the word ignores or refuses it.
import type { NewUpstream } from '../../../shared/protocol/admin.ts'

type Thinking = NewUpstream['thinking']

const inTemplate = { chat_template_kwargs: { enable_thinking: false } }
const words = {
  /** vLLM, SGLang and llama.cpp; OpenAI and its followers; Ollama. */
  openai: { template: inTemplate, effort: { reasoning_effort: 'none' }, think: { think: false } },
  /** Its models take the template's word or an effort of null (types of `@cloudflare/workers-types`); none has `think`. */
  'workers-ai': { template: inTemplate, effort: { reasoning_effort: null }, think: inTemplate },
}

/**
 * @param thinking what the register says
 * @param quietly it is switched off also where the register leaves it as it is
 * @returns fields for the body of the request
 */
export function quietWords(kind: keyof typeof words, thinking: Thinking, quietly: boolean): object {
  const wanted = quietly && thinking === 'as-is' ? 'template' : thinking
  return wanted === 'as-is' ? {} : words[kind][wanted]
}
