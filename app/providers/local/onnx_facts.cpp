#include "app/providers/local/onnx_facts.h"
#include "models/wire/proto_reader.h"
#include <QFile>

namespace vox {

namespace {
// Numbers of fields in onnx.proto: ModelProto, GraphProto, ValueInfoProto, StringStringEntryProto.
constexpr int kGraph = 7, kMetadata = 14, kInput = 11, kOutput = 12, kName = 1, kKey = 1, kValue = 2;
constexpr qsizetype kMostNames = 10000, kLongestText = 1 << 16;

QString nameIn(ProtoReader message)
{
    while (message.next())
        if (message.field() == kName) return message.bytes().size() < kLongestText ? message.text() : QString();
    return {};
}
} // namespace

std::optional<OnnxFacts> OnnxFacts::of(QByteArrayView bytes)
{
    OnnxFacts facts;
    bool graph = false;
    ProtoReader model(bytes);
    while (model.next()) {
        if (model.field() == kGraph) {
            graph = true;
            ProtoReader inside = model.message();
            while (inside.next()) {
                QStringList *names = inside.field() == kInput ? &facts.inputs : inside.field() == kOutput ? &facts.outputs : nullptr;
                if (names && names->size() < kMostNames) names->append(nameIn(inside.message()));
            }
            if (inside.broken()) return std::nullopt;
        } else if (model.field() == kMetadata && facts.metadata.size() < kMostNames) {
            QString key, value;
            for (ProtoReader entry = model.message(); entry.next();) {
                if (entry.bytes().size() > kLongestText) continue;
                if (entry.field() == kKey) key = entry.text();
                if (entry.field() == kValue) value = entry.text();
            }
            facts.metadata.insert(key, value);
        }
    }
    if (model.broken() || !graph) return std::nullopt;
    return facts;
}

std::optional<OnnxFacts> OnnxFacts::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0) return std::nullopt;
    // Weights are skipped, so of a large file few pages are touched.
    const uchar *bytes = file.map(0, file.size());
    return bytes ? of(QByteArrayView(bytes, file.size())) : std::nullopt;
}

} // namespace vox
