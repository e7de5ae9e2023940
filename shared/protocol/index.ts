// The door of the borders: whatever crosses one (HTTP, messages, storage, model output) is parsed by a schema from here.
export { ErrorBody, errors, isErrorCode, sentence, type ErrorCode, type Failure } from './errors.ts'
export {
  HelperName,
  helperNames,
  languages,
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
  ChatMessage,
  ChatRequest,
  maxBodyBytes,
  ModelList,
  refusedFields,
  TokenUsage,
} from './chat.ts'
export { extensionId, extensionKey } from './extension.ts'
export {
  Enrol,
  Enrolled,
  KeyLimits,
  NewEnrolment,
  NewKey,
  NewOffice,
  OfficeId,
  OfficeLimits,
  Policy,
  Usage,
  type Allowance,
} from './office.ts'
