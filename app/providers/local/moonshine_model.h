#pragma once
#include "app/providers/local/model_folder.h"
#include "models/audio/block.h"
#include <atomic>
#include <memory>
#include <span>
#include <vector>

namespace vox {

// What Moonshine makes of a piece of speech.
struct MoonshineText {
    std::vector<std::int64_t> tokens; // without marks: the draft for the next look at the same speech
    QString text;
    double confidence = 0; // geometric mean of the tokens' probabilities, 0..1
};

// The Moonshine recogniser: encoder, merged decoder and vocabulary. Loaded once, immutable, shared by all conversations;
// recognise() runs on pool threads, several at once.
class MoonshineModel {
public:
    // The longest piece it is given; longer speech is cut at pauses, because time grows faster than length.
    static constexpr qsizetype kLongest = 20 * kSampleRate;

    // Reads a folder with encoder_model.onnx, decoder_model_merged.onnx and vocabulary.txt, and tries it out.
    // Errors: ModelMissing, ModelDamaged.
    static Result<std::shared_ptr<const MoonshineModel>> load(const ModelFolder &folder);
    ~MoonshineModel();

    // Greedy decoding, bounded by the sound's length; sound with much speech and hardly a word in it is cut in two. `draft` may hold the tokens of an earlier look at the beginning of
    // the same sound: what of it still holds is taken over in one step, which changes the time and not the text.
    // Sound too short or too quiet to hold speech gives an empty text. Errors: Cancelled, ModelFailed.
    Result<MoonshineText> recognise(Samples samples, std::span<const std::int64_t> draft, const std::atomic_bool &cancelled) const;

private:
    struct Parts;
    Result<MoonshineText> decode(std::span<float> sound, std::span<const std::int64_t> draft, const std::atomic_bool &cancelled) const;
    explicit MoonshineModel(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace vox
