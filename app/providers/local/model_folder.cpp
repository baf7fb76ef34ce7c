#include "app/providers/local/model_folder.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace vox {

namespace {
constexpr qint64 kLargestFile = qint64(1) << 30;
constexpr qint64 kLargestDescription = 1 << 20;
} // namespace

QString ModelFolder::standardPath()
{
    const QString deps = qEnvironmentVariable("VOXDESK_DEPS");
    if (!deps.isEmpty()) return deps + "/models"_L1;
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/voxdesk/deps/models"_L1;
}

Result<ModelFolder> ModelFolder::open(const QString &folder)
{
    ModelFolder model;
    model.m_path = folder;
    model.m_id = QDir(folder).dirName();
    if (!QFileInfo(folder).isDir()) return Error{Error::Code::ModelMissing, {model.m_id, folder}};

    QFile description(folder + "/model.json"_L1);
    if (!description.exists()) return model;
    if (!description.open(QIODevice::ReadOnly)) return model.damaged(u"model.json"_s, description.errorString());
    const QJsonDocument json = QJsonDocument::fromJson(description.read(kLargestDescription));
    const QJsonObject files = json.object().value("files"_L1).toObject();
    if (files.isEmpty()) return model.damaged(u"model.json"_s, u"names no files"_s);
    for (auto file = files.begin(); file != files.end(); ++file) {
        const QJsonObject facts = file.value().toObject();
        const Expected expected{qint64(facts.value("bytes"_L1).toDouble(-1)), facts.value("sha256"_L1).toString().toLatin1().toLower()};
        if (expected.bytes < 0 || expected.sha256.size() != 64)
            return model.damaged(u"model.json"_s, u"no size or hash of %1"_s.arg(file.key()));
        model.m_files.insert(file.key(), expected);
    }
    return model;
}

Error ModelFolder::missing(const QString &file) const
{
    return {Error::Code::ModelMissing, {m_id, m_path + u'/' + file}};
}

Error ModelFolder::damaged(const QString &file, const QString &detail) const
{
    return {Error::Code::ModelDamaged, {m_id, m_path + u'/' + file}, detail};
}

Result<QByteArray> ModelFolder::read(const QString &name) const
{
    QFile file(m_path + u'/' + name);
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) return missing(name);
    if (file.size() > kLargestFile) return damaged(name, u"too large"_s);
    const auto expected = m_files.constFind(name);
    if (expected != m_files.cend() && expected->bytes != file.size())
        return damaged(name, u"%1 bytes instead of %2"_s.arg(file.size()).arg(expected->bytes));
    QByteArray bytes = file.readAll();
    if (bytes.size() != file.size()) return damaged(name, file.errorString());
    if (expected != m_files.cend() && QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() != expected->sha256)
        return damaged(name, u"wrong hash"_s);
    return bytes;
}

Result<void> ModelFolder::verify() const
{
    for (auto file = m_files.cbegin(); file != m_files.cend(); ++file)
        if (const auto bytes = read(file.key()); !bytes) return bytes.error();
    return {};
}

} // namespace vox
