#include "app/shelf/model_shelf.h"
#include "app/shelf/unpack.h"
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestDescription = 8 << 20;

// A folder's name that is one everywhere, and that an agent can hold.
QString idOf(const QString &name)
{
    static const QRegularExpression other(u"[^A-Za-z0-9._-]+"_s);
    QString id = name;
    id.replace(other, u"-"_s);
    while (id.startsWith(u'.') || id.startsWith(u'-')) id.remove(0, 1);
    return id.left(60);
}

std::optional<ShelvedModel> readModel(const QString &folder)
{
    QFile file(folder + u"/model.json"_s);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.read(kLargestDescription)).object();
    const auto kind = enumFromName<ModelKind>(json.value("kind"_L1).toString());
    if (!kind) return std::nullopt;
    ShelvedModel model{QDir(folder).dirName(), json.value("name"_L1).toString(), *kind, {}, json.value("licence"_L1).toString(),
                       json.value("source"_L1).toString(), json.value("bytes"_L1).toInteger(), json.value("real_time_factor"_L1).toDouble(), folder};
    for (const QJsonValue &language : json.value("languages"_L1).toArray()) model.languages.append(language.toString());
    return model;
}

struct Files {
    QJsonObject facts; // path: {bytes, sha256}
    qint64 bytes = 0;
};

Result<Files> factsOf(const QString &root)
{
    Files out;
    QDirIterator files(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next(), relative = QDir(root).relativeFilePath(path);
        if (relative == "model.json"_L1) continue;
        QFile file(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) return Error(Error::Code::FileUnreadable, {path}, file.errorString());
        out.facts.insert(relative, QJsonObject{{u"bytes"_s, file.size()}, {u"sha256"_s, QString::fromLatin1(hash.result().toHex())}});
        out.bytes += file.size();
    }
    return out;
}

// Symbolic links are not followed: what is copied is what was looked at.
Result<void> copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next(), target = to + u'/' + QDir(from).relativeFilePath(path);
        if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(path, target)) return Error(Error::Code::FileUnwritable, {target});
    }
    return {};
}

// Archives often hold one folder with everything in it.
QString rootIn(const QString &folder)
{
    const QDir dir(folder);
    const QStringList entries = dir.entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    return entries.size() == 1 && QFileInfo(dir.filePath(entries.first())).isDir() ? dir.filePath(entries.first()) : folder;
}

} // namespace

QString ModelShelf::standardPath()
{
    const QString named = qEnvironmentVariable("VOXDESK_MODELS");
    return named.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/voxdesk/models"_s : named;
}

QList<ShelvedModel> ModelShelf::list() const
{
    QList<ShelvedModel> out;
    const QDir dir(m_folder);
    for (const QString &name : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        if (const auto model = readModel(dir.filePath(name))) out.append(*model);
    return out;
}

Result<ShelvedModel> ModelShelf::find(const QString &id) const
{
    for (const ShelvedModel &model : list())
        if (model.id == id) return model;
    return Error(Error::Code::NotFound, {u"model"_s, id});
}

Result<ShelvedModel> ModelShelf::import(const Import &what, const Trial &trial)
{
    if (what.languages.isEmpty()) return Error(Error::Code::MissingField, {u"languages"_s});
    const QFileInfo source(what.path);
    if (!source.exists()) return Error(Error::Code::FileNotFound, {what.path});
    if (!QDir().mkpath(m_folder)) return Error(Error::Code::FileUnwritable, {m_folder});
    // Beside its place, so that the last step is a renaming; a dot keeps it from being taken for a model.
    QTemporaryDir staged(m_folder + u"/.import-XXXXXX"_s);
    if (!staged.isValid()) return Error(Error::Code::FileUnwritable, {m_folder}, staged.errorString());
    const QString inside = staged.path() + u"/model"_s;
    if (!QDir().mkpath(inside)) return Error(Error::Code::FileUnwritable, {inside});
    const auto brought = source.isDir() ? copyFolder(source.absoluteFilePath(), inside) : unpackArchive(source.absoluteFilePath(), inside);
    if (!brought) return brought.error();
    return shelve(staged.path(), rootIn(inside), what, trial);
}

Result<ShelvedModel> ModelShelf::shelve(const QString &staged, const QString &root, const Import &what, const Trial &trial)
{
    const auto kind = modelKindOf(root);
    if (!kind) return kind.error();
    QString name = what.name;
    if (name.isEmpty()) name = root.endsWith("/model"_L1) && QFileInfo(root).path() == staged ? QFileInfo(what.path).completeBaseName() : QDir(root).dirName();
    const QString id = idOf(name), place = m_folder + u'/' + id;
    if (id.isEmpty()) return Error(Error::Code::BadValue, {u"name"_s, name});
    if (QFileInfo::exists(place)) return Error(Error::Code::Conflict, {id});
    const auto files = factsOf(root);
    if (!files) return files.error();
    QJsonObject json{{u"id"_s, id}, {u"name"_s, name}, {u"kind"_s, enumName(*kind)}, {u"languages"_s, QJsonArray::fromStringList(what.languages)},
                     {u"licence"_s, what.licence}, {u"source"_s, QFileInfo(what.path).fileName()}, {u"files"_s, files->facts}, {u"bytes"_s, files->bytes}};
    const auto describe = [&]() -> Result<void> {
        QSaveFile file(root + u"/model.json"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
            return Error(Error::Code::FileUnwritable, {file.fileName()}, file.errorString());
        return {};
    };
    if (const auto good = describe(); !good) return good.error();
    const auto speed = trial(*kind, root);
    if (!speed) return speed.error();
    json.insert("real_time_factor"_L1, *speed);
    if (const auto good = describe(); !good) return good.error();
    if (!QDir().rename(root, place)) return Error(Error::Code::FileUnwritable, {place});
    return find(id);
}

Result<void> ModelShelf::remove(const QString &id)
{
    const auto model = find(id);
    if (!model) return model.error();
    // Out of the list first: half a model is none.
    if (!QFile::remove(model->path + u"/model.json"_s) || !QDir(model->path).removeRecursively()) return Error(Error::Code::FileUnwritable, {model->path});
    return {};
}

} // namespace vox
