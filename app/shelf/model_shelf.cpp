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
constexpr qint64 kPiece = 4 << 20;
constexpr QLatin1StringView kAside(".removed-"); // a dot keeps it from being taken for a model

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
                       json.value("source"_L1).toString(), json.value("bytes"_L1).toInteger(), json.value("real_time_factor"_L1).toDouble(), folder, json.value("family"_L1).toString()};
    for (const QJsonValue &language : json.value("languages"_L1).toArray()) model.languages.append(language.toString());
    return model;
}

struct Files {
    QJsonObject facts; // path: {bytes, sha256}
    qint64 bytes = 0;
};

Result<Files> factsOf(const QString &root, const GoOn &goOn)
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
        if (goOn && !goOn(out.bytes)) return Error(Error::Code::Cancelled);
    }
    return out;
}

// Symbolic links are not followed: what is copied is what was looked at.
Result<void> copyFolder(const QString &from, const QString &to, const GoOn &goOn)
{
    qint64 bytes = 0;
    QDirIterator files(from, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next(), target = to + u'/' + QDir(from).relativeFilePath(path);
        QFile source(path), copy(target);
        if (!source.open(QIODevice::ReadOnly)) return Error(Error::Code::FileUnreadable, {path}, source.errorString());
        if (!QDir().mkpath(QFileInfo(target).path()) || !copy.open(QIODevice::WriteOnly)) return Error(Error::Code::FileUnwritable, {target}, copy.errorString());
        while (!source.atEnd()) {
            const QByteArray piece = source.read(kPiece);
            if (piece.isEmpty()) return Error(Error::Code::FileUnreadable, {path}, source.errorString());
            if (copy.write(piece) != piece.size()) return Error(Error::Code::FileUnwritable, {target}, copy.errorString());
            bytes += piece.size();
            if (goOn && !goOn(bytes)) return Error(Error::Code::Cancelled);
        }
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

GoOn stageOf(const ModelShelf::Import &what, ModelShelf::Import::Stage stage)
{
    if (!what.goOn) return {};
    return [&what, stage](qint64 bytes) { return what.goOn(stage, bytes); };
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
    const QFileInfo source(what.path);
    if (!source.exists()) return Error(Error::Code::FileNotFound, {what.path});
    if (!QDir().mkpath(m_folder)) return Error(Error::Code::FileUnwritable, {m_folder});
    // Beside its place, so that the last step is a renaming; a dot keeps it from being taken for a model.
    QTemporaryDir staged(m_folder + u"/.import-XXXXXX"_s);
    if (!staged.isValid()) return Error(Error::Code::FileUnwritable, {m_folder}, staged.errorString());
    const QString inside = staged.path() + u"/model"_s;
    if (!QDir().mkpath(inside)) return Error(Error::Code::FileUnwritable, {inside});
    const auto goOn = stageOf(what, Import::Stage::Bring);
    const auto brought = source.isDir() ? copyFolder(source.absoluteFilePath(), inside, goOn) : unpackArchive(source.absoluteFilePath(), inside, {}, goOn);
    if (!brought) return brought.error();
    return shelve(staged.path(), rootIn(inside), what, trial);
}

Result<ShelvedModel> ModelShelf::shelve(const QString &staged, const QString &root, const Import &what, const Trial &trial)
{
    const auto look = lookAtModel(root);
    if (!look) return look.error();
    const QStringList languages = what.languages.isEmpty() ? look->languages : what.languages;
    if (languages.isEmpty()) return Error(Error::Code::MissingField, {u"languages"_s});
    QString name = what.name;
    if (name.isEmpty()) name = root.endsWith("/model"_L1) && QFileInfo(root).path() == staged ? QFileInfo(what.path).completeBaseName() : QDir(root).dirName();
    const QString id = idOf(name), place = m_folder + u'/' + id;
    if (id.isEmpty()) return Error(Error::Code::BadValue, {u"name"_s, name});
    if (QFileInfo::exists(place)) return Error(Error::Code::Conflict, {id});
    const auto files = factsOf(root, stageOf(what, Import::Stage::Check));
    if (!files) return files.error();
    QJsonObject json{{u"id"_s, id}, {u"name"_s, name}, {u"kind"_s, enumName(look->kind)}, {u"languages"_s, QJsonArray::fromStringList(languages)},
                     {u"family"_s, look->family}, {u"licence"_s, what.licence.isEmpty() ? look->licence : what.licence},
                     {u"source"_s, QFileInfo(what.path).fileName()}, {u"files"_s, files->facts}, {u"bytes"_s, files->bytes}};
    const auto describe = [&]() -> Result<void> {
        QSaveFile file(root + u"/model.json"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
            return Error(Error::Code::FileUnwritable, {file.fileName()}, file.errorString());
        return {};
    };
    if (const auto good = describe(); !good) return good.error();
    if (what.goOn && !what.goOn(Import::Stage::Try, 0)) return Error(Error::Code::Cancelled);
    const auto speed = trial(look->kind, root);
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

Result<void> ModelShelf::setAside(const QString &id)
{
    const auto model = find(id);
    if (!model) return model.error();
    const QString aside = m_folder + u'/' + kAside + id;
    QDir(aside).removeRecursively(); // of an earlier one of this name
    if (!QDir().rename(model->path, aside)) return Error(Error::Code::FileUnwritable, {model->path});
    return {};
}

Result<void> ModelShelf::restore(const QString &id)
{
    const QString aside = m_folder + u'/' + kAside + id;
    if (id != idOf(id) || !QFileInfo::exists(aside)) return Error(Error::Code::NotFound, {u"model"_s, id});
    if (QFileInfo::exists(m_folder + u'/' + id)) return Error(Error::Code::Conflict, {id});
    if (!QDir().rename(aside, m_folder + u'/' + id)) return Error(Error::Code::FileUnwritable, {aside});
    return {};
}

void ModelShelf::forget()
{
    const QDir dir(m_folder);
    for (const QString &name : dir.entryList({QString(kAside) + u'*'}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot))
        QDir(dir.filePath(name)).removeRecursively();
}

Result<void> ModelShelf::look(const ShelvedModel &model) const
{
    QFile file(model.path + u"/model.json"_s);
    if (!file.open(QIODevice::ReadOnly)) return Error(Error::Code::ModelDamaged, {model.id, u"model.json"_s});
    const QJsonObject facts = QJsonDocument::fromJson(file.read(kLargestDescription)).object().value("files"_L1).toObject();
    for (auto it = facts.begin(); it != facts.end(); ++it)
        if (QFileInfo(model.path + u'/' + it.key()).size() != it.value()["bytes"_L1].toInteger()) return Error(Error::Code::ModelDamaged, {model.id, it.key()});
    return {};
}

} // namespace vox
