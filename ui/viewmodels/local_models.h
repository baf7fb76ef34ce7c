#pragma once
#include "models/base/result.h"
#include "ui/viewmodels/settings_installed.h"
#include <QObject>

namespace vox {

// The models and voices of this machine, and adding to them. Implemented by the console over its shelf; UI thread. One thing
// at a time: add() and measure() end with finished(), also after cancel().
class LocalModels : public QObject {
    Q_OBJECT
public:
    enum class Stage { Bring, Check, Try };
    struct Addition {
        QString path; // a folder, or a zip or tar archive, or the http(s) address of one
        QStringList languages;
        QString name;
        QString licence;
        QString sha256 = {}; // of what an address gives, in hex; with it a download goes on where it was cut off
    };
    using QObject::QObject;

    virtual QList<InstalledPart> parts() const = 0;
    virtual void add(const Addition &what) = 0;
    virtual void measure(const QString &id) = 0;
    virtual void cancel() = 0;
    virtual Result<void> remove(const QString &id) = 0;
    virtual Result<void> restore(const QString &id) = 0; // what was removed last under this id

signals:
    void changed(); // other parts
    void progressed(vox::LocalModels::Stage stage, qint64 bytes);
    // The name of what was added or measured.
    void finished(const vox::Result<QString> &name);
};

} // namespace vox
