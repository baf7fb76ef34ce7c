#include "app/providers/local/moonshine_decoding.h"
#include <algorithm>
#include <cmath>

namespace vox {

namespace {
std::optional<std::size_t> placeOf(const std::vector<OnnxSession::Port> &ports, std::string_view name)
{
    const auto found = std::find_if(ports.begin(), ports.end(), [&](const auto &port) { return port.name == name; });
    if (found == ports.end()) return {};
    return std::size_t(found - ports.begin());
}

bool isTensor(const OnnxSession::Port &port, ONNXTensorElementDataType type, std::size_t dimensions)
{
    return port.type == type && port.shape.size() == dimensions;
}
} // namespace

std::optional<MoonshineLayout> MoonshineLayout::of(const OnnxSession &decoder)
{
    const auto &in = decoder.inputs();
    const auto &out = decoder.outputs();
    const auto ids = placeOf(in, "input_ids"), states = placeOf(in, "encoder_hidden_states");
    const auto useMemory = placeOf(in, "use_cache_branch"), logits = placeOf(out, "logits");
    if (!ids || !states || !useMemory || !logits) return {};
    if (!isTensor(in[*ids], ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64, 2) || !isTensor(in[*states], ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT, 3)
        || !isTensor(in[*useMemory], ONNX_TENSOR_ELEMENT_DATA_TYPE_BOOL, 1) || !isTensor(out[*logits], ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT, 3))
        return {};

    MoonshineLayout layout;
    layout.ids = *ids;
    layout.states = *states;
    layout.useMemory = *useMemory;
    layout.logits = *logits;
    layout.words = out[*logits].shape[2];
    layout.stateSize = in[*states].shape[2];
    const std::string past = "past_key_values";
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (!in[i].name.starts_with(past)) continue;
        const auto place = placeOf(out, "present" + in[i].name.substr(past.size()));
        if (!place || !isTensor(in[i], ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT, 4)) return {};
        layout.heads = in[i].shape[1];
        layout.headSize = in[i].shape[3];
        layout.memories.push_back({i, *place, in[i].name.find(".decoder.") != std::string::npos});
    }
    const bool whole = layout.memories.size() + 3 == in.size() && !layout.memories.empty() && layout.heads > 0
        && layout.headSize > 0 && layout.words > 0 && layout.stateSize > 0;
    return whole ? std::optional(layout) : std::nullopt;
}

MoonshineDecoding::MoonshineDecoding(const OnnxSession &decoder, const MoonshineLayout &layout, Ort::Value states)
    : m_decoder(decoder), m_layout(layout)
{
    for (std::size_t i = 0; i < decoder.inputs().size(); ++i) m_inputs.emplace_back(nullptr);
    m_inputs[layout.states] = std::move(states);
    m_inputs[layout.useMemory] = tensorOver(std::span(&m_useMemory, 1), {1});
    Ort::AllocatorWithDefaultOptions memory;
    const std::array<std::int64_t, 4> nothing{1, layout.heads, 0, layout.headSize};
    for (const auto &one : layout.memories)
        m_inputs[one.input] = Ort::Value::CreateTensor<float>(memory, nothing.data(), nothing.size());
}

bool MoonshineDecoding::run(std::span<const std::int64_t> tokens, bool withMemory)
{
    m_useMemory = withMemory;
    m_tokens.assign(tokens.begin(), tokens.end());
    m_inputs[m_layout.ids] = tensorOver(std::span(m_tokens), {1, std::int64_t(m_tokens.size())});
    std::vector<Ort::Value> outputs = m_decoder.run(m_inputs, &m_detail);
    if (outputs.empty()) return false;
    for (const auto &one : m_layout.memories)
        if (one.ofDecoder || !withMemory) m_inputs[one.input] = std::move(outputs[one.output]);
    m_logits = std::move(outputs[m_layout.logits]);
    return m_logits.GetTensorTypeAndShapeInfo().GetElementCount() == m_tokens.size() * std::size_t(m_layout.words);
}

bool MoonshineDecoding::begin(std::span<const std::int64_t> tokens) { return run(tokens, false); }

bool MoonshineDecoding::add(std::int64_t token) { return run(std::span(&token, 1), true); }

void MoonshineDecoding::keep(std::int64_t count)
{
    Ort::AllocatorWithDefaultOptions memory;
    for (const auto &one : m_layout.memories) {
        if (!one.ofDecoder) continue;
        Ort::Value &whole = m_inputs[one.input];
        const std::int64_t length = whole.GetTensorTypeAndShapeInfo().GetShape()[2];
        if (count >= length) continue;
        const std::array<std::int64_t, 4> shape{1, m_layout.heads, count, m_layout.headSize};
        Ort::Value part = Ort::Value::CreateTensor<float>(memory, shape.data(), shape.size());
        const float *from = whole.GetTensorData<float>();
        float *to = part.GetTensorMutableData<float>();
        for (std::int64_t head = 0; head < m_layout.heads; ++head)
            std::copy_n(from + head * length * m_layout.headSize, count * m_layout.headSize, to + head * count * m_layout.headSize);
        whole = std::move(part);
    }
}

MoonshineDecoding::Guess MoonshineDecoding::likely(std::size_t position, std::int64_t except) const
{
    const std::span logits(m_logits.GetTensorData<float>() + position * std::size_t(m_layout.words), std::size_t(m_layout.words));
    const float highest = *std::max_element(logits.begin(), logits.end());
    std::int64_t best = 0;
    double sum = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        sum += std::exp(logits[i] - highest);
        if (std::int64_t(i) != except && (logits[i] > logits[std::size_t(best)] || best == except)) best = std::int64_t(i);
    }
    return {best, logits[std::size_t(best)] - highest - std::log(sum)};
}

} // namespace vox
