#pragma once
#include "models/dialogue/agent_script.h"
#include "models/dialogue/interpreter.h"

namespace vox {

// A compiled agent. Immutable and shared between conversations; any thread.
class Program {
public:
    // Fails with AgentInvalid when checkFlow() finds an error.
    static Result<std::shared_ptr<const Program>> compile(const AgentScript &script);
    ~Program();

    const AgentScript &script() const;
    // Every text that a say or listen node can speak without variables, for rendering beforehand.
    QStringList fixedPrompts(const QString &language) const;

    struct Compiled; // internal to models/dialogue
    const Compiled &compiled() const { return *m_compiled; }

private:
    explicit Program(std::unique_ptr<const Compiled> compiled);
    std::unique_ptr<const Compiled> m_compiled;
};

// Located messages: dangling edges, outcomes that lead nowhere, unreachable nodes, cycles without a listen, no start or
// two, expressions that do not type-check, unknown variables, intents without examples, missing texts of a language.
// Paths point into the agent document ("/flow/nodes/3/settings/text/en"), `node` names the node.
Problems checkFlow(const AgentScript &script);

} // namespace vox
