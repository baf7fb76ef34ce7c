#pragma once
#include "models/wire/proto_writer.h"
#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <cstring>
#include <vector>

namespace vox::test {

// Writes small ONNX models (onnx.proto: ModelProto, GraphProto, NodeProto, TensorProto), enough of the format for graphs
// that a runtime loads and runs.
class TinyOnnx {
public:
    enum Type { Float = 1, Int64 = 7 };
    // A negative size is free.
    void input(const QString &name, Type type, const QList<int> &shape) { m_graph.message(11, port(name, type, shape)); }
    void output(const QString &name, Type type, const QList<int> &shape) { m_graph.message(12, port(name, type, shape)); }
    void node(const QString &operation, const QStringList &inputs, const QString &output)
    {
        ProtoWriter node;
        for (const QString &input : inputs) node.text(1, input);
        node.text(2, output);
        node.text(4, operation);
        m_graph.message(1, node);
    }
    void transpose(const QString &input, const QString &output)
    {
        ProtoWriter permutation, node;
        permutation.text(1, QStringLiteral("perm"));
        for (const int axis : {0, 2, 1}) permutation.integerAlways(8, axis);
        permutation.integerAlways(20, 7); // INTS
        node.text(1, input);
        node.text(2, output);
        node.text(4, QStringLiteral("Transpose"));
        node.message(5, permutation);
        m_graph.message(1, node);
    }
    void weights(const QString &name, const QList<int> &shape, const std::vector<float> &values)
    {
        ProtoWriter tensor;
        for (const int size : shape) tensor.integerAlways(1, size);
        tensor.integerAlways(2, Float);
        tensor.text(8, name);
        tensor.bytes(9, QByteArray(reinterpret_cast<const char *>(values.data()), qsizetype(values.size() * sizeof(float))));
        m_graph.message(5, tensor);
    }
    void says(const QString &key, const QString &value)
    {
        ProtoWriter entry;
        entry.text(1, key);
        entry.text(2, value);
        m_metadata.append(entry.bytes());
    }
    QByteArray bytes()
    {
        ProtoWriter model, set;
        model.integerAlways(1, 8); // IR version
        m_graph.text(2, QStringLiteral("tiny"));
        model.bytes(7, m_graph.bytes());
        set.integerAlways(2, 13);
        model.message(8, set);
        for (const QByteArray &entry : m_metadata) model.bytes(14, entry);
        return model.bytes();
    }

private:
    static ProtoWriter port(const QString &name, Type type, const QList<int> &shape)
    {
        ProtoWriter sizes, tensor, kind, port;
        for (const int size : shape) {
            ProtoWriter one;
            if (size >= 0) one.integerAlways(1, size);
            else one.text(2, QStringLiteral("n%1").arg(-size));
            sizes.message(1, one);
        }
        tensor.integerAlways(1, type);
        tensor.message(2, sizes);
        kind.message(1, tensor);
        port.text(1, name);
        port.message(2, kind);
        return port;
    }

    ProtoWriter m_graph;
    QList<QByteArray> m_metadata;
};

// A CTC network as NeMo exports it, that hears the second token all the time: "a". Tokens: "▁go", "a", blank.
inline QByteArray tinyNemoCtc(bool streaming = false)
{
    TinyOnnx onnx;
    onnx.input(QStringLiteral("audio_signal"), TinyOnnx::Float, {-1, 80, -2});
    onnx.input(QStringLiteral("length"), TinyOnnx::Int64, {-1});
    const QStringList caches{QStringLiteral("cache_last_channel"), QStringLiteral("cache_last_time"), QStringLiteral("cache_last_channel_len")};
    if (streaming) {
        onnx.input(caches[0], TinyOnnx::Float, {-1, 1, 2, 3});
        onnx.input(caches[1], TinyOnnx::Float, {-1, 1, 2, 3});
        onnx.input(caches[2], TinyOnnx::Int64, {-1});
    }
    onnx.weights(QStringLiteral("w"), {80, 3}, std::vector<float>(240, 0.0f));
    onnx.weights(QStringLiteral("b"), {3}, {-9.0f, -0.1f, -9.0f});
    onnx.transpose(QStringLiteral("audio_signal"), QStringLiteral("frames"));
    onnx.node(QStringLiteral("MatMul"), {QStringLiteral("frames"), QStringLiteral("w")}, QStringLiteral("zero"));
    onnx.node(QStringLiteral("Add"), {QStringLiteral("zero"), QStringLiteral("b")}, QStringLiteral("logprobs"));
    onnx.output(QStringLiteral("logprobs"), TinyOnnx::Float, {-1, -2, 3});
    if (streaming) {
        onnx.node(QStringLiteral("Identity"), {QStringLiteral("length")}, QStringLiteral("encoded_lengths"));
        onnx.output(QStringLiteral("encoded_lengths"), TinyOnnx::Int64, {-1});
        for (int i = 0; i < 3; ++i) {
            onnx.node(QStringLiteral("Identity"), {caches[i]}, caches[i] + QStringLiteral("_next"));
            onnx.output(caches[i] + QStringLiteral("_next"), i == 2 ? TinyOnnx::Int64 : TinyOnnx::Float, i == 2 ? QList<int>{-1} : QList<int>{-1, 1, 2, 3});
        }
        for (const char *key : {"cache_last_channel_dim1", "cache_last_time_dim1"}) onnx.says(QString::fromLatin1(key), QStringLiteral("1"));
        for (const char *key : {"cache_last_channel_dim2", "cache_last_time_dim2"}) onnx.says(QString::fromLatin1(key), QStringLiteral("2"));
        for (const char *key : {"cache_last_channel_dim3", "cache_last_time_dim3"}) onnx.says(QString::fromLatin1(key), QStringLiteral("3"));
        onnx.says(QStringLiteral("window_size"), QStringLiteral("16"));
        onnx.says(QStringLiteral("chunk_shift"), QStringLiteral("16"));
    }
    onnx.says(QStringLiteral("model_type"), QStringLiteral("EncDecCTCModelBPE"));
    onnx.says(QStringLiteral("vocab_size"), QStringLiteral("2")); // without the blank
    onnx.says(QStringLiteral("subsampling_factor"), QStringLiteral("1"));
    onnx.says(QStringLiteral("normalize_type"), QStringLiteral("per_feature"));
    onnx.says(QStringLiteral("language"), QStringLiteral("Russian"));
    return onnx.bytes();
}
inline QByteArray tinyTokens() { return "\xE2\x96\x81go 0\na 1\n<blk> 2\n"; }

// A graph with names and metadata only.
inline QByteArray named(const QStringList &inputs, const QHash<QString, QString> &metadata)
{
    TinyOnnx onnx;
    for (const QString &input : inputs) onnx.input(input, TinyOnnx::Float, {-1});
    for (auto it = metadata.begin(); it != metadata.end(); ++it) onnx.says(it.key(), it.value());
    return onnx.bytes();
}

} // namespace vox::test
