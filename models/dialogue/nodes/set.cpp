#include "models/dialogue/nodes/step.h"

namespace vox {

using namespace Qt::StringLiterals;

struct SetSettings {
    QString variable;
    QString value;
};

template <> struct Fields<SetSettings> {
    static constexpr const char *context = "SetSettings";
    static constexpr auto all = std::tuple{
        field("variable", &SetSettings::variable, QT_TRANSLATE_NOOP("SetSettings", "Variable")).asRequired().upTo(100).suggestedBy("variables")
            .help(QT_TRANSLATE_NOOP("SetSettings", "Where the value is kept during the call.")),
        field("value", &SetSettings::value, QT_TRANSLATE_NOOP("SetSettings", "Value")).asRequired().expression().upTo(10000)
            .help(QT_TRANSLATE_NOOP("SetSettings", "A number, a \"text\" in quotes, or something worked out: total * 2.")),
    };
};

namespace {

QList<Port> ports(const QJsonObject &) { return {nextPort()}; }
QString summary(const QJsonObject &settings, const QString &)
{
    const auto set = fromJson<SetSettings>(settings);
    return set.variable.isEmpty() ? QString() : firstLine(set.variable + u" = "_s + set.value);
}
void check(const Node &node, CheckContext &context)
{
    const auto set = fromJson<SetSettings>(node.settings);
    context.variable(u"/variable"_s, set.variable);
    context.expression(u"/value"_s, set.value, context.scope().value(set.variable, Type::Dyn));
}
DialogueStep step(const StepContext &context, const DialogueEvent &)
{
    Stepping step(context);
    if (const auto value = step.value(u"/value"_s)) step.set(context.node().settings.value("variable"_L1).toString(), value->toJson());
    return step.leave(u"next"_s);
}

} // namespace

const NodeType setNode{"set", QT_TRANSLATE_NOOP("NodeType", "Remember"), QT_TRANSLATE_NOOP("NodeType", "Keeps a value in a variable."),
                       fieldsOf<SetSettings>, ports, summary, check, step};

} // namespace vox
