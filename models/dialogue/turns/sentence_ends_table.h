#pragma once

namespace vox {

// Weights of the features of sentence_ends.cpp, one signed byte each, 2^16 of them: base64 of qCompress(). Made by
// tools/train_sentence_ends; a null pointer ends each list of lines.
extern const char *const kSentenceEndsEnglish[];
extern const char *const kSentenceEndsRussian[];

} // namespace vox
