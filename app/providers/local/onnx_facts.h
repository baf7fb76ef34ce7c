#pragma once
#include <QHash>
#include <QString>
#include <QStringList>
#include <optional>

namespace vox {

// What an ONNX file says about itself, read without loading it: names of its graph's inputs and outputs and its metadata.
// Safe on any file. A value.
struct OnnxFacts {
    QStringList inputs, outputs;
    QHash<QString, QString> metadata;

    // nullopt: no such file, or it is no ONNX model.
    static std::optional<OnnxFacts> read(const QString &path);
    static std::optional<OnnxFacts> of(QByteArrayView bytes);
};

} // namespace vox
