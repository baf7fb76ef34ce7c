#pragma once
#include "app/shelf/shelved_model.h"
#include <functional>

namespace vox {

// The models a person has added: a folder of folders, each with a model.json. What is put on it was tried first, and
// appears whole or not at all. A value; every call looks at the disk and may block. Two processes may use one shelf.
class ModelShelf {
public:
    // Tries a model that may be bad, in another process; answers its real time factor.
    using Trial = std::function<Result<double>(ModelKind kind, const QString &folder)>;
    struct Import {
        QString path;          // a folder, or a zip or tar archive
        QStringList languages; // needed when files do not say
        QString name;          // empty: the folder's
        QString licence;       // empty: the files'
        // Told as it goes; `bytes` of this stage. False: stop.
        enum class Stage { Bring, Check, Try };
        std::function<bool(Stage stage, qint64 bytes)> goOn = {};
    };

    explicit ModelShelf(const QString &folder) : m_folder(folder) {}
    // <data folder>/voxdesk/models, or $VOXDESK_MODELS.
    static QString standardPath();

    QList<ShelvedModel> list() const;
    Result<ShelvedModel> find(const QString &id) const; // errors: NotFound
    // Errors: those of unpackArchive(), lookAtModel() and the trial; Conflict (there is one of this name), FileUnwritable,
    // MissingField (languages), Cancelled. Nothing is left behind then.
    Result<ShelvedModel> import(const Import &what, const Trial &trial);
    Result<void> remove(const QString &id);
    // Out of the list, but restore() brings it back until forget() or another program's forget() removes it.
    Result<void> setAside(const QString &id);
    Result<void> restore(const QString &id);
    void forget();
    // Whether the files are there as they came, by their sizes: ModelDamaged {id, file}.
    Result<void> look(const ShelvedModel &model) const;

private:
    Result<ShelvedModel> shelve(const QString &staged, const QString &root, const Import &what, const Trial &trial);
    QString m_folder;
};

} // namespace vox
