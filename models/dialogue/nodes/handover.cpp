#include "models/dialogue/nodes/step.h"

namespace vox {

using namespace Qt::StringLiterals;

struct HandoverSettings {
    LocalizedText text;
    QString queue;
    QString note;
};

template <> struct Fields<HandoverSettings> {
    static constexpr const char *context = "HandoverSettings";
    static constexpr auto all = std::tuple{
        field("text", &HandoverSettings::text, QT_TRANSLATE_NOOP("HandoverSettings", "Said before")).multiline().upTo(2000)
            .help(QT_TRANSLATE_NOOP("HandoverSettings", "Tells the caller that a person takes over.")),
        field("queue", &HandoverSettings::queue, QT_TRANSLATE_NOOP("HandoverSettings", "Queue")).asRequired().upTo(100)
            .help(QT_TRANSLATE_NOOP("HandoverSettings", "Who takes the call: a team or a line.")),
        field("note", &HandoverSettings::note, QT_TRANSLATE_NOOP("HandoverSettings", "Note")).multiline().upTo(2000)
            .help(QT_TRANSLATE_NOOP("HandoverSettings", "What the person sees. Variables in braces are filled in.")),
    };
};

namespace {

QList<Port> ports(const QJsonObject &) { return {}; }
QString summary(const QJsonObject &settings, const QString &) { return settings.value("queue"_L1).toString(); }
void check(const Node &node, CheckContext &context)
{
    const auto settings = fromJson<HandoverSettings>(node.settings);
    context.texts(u"/text"_s, settings.text, CheckContext::Need::Optional);
    context.text(u"/note"_s, settings.note);
}
DialogueStep step(const StepContext &context, const DialogueEvent &)
{
    Stepping step(context);
    step.say(u"/text"_s);
    step.act(HandOver{context.node().id, context.node().settings.value("queue"_L1).toString(),
                      step.text(u"/note"_s, Rendering::Plain).value_or(QString())});
    return step.end(u"handed_over"_s);
}

} // namespace

const NodeType handoverNode{"handover", QT_TRANSLATE_NOOP("NodeType", "Hand over"),
                            QT_TRANSLATE_NOOP("NodeType", "Passes the call to a person."), fieldsOf<HandoverSettings>, ports, summary, check, step, true};

} // namespace vox
