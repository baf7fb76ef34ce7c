#include "app/understanding/intent_model.h"
#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

namespace vox {

namespace {
constexpr char kMagic[] = "VXIN0001";
constexpr qsizetype kMagicBytes = 8;
constexpr qsizetype kDigestBytes = 32;

QByteArray digest(const QByteArray &body) { return QCryptographicHash::hash(body, QCryptographicHash::Sha256); }
} // namespace

QByteArray packModel(const IntentModel &model)
{
    QByteArray body;
    QDataStream out(&body, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << qint32(model.intents.size());
    for (const auto &intent : model.intents) out << intent.id << intent.examples;
    out << model.fasttext;
    return QByteArray(kMagic, kMagicBytes) + digest(body) + body;
}

std::optional<IntentModel> unpackModel(const QByteArray &bytes)
{
    if (bytes.size() < kMagicBytes + kDigestBytes || !bytes.startsWith(kMagic)) return std::nullopt;
    const QByteArray body = bytes.mid(kMagicBytes + kDigestBytes);
    if (bytes.mid(kMagicBytes, kDigestBytes) != digest(body)) return std::nullopt;
    QDataStream in(body);
    in.setVersion(QDataStream::Qt_6_4);
    IntentModel model;
    qint32 intents = 0;
    in >> intents;
    for (qint32 i = 0; i < intents && in.status() == QDataStream::Ok; ++i) {
        IntentModel::Intent intent;
        in >> intent.id >> intent.examples;
        model.intents.append(std::move(intent));
    }
    in >> model.fasttext;
    if (in.status() != QDataStream::Ok) return std::nullopt;
    return model;
}

} // namespace vox
