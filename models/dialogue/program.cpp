#include "models/dialogue/program.h"
#include "models/dialogue/nodes/listen.h"
#include "models/dialogue/understanding.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

void indexIntents(Program::Compiled &compiled)
{
    for (const IntentDeclaration &intent : std::as_const(compiled.script.intents))
        for (auto it = intent.examples.byTag.begin(); it != intent.examples.byTag.end(); ++it)
            for (const QString &example : it.value()) {
                const QString key = exampleKey(example, it.key());
                if (!key.isEmpty()) compiled.examples[it.key()][key].append(intent.id);
            }
    for (const Program::Compiled::Step &step : compiled.steps) {
        if (step.node->type != "listen"_L1 || !step.node->settings.value("everywhere"_L1).toBool()) continue;
        for (const QString &intent : fromJson<ListenSettings>(step.node->settings).intents)
            if (!compiled.everywhere.contains(intent)) compiled.everywhere.insert(intent, step.node->id);
    }
}

void indexKnowledge(Program::Compiled &compiled)
{
    bool used = false;
    for (const Node &node : std::as_const(compiled.script.flow.nodes)) used = used || node.type == "knowledge"_L1;
    if (!used) return;
    const auto &texts = compiled.script.knowledge.byTag;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        if (!it->trimmed().isEmpty()) compiled.knowledge.insert(it.key(), KnowledgeIndex(it.value(), it.key()));
}

} // namespace

Program::Program(std::unique_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}
Program::~Program() = default;

Result<std::shared_ptr<const Program>> Program::compile(const AgentScript &script)
{
    auto compiled = std::make_unique<Compiled>();
    compiled->script = script;
    compiled->script.flow.nodes.detach(); // steps point into it from here on
    const Problems problems = checkAndCompile(compiled->script, compiled.get());
    if (hasErrors(problems)) {
        qsizetype errors = 0;
        QString first;
        for (const Problem &problem : problems) {
            if (problem.severity != Problem::Severity::Error) continue;
            if (errors++ == 0) first = problem.path + u": "_s + problem.error.codeName();
        }
        return Error(Error::Code::AgentInvalid, {script.name, QString::number(errors)}, first);
    }
    indexIntents(*compiled);
    indexKnowledge(*compiled);
    return std::shared_ptr<const Program>(new Program(std::move(compiled)));
}

const AgentScript &Program::script() const { return m_compiled->script; }

QStringList Program::fixedPrompts(const QString &language) const
{
    QStringList prompts;
    for (const Compiled::Step &step : m_compiled->steps)
        for (auto it = step.settings.texts.begin(); it != step.settings.texts.end(); ++it) {
            QStringList path = it.key().split(u'/'); // "", field, language, ...
            if (path.value(1) == "tools"_L1) path.remove(1, 2); // "", "tools", index, field, language
            const bool spoken = path.size() >= 3 && (path[1] == "text"_L1 || path[1] == "prompt"_L1 || path[1] == "reprompts"_L1 || path[1] == "waiting"_L1 || path[1] == "before"_L1);
            const bool ours = spoken && (path[2] == language || path[2].section(u'-', 0, 0) == language.section(u'-', 0, 0));
            if (ours && it->isFixed() && !it->fixedText().trimmed().isEmpty()) prompts.append(it->fixedText());
        }
    prompts.removeDuplicates();
    prompts.sort();
    return prompts;
}

} // namespace vox
