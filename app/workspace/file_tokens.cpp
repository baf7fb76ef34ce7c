#include "app/workspace/file_tokens.h"
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QSaveFile>
#include <QStandardPaths>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

template <typename T> QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

Result<QJsonObject> readAll(const QString &path)
{
    QFile file(path);
    if (!file.exists()) return QJsonObject();
    if (!file.open(QIODevice::ReadOnly)) return Error(Error::Code::FileUnreadable, {path}, file.errorString());
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
    if (!json.isObject()) return Error(Error::Code::NotJson, {path, u"0"_s});
    return json.object();
}

} // namespace

QString FileTokens::defaultPath() { return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/Voxdesk/tokens.json"_s; }

QFuture<Result<QString>> FileTokens::read(const QString &name)
{
    const auto all = readAll(m_path);
    if (!all) return ready(Result<QString>(all.error()));
    return ready(Result<QString>(all->value(name).toString()));
}

QFuture<Result<void>> FileTokens::write(const QString &name, const QString &token)
{
    auto all = readAll(m_path);
    if (!all) return ready(Result<void>(all.error()));
    if (token.isEmpty()) all->remove(name);
    else all->insert(name, token);
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    // Before anything is in it.
    const bool open = file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray bytes = QJsonDocument(*all).toJson();
    if (!open || file.write(bytes) != bytes.size() || !file.commit())
        return ready(Result<void>(Error(Error::Code::FileUnwritable, {m_path}, file.errorString())));
    return ready(Result<void>());
}

} // namespace vox
