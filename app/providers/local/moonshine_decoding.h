#pragma once
#include "app/providers/local/onnx_session.h"
#include <optional>

namespace vox {

// Where things stand among the inputs and outputs of Moonshine's merged decoder, found by name.
struct MoonshineLayout {
    struct Memory { // one key or value tensor of one layer
        std::size_t input = 0;
        std::size_t output = 0;
        bool ofDecoder = false; // grows with each token; else it depends on the sound only
    };
    std::size_t ids = 0, states = 0, useMemory = 0, logits = 0;
    std::vector<Memory> memories;
    std::int64_t heads = 0, headSize = 0, words = 0, stateSize = 0;

    // Nothing when this is not such a decoder.
    static std::optional<MoonshineLayout> of(const OnnxSession &decoder);
};

// The decoding of one segment: its attention memory and the step from token to token. Lives on one pool thread.
class MoonshineDecoding {
public:
    // `states` is the encoder's output. Decoder and layout must outlive this.
    MoonshineDecoding(const OnnxSession &decoder, const MoonshineLayout &layout, Ort::Value states);

    // Feeds the first tokens at once. Afterwards likely(i) is what follows after the tokens 0..i.
    bool begin(std::span<const std::int64_t> tokens);
    // Feeds one more token; afterwards likely(0) is what follows.
    bool add(std::int64_t token);
    // Forgets all fed tokens but the first `count`.
    void keep(std::int64_t count);

    struct Guess {
        std::int64_t token = 0;
        double logProbability = 0;
    };
    // The most probable token; `except` is not considered.
    Guess likely(std::size_t position, std::int64_t except = -1) const;
    const QString &detail() const { return m_detail; } // why begin() or add() failed

private:
    bool run(std::span<const std::int64_t> tokens, bool withMemory);

    const OnnxSession &m_decoder;
    const MoonshineLayout &m_layout;
    std::vector<Ort::Value> m_inputs;
    std::vector<std::int64_t> m_tokens;
    bool m_useMemory = false;
    Ort::Value m_logits{nullptr};
    QString m_detail;
};

} // namespace vox
