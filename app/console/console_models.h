#pragma once
#include "ui/viewmodels/local_models.h"
#include <atomic>
#include <memory>

namespace vox {
class Assembly;
class Settings;
}

namespace vox::console {

// The machine's models as the settings show and change them: those of setup, and the shelf of those a person adds. What is
// added is tried in a process of its own, and may be used by the next call. GUI thread; the work is done on a pool's thread.
class ConsoleModels final : public LocalModels {
    Q_OBJECT
public:
    ConsoleModels(Assembly &assembly, Settings &settings, QObject *parent = nullptr);
    ~ConsoleModels() override; // stops what is being added and waits for that; what was removed is gone then

    QList<InstalledPart> parts() const override;
    void add(const Addition &what) override;
    void measure(const QString &id) override;
    void cancel() override;
    Result<void> remove(const QString &id) override;
    Result<void> restore(const QString &id) override;

    // The arguments with which this program tries a model instead of starting (see tryModelIfAsked).
    static QStringList trialArguments(const QString &kind, const QString &folder);

private:
    struct Work;
    void run(std::function<Result<QString>(Work &)> job);
    void end(const Result<QString> &name);

    Assembly &m_assembly;
    Settings &m_settings;
    std::shared_ptr<Work> m_work;
};

// What trialArguments() ask for: tries the model and answers the exit status; nothing when they are not among the arguments.
std::optional<int> tryModelIfAsked(const QStringList &arguments);

} // namespace vox::console
