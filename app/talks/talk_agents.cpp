#include "app/talks/talk_agents.h"
#include "app/calls/call_plan.h"
#include "app/understanding/fasttext_intent_classifier.h"
#include "app/understanding/intent_trainer.h"
#include "app/workspace/demo_content.h"
#include "models/documents/document_file.h"
#include <QFile>
#include <atomic>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr UtcMs kReadAt{1767603600000}; // any fixed time: ids made while reading are the same each time

Result<Agent> parsed(const QByteArray &bytes, const QString &name)
{
    const ParsedFile file = parseDocumentFile(agentKind(), bytes, kReadAt);
    if (file.file) return fromJson<Agent>(file.file->content);
    const Problem first = file.problems.value(0);
    return Error(Error::Code::AgentInvalid, {name, QString::number(file.problems.size())},
                 first.path + u": "_s + first.error.codeName() + u' ' + first.error.args.join(u", "));
}

Result<QByteArray> demoAgent(const QString &name)
{
    for (const QString &file : bundledAgents()) {
        const QByteArray bytes = bundledAgent(file);
        const auto agent = parsed(bytes, file);
        if (agent && agent->name.compare(name, Qt::CaseInsensitive) == 0) return bytes;
    }
    return Error(Error::Code::NotFound, {u"agent"_s, name});
}

std::shared_ptr<const IntentClassifier> trained(const Agent &agent)
{
    QList<IntentExamples> examples;
    for (const Intent &intent : agent.intents)
        for (auto it = intent.examples.byTag.begin(); it != intent.examples.byTag.end(); ++it)
            if (agent.languages.contains(it.key()) && !it->isEmpty()) examples.append({intent.id, it.key(), *it});
    const std::atomic_bool cancelled = false;
    const auto model = examples.isEmpty() ? Result<QByteArray>(Error()) : trainIntents(examples, cancelled);
    if (!model) return nullptr;
    const auto classifier = FasttextIntentClassifier::load(*model);
    return classifier ? *classifier : nullptr;
}

} // namespace

TalkAgents::TalkAgents(Find find) : m_find(find ? std::move(find) : demoAgent) {}

Result<QByteArray> TalkAgents::read(const QString &agent, const QString &folder) const
{
    if (!agent.endsWith(".json"_L1)) return m_find(agent);
    QFile file(folder + u'/' + agent);
    if (!file.exists()) return Error(Error::Code::FileNotFound, {file.fileName()});
    if (!file.open(QIODevice::ReadOnly)) return Error(Error::Code::FileUnreadable, {file.fileName()});
    return file.readAll();
}

Result<CallPlan> TalkAgents::plan(const QString &agent, const QString &language, const QString &folder)
{
    std::shared_ptr<Known> known;
    {
        const std::lock_guard lock(m_mutex);
        auto &slot = m_known[agent.endsWith(".json"_L1) ? folder + u'/' + agent : agent];
        if (!slot) slot = std::make_shared<Known>();
        known = slot;
    }
    std::call_once(known->once, [&] {
        known->bytes = read(agent, folder);
        const auto made = known->bytes ? parsed(*known->bytes, agent) : Result<Agent>(known->bytes.error());
        if (made) known->classifier = trained(*made);
        else known->bytes = made.error();
    });
    if (!known->bytes) return known->bytes.error();
    const auto made = parsed(*known->bytes, agent);
    if (!made) return made.error();
    auto plan = planCall(*made, language);
    if (plan) plan->classifier = known->classifier;
    return plan;
}

} // namespace vox
