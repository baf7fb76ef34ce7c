#pragma once
#include "models/base/result.h"
#include <QCryptographicHash>
#include <QFile>
#include <QJsonObject>
#include <functional>
#include <optional>

namespace vox {

// A backup as one file, written and read straight through: a first line that names the form, then records (a line of JSON {"type",
// "size", "sha256", …} and that many bytes), then an end record with the hash of everything before it. A file without its
// end, or with a byte changed, is no backup.

// One record. `facts` holds what its type needs besides.
struct BackupRecord {
    QString type;
    QJsonObject facts;
    QByteArray bytes;
};

// Writes a backup; the file takes its place at the end. Lives for one backup, on the thread that makes it.
class BackupWriter {
public:
    explicit BackupWriter(const QString &path) : m_file(path) {}
    Result<void> begin();
    Result<void> add(const BackupRecord &record);
    // Takes the file's place only now; until then what was there stays.
    Result<void> end();

private:
    Result<void> write(const QByteArray &bytes);

    QFile m_file;
    QString m_path;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_count = 0;
};

// Reads a backup record by record, one in memory at a time. BadValue {path, what} for what is no whole, unchanged backup, which may
// show only at its end: verify first.
class BackupReader {
public:
    explicit BackupReader(const QString &path) : m_file(path) {}
    Result<void> begin();
    // Nothing after the last record, when the whole was as it was written.
    Result<std::optional<BackupRecord>> next();

private:
    Error broken(const QString &what) const { return Error(Error::Code::BadValue, {QStringLiteral("backup"), what}); }

    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_count = 0;
};

// Walks a whole backup; stops at the first error of `take`, which may be empty. Answers the number of records.
Result<qint64> readBackup(const QString &path, const std::function<Result<void>(const BackupRecord &)> &take);

} // namespace vox
