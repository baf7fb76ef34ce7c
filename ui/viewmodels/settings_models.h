#pragma once
#include "ui/viewmodels/local_models.h"
#include <QElapsedTimer>

namespace vox {

// The Models tab of the settings: what is here, and the one thing that is being added or measured. UI thread; outlived by
// `models`.
class SettingsModels : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Describing, Working };

    explicit SettingsModels(LocalModels &models, QObject *parent = nullptr);
    ~SettingsModels() override; // what is being added goes on

    QList<InstalledPart> parts() const { return m_models.parts(); }
    State state() const { return m_state; }

    // Somebody chose a folder or an archive: languages and name are guessed, the person says the rest.
    void choose(const QString &path);
    // Somebody wants to give an address: the same, once there is one.
    void chooseAddress();
    void setAddress(const QString &typed);
    void setSha256(const QString &typed) { m_addition.sha256 = typed.trimmed().toLower(); emit progressed(); }
    bool isAddress() const { return m_address; }
    const LocalModels::Addition &addition() const { return m_addition; }
    void setLanguages(const QString &typed);
    void setName(const QString &name) { m_addition.name = name.trimmed(); }
    void setLicence(const QString &licence) { m_addition.licence = licence.trimmed(); }
    bool mayAdd() const;
    void add();
    void measure(const QString &id);
    void cancel(); // of describing, too
    Result<void> remove(const QString &id) { return m_models.remove(id); }
    Result<void> restore(const QString &id) { return m_models.restore(id); }

    // While working.
    bool isMeasuring() const { return m_measuring; }
    LocalModels::Stage stage() const { return m_stage; }
    double done() const; // 0 to 1, over all stages
    qint64 bytes() const { return m_bytes; }
    qint64 totalBytes() const { return m_total; } // of what is copied or unpacked; 0: not known
    int secondsLeft() const;                      // -1: not known
    const std::optional<Error> &error() const { return m_error; }

    // Language subtags in a name like "vosk-model-small-ru-0.22".
    static QStringList languagesIn(const QString &name);
    // "ru, en-US" → {"ru", "en"}; empty when one of them is no language.
    static QStringList languagesFrom(const QString &typed);

signals:
    void partsChanged();
    void stateChanged();
    void progressed();
    void added(const QString &name);
    void measured(const QString &name);

private:
    void finish(const Result<QString> &name);
    static qint64 sizeOf(const QString &path);

    LocalModels &m_models;
    State m_state = State::Idle;
    LocalModels::Addition m_addition;
    bool m_measuring = false, m_address = false;
    LocalModels::Stage m_stage = LocalModels::Stage::Bring;
    qint64 m_bytes = 0, m_total = 0;
    QElapsedTimer m_since;
    std::optional<Error> m_error;
};

} // namespace vox
