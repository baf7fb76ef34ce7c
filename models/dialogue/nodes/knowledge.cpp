#include "models/dialogue/nodes/step.h"

namespace vox {

using namespace Qt::StringLiterals;

struct KnowledgeSettings {
    QString question;
    double threshold = 0.45;
    LocalizedText before;
};

template <> struct Fields<KnowledgeSettings> {
    static constexpr const char *context = "KnowledgeSettings";
    static constexpr auto all = std::tuple{
        field("question", &KnowledgeSettings::question, QT_TRANSLATE_NOOP("KnowledgeSettings", "Question")).expression("string").upTo(10000)
            .help(QT_TRANSLATE_NOOP("KnowledgeSettings", "Empty: what the caller said last.")),
        field("threshold", &KnowledgeSettings::threshold, QT_TRANSLATE_NOOP("KnowledgeSettings", "How well it must fit")).between(0, 1)
            .help(QT_TRANSLATE_NOOP("KnowledgeSettings", "0 answers always, 1 only when every word of the question is found.")),
        field("before", &KnowledgeSettings::before, QT_TRANSLATE_NOOP("KnowledgeSettings", "Said before the answer")).upTo(1000),
    };
};

namespace {

QList<Port> ports(const QJsonObject &)
{
    return {{u"answered"_s, {}, QT_TRANSLATE_NOOP("Port", "Answered"), Port::Role::Main, true},
            {u"nothing"_s, {}, QT_TRANSLATE_NOOP("Port", "Nothing found"), Port::Role::Other, true}};
}
QString summary(const QJsonObject &settings, const QString &) { return firstLine(settings.value("question"_L1).toString()); }

void check(const Node &node, CheckContext &context)
{
    const auto settings = fromJson<KnowledgeSettings>(node.settings);
    if (!settings.question.trimmed().isEmpty()) context.expression(u"/question"_s, settings.question, Type::String);
    context.texts(u"/before"_s, settings.before, CheckContext::Need::Optional);
    for (const QString &language : context.script().languages)
        if (context.script().knowledge.byTag.value(language).trimmed().isEmpty())
            context.problem(Problem::Severity::Warning, {}, Error(Error::Code::KnowledgeMissing, {language}));
}

DialogueStep step(const StepContext &context, const DialogueEvent &)
{
    Stepping step(context);
    QString question = step.state().variables.value("last"_L1).toObject().value("text"_L1).toString();
    if (const auto asked = step.value(u"/question"_s); asked && asked->type() == Type::String) question = asked->toString();
    const auto &indexes = context.program.knowledge;
    auto index = indexes.find(step.state().language);
    for (auto it = indexes.begin(); index == indexes.end() && it != indexes.end(); ++it)
        if (it.key().section(u'-', 0, 0) == step.state().language.section(u'-', 0, 0)) index = it;
    const auto answer = index == indexes.end() ? std::nullopt : index->best(question);
    if (answer) step.act(Retrieved{question, answer->score, answer->text, answer->offset});
    if (!answer || answer->score < fromJson<KnowledgeSettings>(context.node().settings).threshold) return step.leave(u"nothing"_s);
    step.say(u"/before"_s);
    step.sayPlain(answer->text);
    return step.leave(u"answered"_s);
}

} // namespace

const NodeType knowledgeNode{"knowledge", QT_TRANSLATE_NOOP("NodeType", "Answer from knowledge"),
                             QT_TRANSLATE_NOOP("NodeType", "Finds the sentence of the agent's knowledge that answers, and says it."),
                             fieldsOf<KnowledgeSettings>, ports, summary, check, step};

} // namespace vox
