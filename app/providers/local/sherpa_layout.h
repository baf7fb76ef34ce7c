#pragma once
#include <cstdint>

// The part of sherpa-onnx's C interface, version 1.13.8, that is used here, declared anew: structures must have exactly the
// library's layout. `Text` is a pointer; with a 32-bit word in its place sizes are those that the library's own WebAssembly
// build asserts, which is how a field that is missing or too many is found when this is compiled.
namespace vox::sherpa {

template <typename Text = const char *> struct Feature { std::int32_t rate = 16000, dimensions = 80; };

template <typename Text = const char *> struct Homophones { Text dictionary{}, lexicon{}, rules{}; };

template <typename Text = const char *> struct OnlineModel {
    Text encoder{}, decoder{}, joiner{};              // transducer
    Text paraformerEncoder{}, paraformerDecoder{};
    Text zipformerCtc{};
    Text tokens{};
    std::int32_t threads = 1;
    Text provider{};
    std::int32_t debug = 0;
    Text modelType{}, modelingUnit{}, bpeVocabulary{}, tokensBuffer{};
    std::int32_t tokensBufferSize = 0;
    Text nemoCtc{}, toneCtc{};
};

template <typename Text = const char *> struct OnlineConfig {
    Feature<Text> feature;
    OnlineModel<Text> model;
    Text decoding{};
    std::int32_t activePaths = 4, endpoints = 0;
    float rule1 = 0, rule2 = 0, rule3 = 0;
    Text hotwords{};
    float hotwordsScore = 0;
    Text fstGraph{};
    std::int32_t fstActive = 0;
    Text ruleFsts{}, ruleFars{};
    float blankPenalty = 0;
    Text hotwordsBuffer{};
    std::int32_t hotwordsBufferSize = 0;
    Homophones<Text> homophones;
};
static_assert(sizeof(OnlineConfig<std::uint32_t>) == 148);

template <typename Text = const char *> struct Whisper {
    Text encoder{}, decoder{}, language{}, task{};
    std::int32_t tailPaddings = -1, tokenTimes = 0, segmentTimes = 0;
};

template <typename Text = const char *> struct SenseVoice {
    Text model{}, language{};
    std::int32_t textNormalisation = 1;
};

template <typename Text = const char *> struct Moonshine { Text preprocessor{}, encoder{}, uncachedDecoder{}, cachedDecoder{}, mergedDecoder{}; };

template <typename Text = const char *> struct Canary {
    Text encoder{}, decoder{}, from{}, to{};
    std::int32_t punctuation = 1;
};

template <typename Text = const char *> struct FunAsr {
    Text adaptor{}, model{}, embedding{}, tokenizer{}, systemPrompt{}, userPrompt{};
    std::int32_t mostTokens = 0;
    float temperature = 0, topP = 0;
    std::int32_t seed = 0;
    Text language{};
    std::int32_t textNormalisation = 0;
    Text hotwords{};
};

template <typename Text = const char *> struct Qwen {
    Text frontend{}, encoder{}, decoder{}, tokenizer{};
    std::int32_t mostLength = 0, mostTokens = 0;
    float temperature = 0, topP = 0;
    std::int32_t seed = 0;
    Text hotwords{};
};

template <typename Text = const char *> struct Cohere {
    Text encoder{}, decoder{}, language{};
    std::int32_t punctuation = 0, textNormalisation = 0;
};

template <typename Text = const char *> struct OfflineModel {
    Text encoder{}, decoder{}, joiner{}; // transducer
    Text paraformer{}, nemoCtc{};
    Whisper<Text> whisper;
    Text tdnn{}, tokens{};
    std::int32_t threads = 1, debug = 0;
    Text provider{}, modelType{}, modelingUnit{}, bpeVocabulary{}, telespeech{};
    SenseVoice<Text> senseVoice;
    Moonshine<Text> moonshine;
    Text fireRedEncoder{}, fireRedDecoder{}, dolphin{}, zipformerCtc{};
    Canary<Text> canary;
    Text wenetCtc{}, omnilingual{}, medAsr{};
    FunAsr<Text> funAsr;
    Text fireRedCtc{};
    Qwen<Text> qwen;
    Cohere<Text> cohere;
};

template <typename Text = const char *> struct OfflineConfig {
    Feature<Text> feature;
    OfflineModel<Text> model;
    Text languageModel{};
    float languageModelScale = 1;
    Text decoding{};
    std::int32_t activePaths = 4;
    Text hotwords{};
    float hotwordsScore = 0;
    Text ruleFsts{}, ruleFars{};
    float blankPenalty = 0;
    Homophones<Text> homophones;
};
static_assert(sizeof(OfflineConfig<std::uint32_t>) == 336);

template <typename Text = const char *> struct Vits {
    Text model{}, lexicon{}, tokens{}, data{};
    float noise = 0.667f, noiseW = 0.8f, lengthScale = 1;
    Text dictionary{};
};

template <typename Text = const char *> struct Kokoro {
    Text model{}, voices{}, tokens{}, data{};
    float lengthScale = 1;
    Text dictionary{}, lexicon{}, language{};
};

template <typename Text = const char *> struct VoiceModel {
    Vits<Text> vits;
    std::int32_t threads = 1, debug = 0;
    Text provider{};
    struct { Text files[5]{}; float noise = 0, lengthScale = 0; Text dictionary{}; } matcha;
    Kokoro<Text> kokoro;
    struct { Text files[4]{}; float lengthScale = 0; } kitten;
    struct { Text files[6]{}; float scales[4]{}; } zipvoice;
    struct { Text files[7]{}; std::int32_t cache = 0; } pocket;
    struct { Text files[7]{}; } supertonic;
};

template <typename Text = const char *> struct VoiceConfig {
    VoiceModel<Text> model;
    Text ruleFsts{};
    std::int32_t sentencesAtOnce = 1;
    Text ruleFars{};
    float silenceScale = 0.2f;
};
static_assert(sizeof(VoiceConfig<std::uint32_t>) == 244);

struct Generation {
    float silenceScale = 0.2f, speed = 1;
    std::int32_t speaker = 0;
    const float *reference = nullptr;
    std::int32_t referenceSamples = 0, referenceRate = 0;
    const char *referenceText = nullptr;
    std::int32_t steps = 0;
    const char *extra = nullptr;
};

struct Sound {
    const float *samples;
    std::int32_t count, rate;
};

// What the library makes; results are read as JSON.
struct OnlineRecognizer;
struct OfflineRecognizer;
struct OnlineStream;
struct OfflineStream;
struct Voice;

} // namespace vox::sherpa
