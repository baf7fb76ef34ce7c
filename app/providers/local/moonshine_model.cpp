#include "app/providers/local/moonshine_model.h"
#include "app/providers/local/moonshine_decoding.h"
#include "app/providers/local/moonshine_vocabulary.h"
#include "app/providers/local/speech_shape.h"
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vox {

namespace {
// Nobody says more than this; a decoder that wants more is repeating itself.
constexpr double kTokensPerSecond = 8.0;
constexpr std::size_t kFewTokens = 6;
// Shorter sound has no word in it, and the encoder cannot take it.
constexpr qsizetype kShortest = kSampleRate / 10;
// Below this (-70 dB of full scale) a line is silent and there is nothing to guess from.
constexpr float kQuietest = 3e-4f;

std::size_t limitFor(qsizetype samples)
{
    return kFewTokens + std::size_t(double(samples) / kSampleRate * kTokensPerSecond);
}

// The sound as the encoder may see it: finite and within range. False when it is silent.
bool clean(Samples samples, std::vector<float> &into)
{
    into.resize(samples.size());
    float peak = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        into[i] = std::isfinite(samples[i]) ? std::clamp(samples[i], -1.0f, 1.0f) : 0.0f;
        peak = std::max(peak, std::abs(into[i]));
    }
    return peak > kQuietest;
}

// Fewer tokens than this for so much speech, and the decoder has given up early: it does so when a caller says the same
// thing several times. The slowest reader of digits has twice as many.
constexpr double kFewTokensPerSecond = 1.5;
constexpr double kMuchSpeech = 2.5; // seconds
constexpr float kRealPause = 0.01f; // 20 dB below the whole

bool gaveUpEarly(std::size_t tokens, Samples samples)
{
    const double speech = double(speechWithin(samples)) / kSampleRate;
    return speech > kMuchSpeech && double(tokens) < speech * kFewTokensPerSecond;
}

MoonshineText joined(MoonshineText first, const MoonshineText &second)
{
    const double a = double(first.tokens.size()), b = double(second.tokens.size());
    first.confidence = a + b > 0 ? (first.confidence * a + second.confidence * b) / (a + b) : 0;
    first.tokens.insert(first.tokens.end(), second.tokens.begin(), second.tokens.end());
    first.text = QString(first.text + u' ' + second.text).trimmed();
    return first;
}

// Of noise the decoder says with more certainty than this (0.98 to 1 measured) that there is nothing in it; in doubt
// there are words.
const double kSureOfNothing = std::log(0.95);

// How many tokens at the end are one phrase over and over, all but its first time; 0 when they are not.
std::size_t repeatedTail(const std::vector<std::int64_t> &tokens)
{
    for (std::size_t length = 1; length <= 8; ++length) {
        const std::size_t times = length == 1 ? 10 : length == 2 ? 6 : 4; // "no no no" and "5 5 5" are speech
        if (tokens.size() < length * times) continue;
        const auto tail = tokens.end() - std::ptrdiff_t(length * times);
        if (std::equal(tail + std::ptrdiff_t(length), tokens.end(), tail)) return length * (times - 1);
    }
    return 0;
}
} // namespace

struct MoonshineModel::Parts {
    QString id;
    MoonshineVocabulary vocabulary;
    std::unique_ptr<OnnxSession> encoder, decoder;
    MoonshineLayout layout;
};

MoonshineModel::MoonshineModel(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
MoonshineModel::~MoonshineModel() = default;

namespace {
Result<std::unique_ptr<OnnxSession>> openNetwork(const ModelFolder &folder, const QString &file)
{
    const auto bytes = folder.read(file);
    if (!bytes) return bytes.error();
    QString detail;
    auto network = OnnxSession::open(*bytes, &detail);
    if (!network) return folder.damaged(file, detail);
    return network;
}

bool isEncoder(const OnnxSession &network, const MoonshineLayout &decoder)
{
    const auto &in = network.inputs(), &out = network.outputs();
    return in.size() == 1 && in[0].type == ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT && in[0].shape.size() == 2 && out.size() == 1
        && out[0].shape.size() == 3 && out[0].shape[2] == decoder.stateSize;
}
} // namespace

Result<std::shared_ptr<const MoonshineModel>> MoonshineModel::load(const ModelFolder &folder)
{
    const auto words = folder.read(u"vocabulary.txt"_s);
    if (!words) return words.error();
    auto vocabulary = MoonshineVocabulary::parse(*words);
    if (!vocabulary) return folder.damaged(u"vocabulary.txt"_s, u"not a vocabulary"_s);
    auto encoder = openNetwork(folder, u"encoder_model.onnx"_s);
    if (!encoder) return encoder.error();
    auto decoder = openNetwork(folder, u"decoder_model_merged.onnx"_s);
    if (!decoder) return decoder.error();
    const auto layout = MoonshineLayout::of(**decoder);
    if (!layout) return folder.damaged(u"decoder_model_merged.onnx"_s, u"not a merged decoder"_s);
    if (!isEncoder(**encoder, *layout)) return folder.damaged(u"encoder_model.onnx"_s, u"does not fit the decoder"_s);

    const std::shared_ptr<const MoonshineModel> model(new MoonshineModel(std::make_unique<Parts>(
        Parts{folder.id(), std::move(*vocabulary), std::move(*encoder), std::move(*decoder), *layout})));
    // The first run proves that the parts work together, and takes the slowness of every first run upon itself.
    std::vector<float> hum(kSampleRate);
    for (std::size_t i = 0; i < hum.size(); ++i) hum[i] = 0.01f * std::sin(float(i) * 0.05f);
    const std::atomic_bool cancelled = false;
    if (const auto tried = model->recognise(hum, {}, cancelled); !tried)
        return folder.damaged(u"decoder_model_merged.onnx"_s, tried.error().detail);
    return model;
}

Result<MoonshineText> MoonshineModel::recognise(Samples samples, std::span<const std::int64_t> draft, const std::atomic_bool &cancelled) const
{
    std::vector<float> sound;
    if (qsizetype(samples.size()) < kShortest || !clean(samples, sound)) return MoonshineText{};
    auto whole = decode(sound, draft, cancelled);
    if (!whole || !gaveUpEarly(whole->tokens.size(), sound)) return whole;

    // Hear it again in two parts, if there is a pause to cut at.
    const Pause pause = quietestPause(sound, sound.size() / 4, sound.size() * 3 / 4);
    if (pause.share > kRealPause) return whole;
    auto first = recognise(Samples(sound).first(pause.middle), {}, cancelled);
    if (!first) return first;
    const auto second = recognise(Samples(sound).subspan(pause.middle), {}, cancelled);
    if (!second || first->tokens.size() + second->tokens.size() <= whole->tokens.size()) return second ? whole : second;
    return joined(*first, *second);
}

Result<MoonshineText> MoonshineModel::decode(std::span<float> sound, std::span<const std::int64_t> draft, const std::atomic_bool &cancelled) const
{
    const auto failed = [&](const QString &detail) { return Error(Error::Code::ModelFailed, {m_parts->id}, detail); };
    QString detail;
    std::vector<Ort::Value> input;
    input.push_back(tensorOver(sound, {1, std::int64_t(sound.size())}));
    std::vector<Ort::Value> states = m_parts->encoder->run(input, &detail);
    if (states.empty()) return failed(detail);
    if (cancelled.load(std::memory_order_relaxed)) return Error{Error::Code::Cancelled};

    const std::size_t limit = limitFor(qsizetype(sound.size()));
    std::vector<std::int64_t> fed{MoonshineVocabulary::kBegin};
    fed.insert(fed.end(), draft.begin(), draft.begin() + std::ptrdiff_t(std::min(draft.size(), limit)));
    MoonshineDecoding decoding(*m_parts->decoder, m_parts->layout, std::move(states.front()));
    if (!decoding.begin(fed)) return failed(decoding.detail());

    // Take over the part of the draft that greedy decoding would have written too.
    MoonshineText out;
    double logProbability = 0;
    MoonshineDecoding::Guess next = decoding.likely(0);
    if (next.token == MoonshineVocabulary::kEnd && next.logProbability < kSureOfNothing) next = decoding.likely(0, MoonshineVocabulary::kEnd);
    while (out.tokens.size() + 1 < fed.size() && next.token == fed[out.tokens.size() + 1]) {
        out.tokens.push_back(next.token);
        logProbability += next.logProbability;
        next = decoding.likely(out.tokens.size());
    }
    decoding.keep(std::int64_t(out.tokens.size()) + 1);

    while (next.token != MoonshineVocabulary::kEnd && out.tokens.size() < limit) {
        out.tokens.push_back(next.token);
        logProbability += next.logProbability;
        if (const std::size_t repeated = repeatedTail(out.tokens)) {
            out.tokens.resize(out.tokens.size() - repeated);
            break;
        }
        if (cancelled.load(std::memory_order_relaxed)) return Error{Error::Code::Cancelled};
        if (!decoding.add(next.token)) return failed(decoding.detail());
        next = decoding.likely(0);
    }
    out.text = m_parts->vocabulary.text(out.tokens);
    out.confidence = std::exp((logProbability + next.logProbability) / double(out.tokens.size() + 1));
    return out;
}

} // namespace vox
