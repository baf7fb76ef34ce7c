#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QStringList>
#include <onnxruntime_cxx_api.h>
#include <span>
#include <string>
#include <vector>

namespace vox {

// A network in ONNX Runtime, run by one thread of the caller. Nothing it meets ends the program: the runtime's exceptions
// stop here and become texts. Immutable; run() may be called on several threads at once.
class OnnxSession {
public:
    // On failure the detail says what the runtime said.
    static std::unique_ptr<OnnxSession> open(const QByteArray &network, QString *detail);

    struct Port {
        std::string name;
        ONNXTensorElementDataType type = ONNX_TENSOR_ELEMENT_DATA_TYPE_UNDEFINED;
        std::vector<std::int64_t> shape; // -1: free
    };
    const std::vector<Port> &inputs() const { return m_inputs; }
    const std::vector<Port> &outputs() const { return m_outputs; }
    const Port *input(std::string_view name) const;

    // One value an input, in the order of inputs(); on success one an output, in the order of outputs(). Empty on failure.
    std::vector<Ort::Value> run(std::span<const Ort::Value> values, QString *detail) const;

private:
    OnnxSession(const QByteArray &network);

    Ort::Env m_env;
    mutable Ort::Session m_session;
    std::vector<Port> m_inputs, m_outputs;
    std::vector<const char *> m_inputNames, m_outputNames;
};

// A tensor over memory that outlives it.
template <typename T> Ort::Value tensorOver(std::span<T> data, std::initializer_list<std::int64_t> shape)
{
    const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
    return Ort::Value::CreateTensor(memory, data.data(), data.size(), shape.begin(), shape.size());
}

} // namespace vox
