#pragma once
#include "models/base/result.h"
#include <QByteArray>
#include <QHash>
#include <QString>

namespace vox {

// A model on disk: a folder of files, described by `model.json` {id, files: {path: {bytes, sha256}}} where there is one.
// What it reads has been checked against that description. A value; any thread.
class ModelFolder {
public:
    // Where setup puts the models: $VOXDESK_DEPS/models, else below the user's cache folder.
    static QString standardPath();

    // Errors: ModelMissing (no such folder), ModelDamaged (model.json cannot be understood).
    static Result<ModelFolder> open(const QString &folder);

    // The checked content of one file. Errors: ModelMissing, ModelDamaged (wrong size or hash, or above 1 GiB).
    Result<QByteArray> read(const QString &file) const;
    // Checks every file the description names without keeping any: for libraries that open files themselves.
    Result<void> verify() const;

    QString path() const { return m_path; }
    QString id() const { return m_id; }
    Error missing(const QString &file) const;
    Error damaged(const QString &file, const QString &detail) const;

private:
    struct Expected {
        qint64 bytes = 0;
        QByteArray sha256; // lower-case hex
    };
    QString m_path;
    QString m_id;
    QHash<QString, Expected> m_files; // empty: nothing is known, so nothing is checked
};

} // namespace vox
