#pragma once
#include "models/dialogue/program.h"

namespace vox::stubs {

// Writes small agents for tests: nodes by name, edges by the names they join. Nodes lead on by "next" unless said otherwise.
class SmallAgent {
public:
    SmallAgent &say(const QString &name, const QString &text, bool interruptible = true);
    SmallAgent &listen(const QString &name, const QStringList &intents = {}, QJsonObject settings = {});
    SmallAgent &tool(const QString &name, bool changesOutside, int timeoutMs = 5000, const QString &waiting = {});
    SmallAgent &model(const QString &name);
    SmallAgent &handOver(const QString &name, const QString &text);
    SmallAgent &end(const QString &name, const QString &text);
    SmallAgent &intent(const QString &id, const QStringList &examples);
    SmallAgent &go(const QString &from, const QString &port, const QString &to);

    // "start" leads to the first node that was added. Fails the test loudly when the flow does not compile.
    std::shared_ptr<const Program> compile();

    // Greets, then answers "where is my order" and everything else in turn, for ever; "bye" ends the call.
    static std::shared_ptr<const Program> orderDesk();

private:
    SmallAgent &node(const QString &name, const QString &type, QJsonObject settings);
    AgentScript m_script;
};

} // namespace vox::stubs
