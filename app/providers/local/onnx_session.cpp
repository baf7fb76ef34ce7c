#include "app/providers/local/onnx_session.h"
#include <algorithm>

namespace vox {

namespace {
// One thread is faster than two for networks of this size, and the pool already uses all cores.
Ort::SessionOptions options()
{
    Ort::SessionOptions options;
    options.SetIntraOpNumThreads(1);
    options.SetInterOpNumThreads(1);
    options.DisableMemPattern(); // every segment has another length
    options.SetLogSeverityLevel(ORT_LOGGING_LEVEL_FATAL);
    return options;
}

OnnxSession::Port portOf(Ort::AllocatedStringPtr name, const Ort::TypeInfo &type)
{
    OnnxSession::Port port{name.get(), {}, {}};
    if (type.GetONNXType() == ONNX_TYPE_TENSOR) {
        const auto tensor = type.GetTensorTypeAndShapeInfo();
        port.type = tensor.GetElementType();
        port.shape = tensor.GetShape();
    }
    return port;
}
} // namespace

OnnxSession::OnnxSession(const QByteArray &network)
    : m_env(ORT_LOGGING_LEVEL_FATAL, "voxdesk"), m_session(m_env, network.constData(), std::size_t(network.size()), options())
{
    Ort::AllocatorWithDefaultOptions memory;
    for (std::size_t i = 0; i < m_session.GetInputCount(); ++i)
        m_inputs.push_back(portOf(m_session.GetInputNameAllocated(i, memory), m_session.GetInputTypeInfo(i)));
    for (std::size_t i = 0; i < m_session.GetOutputCount(); ++i)
        m_outputs.push_back(portOf(m_session.GetOutputNameAllocated(i, memory), m_session.GetOutputTypeInfo(i)));
    for (const Port &port : m_inputs) m_inputNames.push_back(port.name.c_str());
    for (const Port &port : m_outputs) m_outputNames.push_back(port.name.c_str());
}

std::unique_ptr<OnnxSession> OnnxSession::open(const QByteArray &network, QString *detail)
{
    try {
        return std::unique_ptr<OnnxSession>(new OnnxSession(network));
    } catch (const Ort::Exception &problem) {
        *detail = QString::fromUtf8(problem.what());
        return nullptr;
    }
}

const OnnxSession::Port *OnnxSession::input(std::string_view name) const
{
    const auto found = std::find_if(m_inputs.begin(), m_inputs.end(), [&](const Port &port) { return port.name == name; });
    return found == m_inputs.end() ? nullptr : &*found;
}

std::vector<Ort::Value> OnnxSession::run(std::span<const Ort::Value> values, QString *detail) const
{
    Q_ASSERT(values.size() == m_inputNames.size());
    try {
        return m_session.Run(Ort::RunOptions(), m_inputNames.data(), values.data(), values.size(), m_outputNames.data(),
                             m_outputNames.size());
    } catch (const Ort::Exception &problem) {
        *detail = QString::fromUtf8(problem.what());
        return {};
    }
}

} // namespace vox
