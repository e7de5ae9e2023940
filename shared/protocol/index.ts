// The door of the borders: whatever crosses one (HTTP, messages, storage, model output) is parsed by a schema from here.
export {
  ErrorBody,
  errorEntry,
  inWords,
  isErrorCode,
  sentence,
  type ErrorCode,
  type Failure,
} from './errors.ts'
export {
  ComposeOptions,
  HelperName,
  helperNames,
  improveAims,
  ImproveOptions,
  languages,
  RecipeOptions,
  ReplyOptions,
  replyStatuses,
  replyTones,
  SummariseOptions,
  summaryFormats,
  summaryLengths,
  TranslateOptions,
  type HelperOptions,
  type ReplyStatus,
  type ReplyTone,
} from './helpers.ts'
export {
  ChatChunk,
  ChatCompletion,
  ChatRequest,
  maxBodyBytes,
  againComment,
  queueComment,
  refusedFields,
  TokenUsage,
} from './chat.ts'
export { extensionId } from './extension.ts'
export { Enrol, Enrolled, Renewed, Usage, type Allowance } from './office.ts'
export {
  classAllows,
  DataClass,
  dataClasses,
  defaultRules,
  Policy,
  policySignatureHeader,
  type Rules,
} from './policy.ts'
export { Recipe, type RecipeField } from './recipes.ts'
