#include "models/dialogue/nodes/step.h"

namespace vox {

using namespace Qt::StringLiterals;

enum class EndOutcome { Completed, Failed };
template <> struct EnumNames<EndOutcome> {
    static constexpr const char *context = "EndSettings";
    static constexpr std::array all{EnumName<EndOutcome>{EndOutcome::Completed, "completed", QT_TRANSLATE_NOOP("EndSettings", "Completed")},
                                    EnumName<EndOutcome>{EndOutcome::Failed, "failed", QT_TRANSLATE_NOOP("EndSettings", "Failed")}};
};
struct EndSettings {
    LocalizedText text;
    EndOutcome outcome = EndOutcome::Completed;
};

template <> struct Fields<EndSettings> {
    static constexpr const char *context = "EndSettings";
    static constexpr auto all = std::tuple{
        field("text", &EndSettings::text, QT_TRANSLATE_NOOP("EndSettings", "Last sentence")).multiline().upTo(2000)
            .help(QT_TRANSLATE_NOOP("EndSettings", "Said before the agent hangs up; may be empty.")),
        field("outcome", &EndSettings::outcome, QT_TRANSLATE_NOOP("EndSettings", "The call counts as")),
    };
};

namespace {

QList<Port> ports(const QJsonObject &) { return {}; }
QString summary(const QJsonObject &settings, const QString &language)
{
    return firstLine(fromJson<EndSettings>(settings).text.in(language));
}
void check(const Node &node, CheckContext &context)
{
    context.texts(u"/text"_s, fromJson<EndSettings>(node.settings).text, CheckContext::Need::Optional);
}
DialogueStep step(const StepContext &context, const DialogueEvent &)
{
    Stepping step(context);
    step.say(u"/text"_s);
    return step.end(enumName(fromJson<EndSettings>(context.node().settings).outcome));
}

} // namespace

const NodeType endNode{"end", QT_TRANSLATE_NOOP("NodeType", "End"), QT_TRANSLATE_NOOP("NodeType", "Says goodbye and hangs up."),
                       fieldsOf<EndSettings>, ports, summary, check, step, true};

} // namespace vox
