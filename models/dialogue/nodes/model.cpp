#include "models/dialogue/nodes/step.h"

namespace vox {

using namespace Qt::StringLiterals;

struct ModelSettings {
    QString instructions;
    qint64 maxSentences = 4;
    QString variable;
    LocalizedText waiting;
    double temperature = 0.3;
    qint64 timeoutMs = 20000;
};

template <> struct Fields<ModelSettings> {
    static constexpr const char *context = "ModelSettings";
    static constexpr auto all = std::tuple{
        field("instructions", &ModelSettings::instructions, QT_TRANSLATE_NOOP("ModelSettings", "Instructions")).multiline().upTo(20000)
            .help(QT_TRANSLATE_NOOP("ModelSettings", "What the model shall do at this step, after the agent's own instructions.")),
        field("max_sentences", &ModelSettings::maxSentences, QT_TRANSLATE_NOOP("ModelSettings", "At most")).between(1, 20).unit("sentences"),
        field("variable", &ModelSettings::variable, QT_TRANSLATE_NOOP("ModelSettings", "Also into variable")).upTo(100).suggestedBy("variables").advanced(),
        field("waiting", &ModelSettings::waiting, QT_TRANSLATE_NOOP("ModelSettings", "Said meanwhile")).upTo(1000).advanced(),
        field("temperature", &ModelSettings::temperature, QT_TRANSLATE_NOOP("ModelSettings", "Freedom")).between(0, 2).advanced()
            .help(QT_TRANSLATE_NOOP("ModelSettings", "0 says the same each time, 1 varies.")),
        field("timeout_ms", &ModelSettings::timeoutMs, QT_TRANSLATE_NOOP("ModelSettings", "Give up after")).between(500, 120000).unit("ms").advanced(),
    };
};

namespace {

QList<Port> ports(const QJsonObject &) { return {{u"done"_s, {}, QT_TRANSLATE_NOOP("Port", "Done")}, failedPort()}; }
QString summary(const QJsonObject &settings, const QString &) { return firstLine(settings.value("instructions"_L1).toString()); }

void check(const Node &node, CheckContext &context)
{
    const auto settings = fromJson<ModelSettings>(node.settings);
    context.text(u"/instructions"_s, settings.instructions);
    context.texts(u"/waiting"_s, settings.waiting, CheckContext::Need::Optional);
    if (!settings.variable.isEmpty()) context.variable(u"/variable"_s, settings.variable);
}

DialogueStep ask(Stepping &step, const ModelSettings &settings)
{
    AskModel ask;
    ask.node = step.node().id;
    const QString agent = step.context().program.script.prompt.in(step.state().language);
    ask.prompt = QStringList{agent, step.text(u"/instructions"_s, Rendering::Plain).value_or(QString())}.join(u"\n\n"_s).trimmed();
    for (const QJsonValue &line : step.state().history)
        ask.messages.append(QJsonObject{{u"role"_s, line["who"_L1] == "caller"_L1 ? u"user"_s : u"assistant"_s}, {u"content"_s, line["text"_L1]}});
    ask.temperature = settings.temperature;
    ask.timeoutMs = settings.timeoutMs;
    ask.receipt = step.newReceipt();
    step.say(u"/waiting"_s);
    step.act(ask);
    return step.stay();
}

DialogueStep sentence(Stepping &step, const ModelSettings &settings, const QString &text)
{
    const int said = step.state().local.value("sentences"_L1).toInt();
    if (text.trimmed().isEmpty() || said >= settings.maxSentences) return step.stay();
    step.state().local.insert(u"sentences"_s, said + 1);
    step.state().local.insert(u"text"_s, QString(step.state().local.value("text"_L1).toString() + u' ' + text.trimmed()).trimmed());
    step.sayPlain(text.trimmed());
    return step.stay();
}

// The receipt that an event answers, empty when it answers none.
QString receiptOf(const DialogueEvent &event)
{
    if (const auto *text = std::get_if<ModelText>(&event.what)) return text->receipt;
    if (const auto *finished = std::get_if<ModelFinished>(&event.what)) return finished->receipt;
    if (const auto *failed = std::get_if<ModelFailed>(&event.what)) return failed->receipt;
    return {};
}

DialogueStep step(const StepContext &context, const DialogueEvent &event)
{
    Stepping step(context);
    const auto settings = fromJson<ModelSettings>(context.node().settings);
    if (std::holds_alternative<Entered>(event.what)) return ask(step, settings);
    if (receiptOf(event).isEmpty() || receiptOf(event) != context.state.pendingReceipt) return step.stay();
    if (const auto *text = std::get_if<ModelText>(&event.what)) return sentence(step, settings, text->sentence);
    step.state().pendingReceipt.clear();
    const QString answer = step.state().local.value("text"_L1).toString();
    if (!answer.isEmpty()) step.set(settings.variable, answer);
    if (const auto *failed = std::get_if<ModelFailed>(&event.what)) step.trouble(failed->error);
    // A model that broke off after a sentence has answered; one that said nothing has not.
    return step.leave(answer.isEmpty() ? u"failed"_s : u"done"_s);
}

} // namespace

const NodeType modelNode{"model", QT_TRANSLATE_NOOP("NodeType", "Ask a model"),
                         QT_TRANSLATE_NOOP("NodeType", "A language model answers in its own words."),
                         fieldsOf<ModelSettings>, ports, summary, check, step};

} // namespace vox
