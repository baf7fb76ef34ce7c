#include "models/dialogue/nodes/step.h"

namespace vox {

using namespace Qt::StringLiterals;

struct SaySettings {
    LocalizedText text;
    bool interruptible = true;
};

template <> struct Fields<SaySettings> {
    static constexpr const char *context = "SaySettings";
    static constexpr auto all = std::tuple{
        field("text", &SaySettings::text, QT_TRANSLATE_NOOP("SaySettings", "What the agent says")).multiline().upTo(5000)
            .help(QT_TRANSLATE_NOOP("SaySettings", "Put variables in braces: Your order {order.code} is on its way.")),
        field("interruptible", &SaySettings::interruptible, QT_TRANSLATE_NOOP("SaySettings", "The caller may interrupt"))
            .help(QT_TRANSLATE_NOOP("SaySettings", "Switch off for what must be heard to the end.")),
    };
};

namespace {

QList<Port> ports(const QJsonObject &) { return {nextPort()}; }
QString summary(const QJsonObject &settings, const QString &language)
{
    return firstLine(fromJson<SaySettings>(settings).text.in(language));
}
void check(const Node &node, CheckContext &context)
{
    context.texts(u"/text"_s, fromJson<SaySettings>(node.settings).text, CheckContext::Need::Required);
}
DialogueStep step(const StepContext &context, const DialogueEvent &)
{
    Stepping step(context);
    step.say(u"/text"_s, context.node().settings.value("interruptible"_L1).toBool(true));
    return step.leave(u"next"_s);
}

} // namespace

const NodeType sayNode{"say", QT_TRANSLATE_NOOP("NodeType", "Say"), QT_TRANSLATE_NOOP("NodeType", "The agent says a text."),
                       fieldsOf<SaySettings>, ports, summary, check, step};

} // namespace vox
