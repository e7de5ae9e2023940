// Text that speaks to a model instead of to the officer (prompt injection, OWASP LLM01): on a page anybody may write. It is
// never obeyed, for a helper gets page text as quoted data; but the officer should know that somebody tried.

const verbs = 'abaikan|lupakan|hiraukan|kesampingkan|ignore|disregard|forget|override|bypass'
const rules =
  'instruksi|perintah|petunjuk|aturan|arahan|pedoman|prompt|konteks|instructions?|rules?|guidelines?|prompts?|directions?|context'
const models =
  'ai|a\\.i\\.|asisten(?: ai)?|chatgpt|gpt|gemini|copilot|claude|llm|model bahasa|assistant|language model|chatbot'
const patterns = [
  `\\b(?:${verbs})\\b[^.!?\\n]{0,40}\\b(?:${rules})\\b`,
  `\\b(?:kamu|anda|engkau|you) (?:sekarang |kini |are now |are |adalah )+(?:an? |seorang |sebuah )?(?:${models})\\b`,
  `\\b(?:act|behave|bertindaklah|berperanlah|berlakulah) (?:as|sebagai|seolah) (?:an? |seorang )?(?:${models}|admin|developer|pengembang)\\b`,
  `\\b(?:untuk|kepada|wahai|hai|perhatian|catatan untuk|note to|attention|dear|hey) (?:${models})\\b ?[:,!]`,
  '\\b(?:system|sistem) ?prompt\\b|\\bprompt sistem\\b|\\bdeveloper mode\\b|\\bjailbreak\\b',
  `\\b(?:ungkapkan|tampilkan|bocorkan|reveal|print|show|repeat)\\b[^.!?\\n]{0,24}\\b(?:prompt|instruksi (?:awal|sistem|anda|kamu)|your (?:instructions|rules))\\b`,
  "\\b(?:jangan|do not|don't|never) (?:beri ?tahu|katakan|sampaikan|tell|inform|mention)[^.!?\\n]{0,24}\\b(?:petugas|pengguna|user|officer|human)\\b",
  '<\\|(?:im_start|im_end|system|assistant)\\|>|\\[/?INST\\]|<</?SYS>>|^#{2,3} ?(?:system|instruction)s?:?$',
  '(?:忽略|无视|忘记)[^。！？\\n]{0,12}(?:指令|指示|规则|提示)|(?:無視|忘れ)[^。\\n]{0,10}(?:指示|命令)|(?:指示|命令)[^。\\n]{0,6}(?:無視|忘れ)',
  '(?:지시|명령|규칙)[^.\\n]{0,10}(?:무시|잊)|(?:تجاهل|انس)[^.\\n]{0,24}(?:التعليمات|الأوامر)',
]
const injection = new RegExp(patterns.join('|'), 'gim')

/**
 * @param text what a page or letter says
 * @returns the stretches that speak to a model, as they are written; linear in the length of the text
 */
export function findInjection(text: string): string[] {
  return Array.from(text.matchAll(injection), ([words]) => words)
}
