#pragma once
#include "app/host/conversation_host.h"
#include "models/base/result.h"
#include <QHash>
#include <functional>
#include <mutex>

namespace vox {

// The agents that talks call: read, checked, compiled and their intents trained, once each. Thread-safe.
class TalkAgents {
public:
    // The agent's file (kind, schema, content) by name. Empty: the demo agents, by name.
    using Find = std::function<Result<QByteArray>(const QString &name)>;
    explicit TalkAgents(Find find = {});

    // How `agent` (a name, or a file ending in .json in `folder`) is called in `language`. `id`, `startedAt` and the rest of
    // one call are left empty. Errors: FileNotFound, NotFound, AgentInvalid with the first problem in `detail`, ….
    Result<CallPlan> plan(const QString &agent, const QString &language, const QString &folder);

private:
    struct Known {
        std::once_flag once;
        Result<QByteArray> bytes = Error();
        std::shared_ptr<const IntentClassifier> classifier;
    };
    Result<QByteArray> read(const QString &agent, const QString &folder) const;

    const Find m_find;
    std::mutex m_mutex;
    QHash<QString, std::shared_ptr<Known>> m_known; // guarded by m_mutex
};

} // namespace vox
