#pragma once
#include "models/dialogue/check_context.h"
#include "models/dialogue/node_type.h"
#include "models/dialogue/program.h"
#include "models/dialogue/retrieval/knowledge_index.h"

namespace vox {

// What Program holds; internal to models/dialogue.
struct Program::Compiled {
    struct Step {
        const Node *node = nullptr;
        const NodeType *type = nullptr;
        QHash<QString, QString> exits; // port -> node id
        CompiledSettings settings;
    };
    AgentScript script;
    Scope scope;
    std::vector<Step> steps;
    QHash<QString, int> byId;
    QString start;
    QHash<QString, KnowledgeIndex> knowledge;             // by language
    QHash<QString, QString> everywhere;                   // intent -> the listen node that hears it at every step
    QHash<QString, QHash<QString, QStringList>> examples; // language -> stemmed example -> intents

    const Step *step(const QString &id) const
    {
        const auto it = byId.find(id);
        return it == byId.end() ? nullptr : &steps[std::size_t(*it)];
    }
};

// What a node's step() sees.
struct StepContext {
    const Program::Compiled &program;
    const Program::Compiled::Step &step;
    const DialogueState &state;
    const Node &node() const { return *step.node; }
};

// checkFlow() with its result kept; `into` may be null.
Problems checkAndCompile(const AgentScript &script, Program::Compiled *into);

} // namespace vox
