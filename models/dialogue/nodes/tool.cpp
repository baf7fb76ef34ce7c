#include "models/dialogue/nodes/http_request.h"

namespace vox {

using namespace Qt::StringLiterals;

struct ToolSettings : HttpRequestSettings {
    QString name;
    LocalizedText waiting;
};

template <> struct Fields<ToolSettings> {
    static constexpr const char *context = "ToolSettings";
    static constexpr auto all = std::tuple_cat(
        std::tuple{field("name", &ToolSettings::name, QT_TRANSLATE_NOOP("ToolSettings", "On the timeline")).upTo(100)
                       .help(QT_TRANSLATE_NOOP("ToolSettings", "What a conversation's timeline calls it. Empty: the step's name."))},
        HttpRequestFields::all,
        std::tuple{field("waiting", &ToolSettings::waiting, QT_TRANSLATE_NOOP("ToolSettings", "Said meanwhile")).upTo(1000).in(HttpRequestFields::answer)
                       .help(QT_TRANSLATE_NOOP("ToolSettings", "\"One moment, please\": bridges the wait."))});
};

namespace {

QList<Port> ports(const QJsonObject &) { return {{u"done"_s, {}, QT_TRANSLATE_NOOP("Port", "Done")}, failedPort()}; }
QString summary(const QJsonObject &json, const QString &)
{
    const auto settings = fromJson<ToolSettings>(json);
    return settings.name.isEmpty() ? firstLine(enumName(settings.method) + u' ' + settings.url) : firstLine(settings.name);
}

void check(const Node &node, CheckContext &context)
{
    const auto settings = fromJson<ToolSettings>(node.settings);
    checkRequest(context, settings, {}, {});
    context.texts(u"/waiting"_s, settings.waiting, CheckContext::Need::Optional);
}

DialogueStep call(Stepping &step, const ToolSettings &settings)
{
    auto call = fillRequest(step, settings, {}, {}, {});
    if (!call) return step.leave(u"failed"_s);
    call->name = settings.name.isEmpty() ? step.node().name : settings.name;
    call->receipt = step.newReceipt();
    step.say(u"/waiting"_s);
    step.act(*std::move(call));
    return step.stay();
}

DialogueStep returned(Stepping &step, const ToolSettings &settings, const ToolReturned &answer)
{
    step.state().pendingReceipt.clear();
    saveAnswer(step, settings.saves, answer.body);
    const bool good = answer.status >= 200 && answer.status < 300;
    if (!good) step.trouble(Error(Error::Code::ServerFailed, {settings.name, QString::number(answer.status)}));
    return step.leave(good ? u"done"_s : u"failed"_s);
}

DialogueStep step(const StepContext &context, const DialogueEvent &event)
{
    Stepping step(context);
    const auto settings = fromJson<ToolSettings>(context.node().settings);
    if (std::holds_alternative<Entered>(event.what)) return call(step, settings);
    if (const auto *answer = std::get_if<ToolReturned>(&event.what); answer && answer->receipt == context.state.pendingReceipt)
        return returned(step, settings, *answer);
    if (const auto *failure = std::get_if<ToolFailed>(&event.what); failure && failure->receipt == context.state.pendingReceipt) {
        step.state().pendingReceipt.clear();
        step.trouble(failure->error);
        return step.leave(u"failed"_s);
    }
    return step.stay();
}

} // namespace

const NodeType toolNode{"tool", QT_TRANSLATE_NOOP("NodeType", "Use a tool"),
                        QT_TRANSLATE_NOOP("NodeType", "Asks another system over HTTP and remembers its answer."),
                        fieldsOf<ToolSettings>, ports, summary, check, step};

} // namespace vox
